import Allocation
import ArgumentParser
import Contract
import Desk
import Vocabulary

extension AAP {
  /// The allocator alone, on a file.
  struct Simulate: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "simuler",
      abstract: "Répartit des enveloppes entre des projets décrits dans un fichier JSON.",
      discussion: "Format du fichier : docs/formats/simulation.md. Ne demande aucune base.")
    @Argument(help: "Fichier de l’instance.")
    var instance: String
    @Option(help: "Stratégie de répartition.")
    var strategie: Strategy = .rank
    @Option(help: ArgumentHelp("Vérifie ce résultat au lieu de calculer.", valueName: "fichier"))
    var verifier: String?
    @OptionGroup var output: FormatOptions

    func run() throws {
      let problem = try Instance(json: try InputFile.read(instance, limit: 1 << 30).bytes)
      if let verifier { return try check(verifier, against: problem) }
      let outcome = Allocator.solve(problem, strategy: strategie)
      switch output.format {
      case .json: Output.result(outcome.json)
      case .table, .csv: output.show(Listing(outcome: outcome))
      }
      Output.message(
        "\(outcome.status.rawValue) : \(outcome.retainedCount) projets retenus, "
          + "\(outcome.granted.french).")
      if outcome.status == .infeasible { throw ExitCode(1) }
    }

    private func check(_ path: String, against problem: Instance) throws {
      let claim = try Claim(json: try InputFile.read(path, limit: 1 << 30).bytes)
      let findings = Checker.check(claim, against: problem)
      if output.format == .json { Output.result(FindingText.json(findings)) }
      guard findings.isEmpty else {
        if output.format != .json { Output.message(FindingText.forPeople(findings)) }
        throw ExitCode(FindingText.exitCode(for: findings))
      }
      Output.message("« \(path) » respecte toutes les règles de « \(instance) ».")
    }
  }
}

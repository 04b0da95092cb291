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
    @OptionGroup var comparison: ScenarioOptions
    @OptionGroup var certificate: CertificateOptions
    @OptionGroup var output: FormatOptions

    func validate() throws {
      if verifier != nil, comparison.scenarios != nil {
        throw ValidationError("Choisissez --verifier ou --scenarios.")
      }
    }

    func run() throws {
      let strategy = strategie
      let problem = try Self.named(instance) { try Instance(json: $0, for: strategy) }
      if let verifier { return try check(verifier, against: problem) }
      if comparison.scenarios != nil {
        return try comparison.compare(problem, named: instance, strategy, output)
      }
      var outcome = Allocator.solve(problem, strategy: strategie)
      try certificate.certify(&outcome, of: problem)
      switch output.format {
      case .json: Output.result(outcome.json)
      case .table, .csv:
        let isInfeasible = outcome.status == .infeasible
        output.show(
          isInfeasible ? Listing(conflict: outcome.conflict) : Listing(outcome: outcome))
      }
      if output.format != .json {
        for minimum in outcome.minima where minimum.missing > 0 {
          Output.message("Minimum non atteint : \(minimum.french).")
        }
        for line in outcome.certificate?.french ?? [] { Output.message(line) }
      }
      Output.message(
        "\(outcome.status.rawValue) : \(FrenchNumber.count(outcome.retainedCount, "projet retenu", "projets retenus")), "
          + "\(outcome.granted.french)\(outcome.comparison).")
      guard outcome.status == .infeasible else { return }
      if let conflict = outcome.conflictInWords { Output.message(conflict) }
      throw ExitCode(1)
    }

    /// Reads a file; what is wrong in it is told with the name of the file.
    static func named<Value>(
      _ path: String, _ read: ([UInt8]) throws -> Value
    ) throws -> Value {
      let file = try InputFile.read(path, limit: 1 << 30)
      do {
        return try read(file.bytes)
      } catch let refusal as Refusal {
        throw Refusal(refusal.findings.map { $0.inFile(path) })
      }
    }

    private func check(_ path: String, against problem: Instance) throws {
      let claim = try Self.named(path) { try Claim(json: $0) }
      var findings = Checker.check(claim, against: problem)
      if findings.isEmpty { findings = Desk.departures(of: claim, from: problem, strategie) }
      findings = findings.map { $0.inFile(path) }
      if output.format == .json { Output.result(FindingText.json(findings)) }
      guard findings.isEmpty else {
        if output.format != .json { Output.message(FindingText.forPeople(findings)) }
        throw ExitCode(FindingText.exitCode(for: findings))
      }
      Output.message(
        "« \(path) » respecte toutes les règles de « \(instance) »"
          + (claim.status == .optimal ? " et suit la stratégie." : "."))
    }
  }
}

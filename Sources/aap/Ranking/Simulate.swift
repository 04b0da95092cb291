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
    @Option(
      help: ArgumentHelp(
        "Compare l’instance à ces scénarios (docs/formats/scenarios.md).", valueName: "fichier"))
    var scenarios: String?
    @Option(
      help: ArgumentHelp("Écrit aussi la comparaison dans cette page.", valueName: "fichier"))
    var html: String?
    @Flag(
      help: """
        Ajoute ce qui contraint la répartition et ce que changerait un pas d’argent ou une exigence \
        de moins.
        """)
    var certificat = false
    @Option(help: ArgumentHelp("Pas d’argent du certificat, en euros.", valueName: "montant"))
    var pas = "1000"
    @OptionGroup var output: FormatOptions

    func validate() throws {
      if html != nil, scenarios == nil {
        throw ValidationError("--html montre une comparaison : ajoutez --scenarios FICHIER.")
      }
      if verifier != nil, scenarios != nil {
        throw ValidationError("Choisissez --verifier ou --scenarios.")
      }
    }

    func run() throws {
      let strategy = strategie
      let problem = try Self.named(instance) { try Instance(json: $0, for: strategy) }
      if let verifier { return try check(verifier, against: problem) }
      if let scenarios { return try compare(problem, with: scenarios) }
      var outcome = Allocator.solve(problem, strategy: strategie)
      try certify(&outcome, of: problem)
      switch output.format {
      case .json: Output.result(outcome.json)
      case .table, .csv:
        let isInfeasible = outcome.status == .infeasible
        output.show(
          isInfeasible ? Listing(conflict: outcome.conflict) : Listing(outcome: outcome))
      }
      if output.format != .json {
        for minimum in outcome.minima { Output.message(minimum.french) }
        for line in outcome.certificate?.french ?? [] { Output.message(line) }
      }
      Output.message(
        "\(outcome.status.rawValue) : \(FrenchNumber.count(outcome.retainedCount, "projet retenu", "projets retenus")), "
          + "\(outcome.granted.french)\(outcome.comparison).")
      guard outcome.status == .infeasible else { return }
      if let conflict = outcome.conflictInWords { Output.message(conflict) }
      throw ExitCode(1)
    }

    /// Computes the certificate when it is asked for; it takes many allocations.
    private func certify(_ outcome: inout Outcome, of problem: Instance) throws {
      guard certificat, outcome.status != .infeasible else { return }
      let step: Cents
      do {
        step = try Cents(typed: pas)
      } catch {
        throw ValidationError("Pas « \(pas) » : \(error.french).")
      }
      guard step > .zero else { throw ValidationError("Le pas doit dépasser zéro.") }
      var progress = Progress("essais du certificat")
      outcome.certificate = Certificate(of: outcome, from: problem, step: step) { _, _ in
        progress.advance()
      }
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

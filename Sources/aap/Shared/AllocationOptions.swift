import Allocation
import ArgumentParser
import Desk
import Vocabulary

/// What holds an allocation where it is.
struct CertificateOptions: ParsableArguments {
  @Flag(
    help: """
      Ajoute ce qui contraint la répartition et ce que changerait un pas d’argent ou une exigence \
      de moins.
      """)
  var certificat = false
  @Option(help: ArgumentHelp("Pas d’argent du certificat, en euros.", valueName: "montant"))
  var pas = "1000"

  func validate() throws { _ = try step() }

  private func step() throws -> Cents {
    let step: Cents
    do {
      step = try Cents(typed: pas)
    } catch {
      throw ValidationError("Pas « \(pas) » : \(error.french).")
    }
    guard step > .zero else { throw ValidationError("Le pas doit dépasser zéro.") }
    return step
  }

  /// Computes the certificate when it is asked for; it takes many allocations.
  func certify(_ outcome: inout Outcome, of problem: Instance) throws {
    guard certificat, outcome.status != .infeasible else { return }
    var progress = Progress("essais du certificat")
    outcome.certificate = Certificate(of: outcome, from: problem, step: try step()) { _, _ in
      progress.advance()
    }
  }
}

/// Scenarios to compare with an instance.
struct ScenarioOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Compare l’instance à ces scénarios (docs/formats/scenarios.md).", valueName: "fichier"))
  var scenarios: String?
  @Option(help: ArgumentHelp("Écrit aussi la comparaison dans cette page.", valueName: "fichier"))
  var html: String?

  func validate() throws {
    if html != nil, scenarios == nil {
      throw ValidationError("--html montre une comparaison : ajoutez --scenarios FICHIER.")
    }
  }
}

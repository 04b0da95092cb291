import Contract
import Dossiers
import Forms
import TestKit
import Vocabulary

/// A call whose purses are written for one test, in the territory of the fixtures.
enum CallBench {
  /// The call of 2016 with these purses instead of its own; missing keys take the plainest value.
  static func call(_ purses: String...) throws -> Call {
    let folder = "fixtures/lens-lievin/appel-2016"
    let rest = "territoires: [qpv], source: {citation: essai}"
    let lines = purses.map { purse in
      let defaults = ["payeur: ETAT", "libelle: L", "objectifs: tous", "porteurs: tous"]
        .filter { !purse.contains($0.prefix { $0 != ":" } + ":") }
      let territories = purse.contains("territoires:") ? "source: {citation: essai}" : rest
      return "  - {\((defaults + [purse, territories]).joined(separator: ", "))}"
    }
    let text = "schema: enveloppes/1\nenveloppes:\n" + lines.joined(separator: "\n")
    let files = CallFiles(
      call: try Territory.source("\(folder)/appel.yaml"),
      purses: SourceFile(name: "enveloppes.yaml", bytes: Array(text.utf8)),
      grid: try Territory.source("\(folder)/grille.yaml"))
    let (call, findings) = files.load(
      with: try Territory.lensLievin.reference, evaluators: Territory.evaluators)
    guard let call, findings.isEmpty else {
      throw Territory.Unloadable(reasons: findings.map(\.message))
    }
    return call
  }

  /// The sports club, one field changed or more.
  static func club(_ changes: (String, String?)...) throws -> Application {
    try changes.reduce(DossierText.sportsClub) { $0.with($1.0, $1.1) }
      .application(in: Territory.lensLievin)
  }

  /// The commune that applies for itself, one field changed or more.
  static func townHall(_ changes: (String, String?)...) throws -> Application {
    try changes.reduce(DossierText.townHall) { $0.with($1.0, $1.1) }
      .application(in: Territory.lensLievin)
  }
}

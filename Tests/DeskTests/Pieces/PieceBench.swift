import Contract
import Dossiers
import Foundation
import Store
import TestKit
import Vocabulary

@testable import Desk

/// Two calls of one territory a year apart, whose papers tests choose, and dossiers of named characters.
struct PieceBench {
  let folder: TemporaryFolder
  let open: OpenDesk
  /// The call of the year after.
  let next: CallContext

  static let rules = """
    {taille_max_octets: 2000, nombre_max: 3, total_max_octets: 5000, date_limite: 2016-01-20, \
    formats: [pdf, png, txt], exigees: [\
    {type: statuts, bloquante: oui, porteurs: [association], valable_mois: 12, source: {citation: A}}, \
    {type: rib, source: {citation: B}}]}
    """

  init(_ rules: String = rules) throws {
    folder = try TemporaryFolder()
    let territory = try folder.territory("lens-lievin", pieces: rules)
    try Self.addNextYear(to: territory)
    open = try OpenDesk(territory, call: "appel-2016")
    let later = open.desk.acting(at: Instant(secondsSinceEpoch: 1_480_000_000))
    next = try later.callContext(
      later.openCall(config: "\(territory)/appel-2017/appel.yaml").call.id)
  }

  private static func addNextYear(to territory: String) throws {
    let source = "\(territory)/appel-2016"
    let copy = "\(territory)/appel-2017"
    try FileManager.default.copyItem(atPath: source, toPath: copy)
    var text = try String(contentsOfFile: "\(copy)/appel.yaml", encoding: .utf8)
    for (old, new) in [
      ("id: \"2016\"", "id: \"2017\""), ("annee: 2016", "annee: 2017"), (" 2016-", " 2017-"),
      ("ouverture: 2015-", "ouverture: 2016-"),
    ] { text = text.replacing(old, with: new) }
    try Data(text.utf8).write(to: URL(filePath: "\(copy)/appel.yaml"))
  }

  /// The secretary's desk on 20 December 2015, in the middle of the first call.
  var desk: Desk { open.desk.acting(at: Instant(secondsSinceEpoch: 1_450_602_000)) }

  /// The number of a character's dossier, deposited in the first call.
  func deposit(_ dossier: DossierText) throws -> DossierNumber {
    try deposit(dossier, with: desk, in: open.context)
  }

  /// The number of a character's dossier, deposited in the call of the year after.
  func depositNextYear(_ dossier: DossierText) throws -> DossierNumber {
    let moved = dossier.with("appel", "\"2017\"").with("projet.debut", "2017-02-01")
      .with("projet.fin", "2017-12-15")
    return try deposit(moved, with: nextYear(), in: next)
  }

  /// The secretary's desk in the middle of the call of the year after.
  func nextYear() -> Desk {
    open.desk.acting(at: Instant(paris: next.call.calendar.opening.adding(days: 10), hour: 12))
  }

  private func deposit(
    _ dossier: DossierText, with desk: Desk, in context: CallContext
  ) throws -> DossierNumber {
    let file = SourceFile(name: "dossier.yaml", bytes: Array(dossier.text.utf8))
    guard let receipt = try desk.deposit(file, in: context).receipt else {
      throw Territory.Unloadable(reasons: ["no receipt"])
    }
    return receipt.number
  }

  /// A file with the content of a paper.
  func file(_ text: String = "", named name: String = "statuts.pdf") throws -> String {
    try folder.write(Papers.pdf(text), to: name)
  }

  /// The codes of what a refusal says.
  static func codes(_ body: () throws -> Void) -> [String] {
    do {
      try body()
      return []
    } catch let refusal as Refusal {
      return refusal.findings.map(\.code)
    } catch {
      return ["\(error)"]
    }
  }
}

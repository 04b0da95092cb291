import Contract
import Dossiers
import Foundation
import Scoring
import Store
import TestKit
import Testing
import Vocabulary

@testable import Desk

/// A call of the second territory whose grid has one criterion that people mark, with three admissible
/// dossiers, two instructors, a president and a funder.
struct ReviewedCall {
  let folder: TemporaryFolder
  let open: OpenDesk
  let numbers = (1...3).map { DossierNumber(call: "2026", order: $0) }

  static let human = "partenariat"
  static let files = [
    "01-rouvroy-charte-de-proximite.yaml", "02-voisins-parisienne-bancs.yaml",
    "03-observatoire-par-les-habitants.yaml",
  ]

  init() throws {
    folder = try TemporaryFolder()
    let territory = folder.file("territoire")
    try FileManager.default.copyItem(
      atPath: OpenDesk.territory("henin-carvin"), toPath: territory)
    let grid = "\(territory)/appel-2026/grille.yaml"
    try Data(try Self.grid().utf8).write(to: URL(filePath: grid))
    open = try OpenDesk(territory)
    for file in Self.files {
      _ = try open.desk.deposit(
        try Territory.source("fixtures/saisons/henin-carvin-2026/\(file)"), in: open.context)
    }
    try open.desk.judgeAdmissibility(of: nil, in: open.context) { _ in }
    for id in ["anna", "bruno"] { try open.desk.addActor(Actor(id: id, role: .instructor)) }
    try open.desk.addActor(Actor(id: "présidente", role: .chair))
    try open.desk.addActor(Actor(id: "financeur", role: .funder, funder: "CD62"))
  }

  /// The grid of the territory with people in the place of an evaluator, under other weights.
  static func grid(
    version: String = "2026.1", human: Int = 10, objective: Int = 25,
    aggregation: String = "moyenne"
  ) throws -> String {
    let path = "fixtures/henin-carvin/appel-2026/grille.yaml"
    return String(decoding: try Territory.source(path).bytes, as: UTF8.self)
      .replacing("version: \"2026.1\"", with: "version: \"\(version)\"")
      .replacing("criteres:\n", with: "agregation: \(aggregation)\ncriteres:\n")
      .replacing("    poids: 25\n", with: "    poids: \(objective)\n")
      .replacing(
        "evaluateur: partenariat\n    poids: 10\n    parametres: {plein: 1}\n",
        with: "evaluateur: note_humaine\n    poids: \(human)\n"
          + "    echelle: [rien, peu, assez, bien, très bien]\n")
  }

  var secretary: Desk { open.desk }
  func desk(_ actor: String) -> Desk {
    open.desk.acting(as: actor, at: open.desk.surroundings.now())
  }

  /// The call as the base now has it, its last grid in it.
  func context() throws -> CallContext { try open.desk.callContext("2026") }

  func mark(_ mark: Int) -> GivenMark {
    GivenMark(
      criterion: Self.human, mark: mark, justification: "Les partenaires sont nommés et engagés.")
  }

  /// Gives a dossier to a reviewer who marks it and hands it in.
  func review(_ order: Int, by reviewer: String, _ mark: Int) throws {
    let number = numbers[order - 1]
    _ = try secretary.assign(number, to: [reviewer])
    _ = try desk(reviewer).mark([self.mark(mark)], on: number)
    _ = try desk(reviewer).submitReview(of: number)
  }

  /// The tenths and the evidence of the human criterion on the card of a dossier.
  func humanLine(_ order: Int) throws -> String {
    let card = try secretary.explainRank(of: numbers[order - 1]).card
    let line = try #require(card.lines.first { $0.criterion == Self.human })
    return "\(line.points.tenths)"
  }

  /// Number and total of each dossier, best first.
  func totals() throws -> [String] {
    var totals: [String] = []
    try secretary.forEachRanked(in: try context()) {
      totals.append("\($0.line.number.order) \($0.card.total.tenths)")
    }
    return totals
  }

  /// Expects an act to be refused with an exit code, or to be done when there is none.
  func expectExit(
    _ code: Int32?, _ location: SourceLocation = #_sourceLocation, _ act: () throws -> Void
  ) {
    let met: Int32?
    do {
      try act()
      met = nil
    } catch {
      met = (error as? DeskError)?.exitCode ?? -1
    }
    #expect(met == code, sourceLocation: location)
  }
}

import Contract
import Dossiers
import Scoring
import Store
import TestKit
import Testing
import Vocabulary

@testable import Desk

@Suite struct `A ranking under another grid` {
  private let call: ReviewedCall
  private let desk: Desk

  init() throws {
    call = try ReviewedCall()
    desk = call.secretary
    try call.review(1, by: "anna", 1)
    try call.review(2, by: "anna", 4)
    try call.review(2, by: "bruno", 3)
    _ = try desk.rank(in: call.open.context)
  }

  private func write(_ grid: String) throws -> String {
    try call.folder.write(grid, to: "grille.yaml")
  }

  /// Weights of which the marks of people take most.
  private func heavy(_ version: String = "2026.2") throws -> String {
    try write(ReviewedCall.grid(version: version, human: 30, objective: 5))
  }

  /// The grid of the territory, which asks nothing of people.
  private func plain() throws -> String {
    let path = "fixtures/henin-carvin/appel-2026/grille.yaml"
    let text = String(decoding: try Territory.source(path).bytes, as: UTF8.self)
    return try write(text.replacing("version: \"2026.1\"", with: "version: \"2026.2\""))
  }

  private func compared(_ path: String) throws -> (totals: [String], read: Int) {
    var read = 0
    let moves = try desk.compareGrids(with: path, in: call.context()) { read += 1 }
      .comparison.difference.moves
    return (moves.map { "\($0.number.order) \($0.pointsAfter?.tenths ?? -1)" }, read)
  }

  private func adopt(_ path: String) throws {
    _ = try desk.adoptGrid(path, motive: "Délibération du 3 février.", in: call.context())
  }

  @Test func `with other weights is compared without reading a dossier again`() throws {
    let before = try call.totals()
    let path = try heavy()
    let acts = try call.open.acts()
    let compared = try compared(path)
    #expect(compared.read == 0)
    #expect(compared.totals != before)
    #expect(try call.totals() == before)
    #expect(try call.open.acts() == acts)
    try adopt(path)
    #expect(try desk.rank(in: call.context()).isReordered)
    #expect(try call.totals() == compared.totals)
    #expect(try desk.recomputeCards(in: call.context()).different == [])
    try call.open.expectSound()
  }

  @Test func `with other weights is the one ranked afresh`() throws {
    let path = try heavy()
    try adopt(path)
    #expect(try desk.rank(in: call.context()).isReordered)
    let reordered = try call.totals()
    let cards = try call.numbers.map { try desk.explainRank(of: $0).card }
    // A mandate that touches nobody makes every card be computed again.
    try desk.addMandate(Mandate(holder: "bruno", kind: .commune, value: "62427", role: ""))
    #expect(try desk.rank(in: call.context()).isReordered == false)
    #expect(try call.totals() == reordered)
    #expect(try call.numbers.map { try desk.explainRank(of: $0).card } == cards)
  }

  @Test func `with other criteria is compared by reading again, and is the one ranked`() throws {
    let path = try plain()
    let compared = try compared(path)
    #expect(compared.read == 3)
    try adopt(path)
    #expect(try desk.rank(in: call.context()).isReordered == false)
    #expect(try call.totals() == compared.totals)
  }

  @Test func `that looks again at what people marked finds their marks`() throws {
    let first = try call.totals()
    try adopt(try plain())
    _ = try desk.rank(in: call.context())
    let path = try write(ReviewedCall.grid(version: "2026.3"))
    #expect(try compared(path).totals == first)
    try adopt(path)
    _ = try desk.rank(in: call.context())
    #expect(try call.totals() == first)
  }

  @Test func `may take the median of the marks for their mean`() throws {
    try adopt(try write(ReviewedCall.grid(version: "2026.2", aggregation: "mediane")))
    #expect(try desk.rank(in: call.context()).isReordered == false)
    let line = try desk.explainRank(of: call.numbers[1]).card.lines.first {
      $0.criterion == ReviewedCall.human
    }
    #expect(line?.reason == "Médiane des notes rendues (2)\u{00A0}: 3,50 sur 4.")
  }

  @Test func `keeps its own grid until it is computed again`() throws {
    let before = try call.totals()
    try adopt(try heavy())
    #expect(try call.totals() == before)
    #expect(try desk.recomputeCards(in: call.context()).grid == "2026.1")
    try call.open.expectSound()
  }

  @Test(arguments: ["2026.1", "2026.2"])
  func `is never under a version that already served`(version: String) throws {
    try adopt(try heavy())
    let path = try write(ReviewedCall.grid(version: version, human: 20, objective: 15))
    call.expectExit(1) {
      _ = try desk.adoptGrid(path, motive: "Encore.", in: try call.context())
    }
    #expect(try call.context().call.grid.version == "2026.2")
  }

  @Test func `needs a reason and a sound grid`() throws {
    let sound = try heavy()
    call.expectExit(64) { _ = try desk.adoptGrid(sound, motive: " ", in: call.open.context) }
    let wrong = try write(ReviewedCall.grid(version: "2026.2", human: 30))
    let refusal = #expect(throws: Refusal.self) {
      try desk.adoptGrid(wrong, motive: "Non.", in: call.open.context)
    }
    #expect(refusal?.findings.map(\.code) == ["poids_incorrects"])
    #expect(throws: Refusal.self) { try desk.compareGrids(with: wrong, in: call.open.context) }
    call.expectExit(77) {
      _ = try call.desk("anna").adoptGrid(sound, motive: "Moi.", in: call.open.context)
    }
    #expect(try call.context().call.grid.version == "2026.1")
  }
}

@Suite struct `A ranking` {
  private let call: ReviewedCall
  private let desk: Desk

  init() throws {
    call = try ReviewedCall()
    desk = call.secretary
  }

  @Test func `is only reordered when nothing changed`() throws {
    let first = try desk.rank(in: call.open.context)
    #expect(!first.isReordered)
    #expect(first.dossiers == 3)
    let totals = try call.totals()
    let again = try desk.rank(in: call.open.context)
    #expect(again.isReordered)
    #expect(again.dossiers == 3)
    #expect(try call.totals() == totals)
    try call.open.expectSound()
  }

  @Test func `is computed afresh once a dossier is completed`() throws {
    _ = try desk.rank(in: call.open.context)
    let number = call.numbers[0]
    let due = desk.surroundings.now().parisDay.adding(days: 7)
    try desk.askCompletion(
      of: number, CompletionRequest(motive: "Le public", pieces: [], dueOn: due))
    let asked = try desk.rank(in: call.open.context)
    #expect(!asked.isReordered)
    #expect(asked.dossiers == 2)
    let path = "fixtures/saisons/henin-carvin-2026/\(ReviewedCall.files[0])"
    let text = String(decoding: try Territory.source(path).bytes, as: UTF8.self)
    let changed = text.replacing("part_qpv: 90", with: "part_qpv: 30")
    _ = try desk.complete(
      number, with: SourceFile(name: "corrige.yaml", bytes: Array(changed.utf8)))
    try desk.judgeAdmissibility(of: number, in: call.open.context) { _ in }
    let completed = try desk.rank(in: call.open.context)
    #expect(!completed.isReordered)
    #expect(completed.dossiers == 3)
    let line = try desk.explainRank(of: number).card.lines.first { $0.criterion == "public_qpv" }
    // A sixth of the way from 20 % to 80 %.
    #expect(line?.points == Points(tenths: 25))
    #expect(try desk.recomputeCards(in: call.open.context).different == [])
    try call.open.expectSound()
  }

  @Test func `is computed afresh once marks are handed in`() throws {
    _ = try desk.rank(in: call.open.context)
    try call.review(1, by: "anna", 2)
    #expect(try desk.rank(in: call.open.context).isReordered == false)
    #expect(try desk.rank(in: call.open.context).isReordered)
  }

  @Test func `simulated changes nothing`() throws {
    _ = try desk.rank(in: call.open.context)
    let totals = try call.totals()
    let acts = try call.open.acts()
    try call.review(1, by: "anna", 4)
    #expect(try desk.rank(in: call.open.context, isSimulated: true).dossiers == 3)
    #expect(try call.totals() == totals)
    #expect(try call.open.acts().filter { $0.contains("classement") }.count == 1)
    #expect(acts.filter { $0.contains("classement") }.count == 1)
  }

  @Test func `shows what changes side of the line, and by what`() throws {
    for (order, mark) in zip(1...3, [0, 4, 4]) { try call.review(order, by: "anna", mark) }
    _ = try desk.rank(in: call.open.context)
    #expect(try call.totals() == ["3 914", "1 884", "2 683"])
    let study = try desk.studySensitivity(in: call.open.context, weightChange: 2, line: .count(1))
    #expect(study.ranked == 3)
    #expect(study.retained == 1)
    #expect(study.lines.map(\.borderline.number.order) == [3, 1])
    #expect(study.lines.map(\.borderline.isRetained) == [true, false])
    #expect(
      study.lines.map(\.borderline.causes)
        == [[.withoutReviewer("anna")], [.withoutReviewer("anna")]])
    #expect(study.lines.map(\.title).first == "L'observatoire raconté par ceux qu'on observe")
  }

  @Test(arguments: [(0, 0), (2, 2), (3, 3)])
  func `shows nothing where the line passes far from all`(line: Int, retained: Int) throws {
    for (order, mark) in zip(1...3, [0, 4, 4]) { try call.review(order, by: "anna", mark) }
    _ = try desk.rank(in: call.open.context)
    let study = try desk.studySensitivity(
      in: call.open.context, weightChange: 2, line: .count(line))
    #expect(study.retained == retained)
    #expect(study.lines.map(\.title) == [])
  }
}

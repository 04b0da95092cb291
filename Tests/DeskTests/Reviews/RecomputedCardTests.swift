import Contract
import Dossiers
import Foundation
import Matching
import Scoring
import Store
import TestKit
import Testing
import Vocabulary

@testable import Desk

@Suite struct `A card computed again` {
  private let call: ReviewedCall
  private let desk: Desk

  init() throws {
    call = try ReviewedCall()
    desk = call.secretary
    try call.review(1, by: "anna", 1)
    _ = try desk.rank(in: call.open.context)
  }

  @Test func `is the same bytes, one alone or all`() throws {
    let all = try desk.recomputeCards(in: call.open.context)
    #expect(all.cards == 3)
    #expect(all.different == [])
    #expect(all.grid == "2026.1")
    #expect(all.vocabulary == 0)
    let one = try desk.recomputeCards(in: call.open.context, only: call.numbers[1])
    #expect(one.cards == 1)
    #expect(one.different == [])
  }

  @Test func `is the same after new words, new marks and a new version`() throws {
    try desk.confirmObjective("B.1.4", of: call.numbers[0])
    #expect(try desk.learn().version == 1)
    try call.review(1, by: "anna", 4)
    try call.review(2, by: "bruno", 4)
    let due = desk.surroundings.now().parisDay.adding(days: 7)
    try desk.askCompletion(
      of: call.numbers[2], CompletionRequest(motive: "Le titre", pieces: [], dueOn: due))
    let path = "fixtures/saisons/henin-carvin-2026/\(ReviewedCall.files[2])"
    let text = String(decoding: try Territory.source(path).bytes, as: UTF8.self)
    let changed = text.replacing("  titre: L'observatoire", with: "  titre: Notre observatoire")
    #expect(changed != text)
    _ = try desk.complete(
      call.numbers[2], with: SourceFile(name: "corrige.yaml", bytes: Array(changed.utf8)))
    let recomputed = try desk.recomputeCards(in: call.context())
    #expect(recomputed.cards == 3)
    #expect(recomputed.different == [])
    #expect(recomputed.vocabulary == 0)
    try desk.judgeAdmissibility(of: call.numbers[2], in: call.context()) { _ in }
    _ = try desk.rank(in: call.context())
    #expect(try desk.recomputeCards(in: call.context()).vocabulary == 1)
    #expect(try desk.recomputeCards(in: call.context()).different == [])
    try call.open.expectSound()
  }

  @Test func `is told when it is not what was found`() throws {
    let store = desk.store
    let record = try #require(try store.ranking(call: "2026"))
    var cards: [PendingCard] = []
    try store.forEachKeptCard(call: "2026") { kept in
      let isDamaged = kept.number == call.numbers[1]
      cards.append(
        PendingCard(
          number: kept.number, version: kept.version ?? 0,
          card: isDamaged ? kept.card.replacing("\"motif\":\"", with: "\"motif\":\"X") : kept.card,
          ratios: [], beside: kept.beside ?? "", facets: "{}"))
    }
    try store.beginRanking()
    try store.addPendingCards(cards)
    try store.recordRanking(
      call.numbers.map { RankedTotal(number: $0, totalTenths: 0) }, call: "2026",
      grid: record.grid, terms: try #require(record.terms),
      act: JournalAct(
        actor: "secretariat", at: desk.surroundings.now(), act: "classement", subject: "2026"))
    #expect(try desk.recomputeCards(in: call.open.context).different == [call.numbers[1]])
    #expect(
      try desk.recomputeCards(in: call.open.context, only: call.numbers[1]).different
        == [call.numbers[1]])
    #expect(
      try desk.recomputeCards(in: call.open.context, only: call.numbers[0]).different == [])
  }

  @Test func `must have been in the ranking`() throws {
    let unknown = DossierNumber(call: "2026", order: 9)
    #expect(throws: DeskError.unknownDossier("2026-0009")) {
      try desk.recomputeCards(in: call.open.context, only: unknown)
    }
    let empty = try OpenDesk()
    #expect(throws: DeskError.noRanking) { try empty.desk.recomputeCards(in: empty.context) }
    #expect(throws: DeskError.noRanking) {
      try empty.desk.studySensitivity(in: empty.context, weightChange: 5)
    }
  }

  @Test func `of last year is the same once this year’s call is open with another grid`() throws {
    let open = try OpenDesk("lens-lievin", call: "appel-2016")
    let season = try Season("lens-lievin-2016")
    for deposit in season.deposits.filter({ $0.outcome == "depose" }).prefix(4) {
      _ = try open.desk.acting(at: deposit.receivedAt).deposit(deposit.file, in: open.context)
    }
    try open.desk.judgeAdmissibility(of: nil, in: open.context) { _ in }
    #expect(try open.desk.rank(in: open.context).dossiers == 4)
    let before = try open.desk.recomputeCards(in: open.context)
    #expect(before.cards == 4)
    #expect(before.different == [])
    let path = "\(OpenDesk.territory("lens-lievin"))/appel-2026/appel.yaml"
    let later = try open.desk.openCall(config: path).call
    #expect(later.grid != open.context.call.grid)
    try open.desk.confirmObjective("1.4.4", of: DossierNumber(call: "2016", order: 1))
    #expect(try open.desk.learn().isNew)
    let after = try open.desk.recomputeCards(in: try open.desk.callContext("2016"))
    #expect(after.cards == 4)
    #expect(after.different == [])
    #expect(after.grid == before.grid)
    #expect(after.vocabulary == before.vocabulary)
    try open.expectSound()
  }
}

@Suite struct `Learning from what instructors read` {
  private let call: ReviewedCall
  private let desk: Desk

  init() throws {
    call = try ReviewedCall()
    desk = call.secretary
  }

  private func score(_ match: ProjectMatch) -> Int? {
    match.objectives.first { $0.code == "B.1.4" }?.score
  }

  @Test func `changes a later match, and the former words still give the former scores`() throws {
    let number = call.numbers[2]
    let before = try desk.match(number)
    #expect(before.vocabulary == "0")
    #expect(before.confirmed == nil)
    for (number, code) in zip(call.numbers, ["B.1.4", "B.1.1", "B.1.4"]) {
      try desk.confirmObjective(code, of: number)
    }
    #expect(try desk.match(number).objectives == before.objectives)
    let outcome = try desk.learn()
    #expect(outcome.version == 1)
    #expect(outcome.isNew)
    #expect(outcome.readings == 3)
    #expect(outcome.entries == 0)
    #expect(outcome.examples == 0)
    let after = try desk.match(number)
    #expect(after.vocabulary == "1")
    #expect(after.confirmed == "B.1.4")
    #expect(score(after) ?? 0 > score(before) ?? 0)
    try desk.confirmObjective("B.1.2", of: call.numbers[0])
    #expect(try desk.learn().version == 2)
    #expect(try desk.match(number, vocabulary: 1).objectives == after.objectives)
    #expect(try desk.match(number).objectives != after.objectives)
    try call.open.expectSound()
  }

  @Test func `never changes the match of the dossier that taught it`() throws {
    let number = call.numbers[2]
    let before = try desk.match(number)
    try desk.confirmObjective("B.1.4", of: number)
    #expect(try desk.learn().version == 1)
    #expect(try desk.match(number).objectives == before.objectives)
  }

  @Test func `again from the same readings makes no new version`() throws {
    try desk.confirmObjective("B.1.1", of: call.numbers[0])
    #expect(try desk.learn().version == 1)
    let again = try desk.learn()
    #expect(again.version == 1)
    #expect(!again.isNew)
  }

  @Test func `simulated writes nothing`() throws {
    try desk.confirmObjective("B.1.1", of: call.numbers[0])
    let acts = try call.open.acts()
    let outcome = try desk.learn(isSimulated: true)
    #expect(outcome.readings == 1)
    #expect(outcome.version == 0)
    #expect(try call.open.acts() == acts)
  }

  @Test func `takes a new lexicon, or refuses it whole`() throws {
    let folder = try TemporaryFolder()
    func lexicon(_ code: String) throws {
      try folder.write(
        """
        schema: lexique/1
        version: "7"
        poids: {buts: 30, activites: 25, publics: 12, lieux: 15, partenaires: 15, pieges: 15}
        objectifs: [{code: \(code), buts: [trottoir cassé]}]
        """, to: "lexique.yaml")
    }
    try lexicon("B.9.9")
    let refusal = #expect(throws: Refusal.self) { try desk.learn(from: folder.path) }
    #expect(refusal?.findings.map(\.code) == ["reference_inconnue"])
    try lexicon("B.1.3")
    let outcome = try desk.learn(from: folder.path)
    #expect(outcome.entries == 1)
    let match = try desk.match(call.numbers[0])
    #expect(match.vocabulary == "1 (lexique 7)")
    let found = match.objectives.first { $0.code == "B.1.3" }
    #expect(found?.evidence.contains("trottoir cassé") == true)
    // The lexicon stays when nothing new is given.
    try desk.confirmObjective("B.1.1", of: call.numbers[0])
    #expect(try desk.learn().entries == 1)
    try call.open.expectSound()
  }

  @Test func `needs words to read, and an objective of the plan`() throws {
    let folder = try TemporaryFolder()
    call.expectExit(66) { _ = try desk.learn(from: folder.path) }
    call.expectExit(1) { try desk.confirmObjective("B.9.9", of: call.numbers[0]) }
    call.expectExit(1) { _ = try desk.match(call.numbers[0], vocabulary: 3) }
    call.expectExit(77) { _ = try call.desk("présidente").learn() }
  }
}

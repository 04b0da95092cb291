import Dossiers
import Scoring
import Store
import TestKit
import Testing
import Vocabulary

@testable import Desk

@Suite struct `Marking a dossier` {
  private let call: ReviewedCall
  private let number: DossierNumber

  init() throws {
    call = try ReviewedCall()
    number = call.numbers[0]
    _ = try call.secretary.assign(number, to: ["anna", "bruno"])
  }

  @Test func `counts for nothing until it is handed in`() throws {
    let desk = call.desk("anna")
    let draft = try desk.mark([call.mark(3)], on: number)
    #expect(draft.marks == [call.mark(3)])
    #expect(draft.missing == [])
    #expect(!draft.isHandedIn)
    #expect(try call.secretary.reviews(of: number).count == 0)
    let before = try call.secretary.rank(in: call.open.context)
    #expect(before.unmarked == 3)
    #expect(try call.humanLine(1) == "0")
    _ = try desk.submitReview(of: number)
    #expect(try call.secretary.reviews(of: number).count == 1)
    let after = try call.secretary.rank(in: call.open.context)
    #expect(after.unmarked == 2)
    #expect(!after.isReordered)
    #expect(try call.humanLine(1) == "75")
    try call.open.expectSound()
  }

  @Test(
    arguments: [
      ([4], "100"), ([0, 0], "0"),
      ([4, 1], "63"),
    ] as [([Int], String)])
  func `gives the mean of the marks`(marks: [Int], line: String) throws {
    for (reviewer, mark) in zip(["anna", "bruno"], marks) {
      try call.review(1, by: reviewer, mark)
    }
    _ = try call.secretary.rank(in: call.open.context)
    #expect(try call.humanLine(1) == line)
  }

  @Test func `again after handing in takes the place of the first marks`() throws {
    try call.review(1, by: "anna", 1)
    let draft = try call.desk("anna").mark([call.mark(4)], on: number)
    #expect(draft.isHandedIn)
    _ = try call.secretary.rank(in: call.open.context)
    #expect(try call.humanLine(1) == "25")
    _ = try call.desk("anna").submitReview(of: number)
    _ = try call.secretary.rank(in: call.open.context)
    #expect(try call.humanLine(1) == "100")
  }

  @Test func `hides the marks of others until one’s own are handed in`() throws {
    try call.review(1, by: "anna", 4)
    let hidden = try call.desk("bruno").reviews(of: number)
    #expect(hidden.reviews == [])
    #expect(hidden.count == 1)
    #expect(hidden.disagreements.map(\.marks) == [[:]])
    _ = try call.desk("bruno").mark([call.mark(2)], on: number)
    #expect(try call.desk("bruno").reviews(of: number).reviews == [])
    _ = try call.desk("bruno").submitReview(of: number)
    let seen = try call.desk("bruno").reviews(of: number)
    #expect(seen.reviews.map(\.reviewer) == ["anna", "bruno"])
    #expect(seen.reviews.map { $0.marks.map(\.mark) } == [[4], [2]])
  }

  @Test(arguments: ["secretariat", "présidente"])
  func `hides nothing from who does not mark`(actor: String) throws {
    try call.review(1, by: "anna", 4)
    #expect(try call.desk(actor).reviews(of: number).reviews.map(\.reviewer) == ["anna"])
  }

  @Test func `shows a funder nothing of a dossier that it does not mark`() throws {
    try call.review(1, by: "anna", 4)
    let seen = try call.desk("financeur").reviews(of: number)
    #expect(seen.reviews == [])
    #expect(seen.count == 1)
  }

  @Test(arguments: [(3, false), (2, true), (0, true)])
  func `shows where reviewers disagree, from two marks on`(mark: Int, isWide: Bool) throws {
    try call.review(1, by: "anna", 4)
    try call.review(1, by: "bruno", mark)
    let disagreements = try call.secretary.reviews(of: number).disagreements
    #expect(disagreements.map(\.criterion) == [ReviewedCall.human])
    #expect(disagreements.map(\.marks) == [["anna": 4, "bruno": mark]])
    #expect(disagreements.map(\.isWide) == [isWide])
  }

  @Test func `is refused with everything wrong at once`() throws {
    let marks = [
      GivenMark(criterion: "partenariats", mark: 2, justification: "Les partenaires sont là."),
      GivenMark(criterion: ReviewedCall.human, mark: 5, justification: "Les partenaires sont là."),
      GivenMark(criterion: ReviewedCall.human, mark: -1, justification: "Bien !"),
    ]
    let refusal = #expect(throws: Refusal.self) { try call.desk("anna").mark(marks, on: number) }
    #expect(
      refusal?.findings.map(\.code) == [
        "critere_inconnu", "note_hors_bornes", "note_hors_bornes", "justification_manquante",
      ])
    #expect(try call.desk("anna").mark([], on: number).marks == [])
  }

  @Test(arguments: [("abcdefghi", false), ("abcdefghij", true), ("a b c d e f g h i !", false)])
  func `asks for ten letters of justification`(text: String, isTaken: Bool) throws {
    let mark = GivenMark(criterion: ReviewedCall.human, mark: 2, justification: text)
    let taken = try? call.desk("anna").mark([mark], on: number)
    #expect((taken != nil) == isTaken)
  }

  @Test func `is refused before every criterion is marked`() throws {
    call.expectExit(1) { _ = try call.desk("anna").submitReview(of: number) }
    #expect(try call.secretary.reviews(of: number).count == 0)
  }

  @Test func `is for those to whom the dossier was given`() throws {
    let other = call.numbers[1]
    call.expectExit(1) { _ = try call.desk("anna").mark([call.mark(3)], on: other) }
    call.expectExit(77) { _ = try call.secretary.mark([call.mark(3)], on: number) }
    let unknown = DossierNumber(call: "2026", order: 9)
    #expect(throws: DeskError.unknownDossier("2026-0009")) {
      try call.desk("anna").mark([call.mark(3)], on: unknown)
    }
  }

  @Test func `simulated writes nothing, and shows what would be`() throws {
    let acts = try call.open.acts()
    let draft = try call.desk("anna").mark([call.mark(3)], on: number, isSimulated: true)
    #expect(draft.marks == [call.mark(3)])
    #expect(try call.desk("anna").mark([], on: number).marks == [])
    #expect(try call.open.acts() == acts)
  }

  @Test func `and everything that leads to a rank stops when a session opens`() throws {
    try call.review(1, by: "anna", 4)
    _ = try call.secretary.rank(in: call.open.context)
    _ = try call.open.committee.openSession(in: try call.context(), place: "salle du conseil")
    let before = try call.totals()
    let path = try call.folder.write(ReviewedCall.grid(version: "2026.2"), to: "autre.yaml")
    let context = try call.context()
    let desk = call.secretary
    call.expectExit(1) { _ = try call.desk("anna").mark([call.mark(1)], on: number) }
    call.expectExit(1) { _ = try desk.assign(number, to: ["anna"]) }
    call.expectExit(1) { try desk.unassign(number, from: "anna") }
    call.expectExit(1) { _ = try desk.assignAll(count: 1, in: context) }
    call.expectExit(1) { _ = try desk.adoptGrid(path, motive: "x", in: context) }
    call.expectExit(1) { _ = try desk.rank(in: context) }
    #expect(try call.totals() == before)
    #expect(try desk.reviews(of: number).count == 1)
    #expect(try desk.recomputeCards(in: context).different == [])
    try call.open.expectSound()
  }
}

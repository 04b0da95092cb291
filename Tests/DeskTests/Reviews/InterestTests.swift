import Dossiers
import Store
import Testing

@testable import Desk

@Suite struct `A conflict of interests` {
  private let call: ReviewedCall

  init() throws { call = try ReviewedCall() }

  private func tie(_ kind: Mandate.Kind, _ value: String, of holder: String = "anna") throws {
    try call.secretary.addMandate(
      Mandate(holder: holder, kind: kind, value: value, role: "trésorière"))
  }

  private func conflicts() throws -> [String] {
    try call.secretary.reviewerInterests(in: call.open.context).filter(\.isExcluded).map {
      "\($0.number.order) \($0.reviewer)"
    }
  }

  @Test(
    arguments: [
      (Mandate.Kind.siren, "216207241", [1]), (.siren, "299815894", [2]),
      (.commune, "62724", [1]), (.commune, "62277", [2]),
      (.body, "NOUMEA CITE-VIVANTE", [1]), (.body, "les voisins de la Parisienne", [2]),
      (.body, "Drocourt", []), (.siren, "380475558", []), (.commune, "62427", []),
    ] as [(Mandate.Kind, String, [Int])])
  func `is found in whoever carries a dossier or is its partner`(
    kind: Mandate.Kind, value: String, orders: [Int]
  ) throws {
    try tie(kind, value)
    #expect(try conflicts() == orders.map { "\($0) anna" })
    for (index, number) in call.numbers.enumerated() {
      call.expectExit(orders.contains(index + 1) ? 1 : nil) {
        _ = try call.secretary.assign(number, to: ["bruno", "anna"])
      }
    }
  }

  @Test func `excludes until it is dismissed, or its tie ends`() throws {
    let number = call.numbers[0]
    try tie(.siren, "216207241")
    try tie(.commune, "62277", of: "bruno")
    #expect(try conflicts() == ["1 anna", "2 bruno"])
    try call.desk("présidente").recordInterest(
      .dismissed, of: "anna", in: number, motive: "Mandat fini en 2019.")
    #expect(try conflicts() == ["2 bruno"])
    _ = try call.secretary.assign(number, to: ["anna"])
    try call.secretary.endMandate(
      Mandate(holder: "bruno", kind: .commune, value: "62277", role: ""))
    #expect(try conflicts() == [])
    try call.open.expectSound()
  }

  @Test func `declared by its reviewer excludes, though no tie shows it`() throws {
    let number = call.numbers[2]
    try call.desk("anna").recordInterest(.declared, of: "anna", in: number, motive: "Ma sœur.")
    #expect(try conflicts() == ["3 anna"])
    call.expectExit(1) { _ = try call.secretary.assign(number, to: ["anna"]) }
  }

  @Test(
    arguments: [
      ("anna", InterestRecord.Verdict.dismissed, "anna", 77),
      ("anna", .dismissed, "bruno", 77), ("anna", .declared, "bruno", 77),
      ("financeur", .declared, "financeur", nil), ("secretariat", .dismissed, "secretariat", 1),
      ("présidente", .dismissed, "présidente", 1), ("secretariat", .declared, "anna", nil),
      ("présidente", .dismissed, "anna", nil), ("secretariat", .declared, "inconnu", 1),
    ] as [(String, InterestRecord.Verdict, String, Int32?)])
  func `is declared by its reviewer, and never dismissed by its own`(
    actor: String, verdict: InterestRecord.Verdict, reviewer: String, code: Int32?
  ) throws {
    let number = call.numbers[0]
    let before = try call.open.desk.mandates()
    call.expectExit(code) {
      try call.desk(actor).recordInterest(verdict, of: reviewer, in: number, motive: "Parce que.")
    }
    #expect(try conflicts() == (code == nil && verdict == .declared ? ["1 \(reviewer)"] : []))
    #expect(try call.open.desk.mandates() == before)
  }

  @Test(arguments: ["", "  ", "\n"])
  func `needs a reason`(motive: String) throws {
    call.expectExit(64) {
      try call.secretary.recordInterest(
        .declared, of: "anna", in: call.numbers[0], motive: motive)
    }
    #expect(try conflicts() == [])
  }

  @Test func `keeps a recused reviewer from marking and from reading`() throws {
    let number = call.numbers[0]
    _ = try call.secretary.assign(number, to: ["anna", "bruno"])
    try call.secretary.recordInterest(.declared, of: "anna", in: number, motive: "Trésorière.")
    let acts = try call.open.acts().count
    let desk = call.desk("anna")
    call.expectExit(77) { _ = try desk.mark([call.mark(4)], on: number) }
    call.expectExit(77) { _ = try desk.submitReview(of: number) }
    call.expectExit(77) { _ = try desk.reviews(of: number) }
    #expect(
      try call.open.acts().suffix(3).map { $0.hasPrefix("anna refus") } == [true, true, true])
    #expect(try call.open.acts().count == acts + 3)
    #expect(try call.secretary.reviews(of: number).recused == ["anna"])
    call.expectExit(nil) { _ = try desk.reviews(of: call.numbers[1]) }
  }

  @Test func `takes off the marks already handed in, in the ranking too`() throws {
    let number = call.numbers[0]
    try call.review(1, by: "anna", 4)
    try call.review(1, by: "bruno", 2)
    _ = try call.secretary.rank(in: call.open.context)
    #expect(try call.humanLine(1) == "75")
    try tie(.siren, "216207241")
    #expect(try call.secretary.reviews(of: number).reviews.map(\.reviewer) == ["bruno"])
    #expect(try call.secretary.rank(in: call.open.context).isReordered == false)
    #expect(try call.humanLine(1) == "50")
    try call.secretary.recordInterest(.dismissed, of: "anna", in: number, motive: "Ancien.")
    _ = try call.secretary.rank(in: call.open.context)
    #expect(try call.humanLine(1) == "75")
  }
}

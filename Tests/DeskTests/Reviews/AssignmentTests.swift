import Dossiers
import Store
import Testing

@testable import Desk

@Suite struct `Giving dossiers to reviewers` {
  private let call: ReviewedCall

  init() throws { call = try ReviewedCall() }

  private func assigned() throws -> [String] {
    try call.numbers.flatMap { number in
      try call.secretary.reviews(of: number).assigned.map { "\(number.order) \($0)" }
    }
  }

  @Test func `by hand gives them once`() throws {
    let given = try call.secretary.assign(call.numbers[0], to: ["anna", "financeur"])
    #expect(
      given
        == ["anna", "financeur"].map {
          Assignment(number: call.numbers[0], reviewer: $0, isAutomatic: false)
        })
    _ = try call.desk("anna").assign(call.numbers[0], to: ["anna"])
    #expect(try assigned() == ["1 anna", "1 financeur"])
    try call.secretary.unassign(call.numbers[0], from: "anna")
    #expect(try assigned() == ["1 financeur"])
    call.expectExit(1) { try call.secretary.unassign(call.numbers[0], from: "anna") }
    try call.open.expectSound()
  }

  @Test(arguments: ["secretariat", "présidente", "inconnu"])
  func `by hand refuses who is no reviewer, and gives nothing`(id: String) throws {
    let number = call.numbers[0]
    call.expectExit(1) { _ = try call.secretary.assign(number, to: ["anna", id]) }
    #expect(try assigned() == [])
  }

  @Test func `simulated writes nothing`() throws {
    let acts = try call.open.acts()
    _ = try call.secretary.assign(call.numbers[0], to: ["anna"], isSimulated: true)
    _ = try call.secretary.assignAll(count: 2, in: call.open.context, isSimulated: true)
    #expect(try assigned() == [])
    #expect(try call.open.acts() == acts)
  }

  @Test func `automatically gives each enough reviewers, evenly, and what is missing only`() throws
  {
    _ = try call.secretary.assign(call.numbers[1], to: ["bruno"])
    let first = try call.secretary.assignAll(count: 1, in: call.open.context)
    #expect(first.given.map(\.number.order) == [1, 3])
    #expect(first.given.map(\.isAutomatic) == [true, true])
    #expect(first.short == [])
    #expect(first.loads.values.sorted() == [1, 2])
    let second = try call.secretary.assignAll(count: 2, in: call.open.context)
    #expect(second.given.count == 3)
    #expect(second.loads == ["anna": 3, "bruno": 3])
    #expect(try call.secretary.assignAll(count: 2, in: call.open.context).given == [])
    #expect(
      try assigned() == ["1 anna", "1 bruno", "2 anna", "2 bruno", "3 anna", "3 bruno"])
    try call.open.expectSound()
  }

  @Test func `automatically says which ones lack reviewers`() throws {
    try call.secretary.recordInterest(
      .declared, of: "anna", in: call.numbers[1], motive: "Voisine.")
    let outcome = try call.secretary.assignAll(count: 2, in: call.open.context)
    #expect(outcome.short == [call.numbers[1]])
    #expect(try assigned() == ["1 anna", "1 bruno", "2 bruno", "3 anna", "3 bruno"])
    let named = try call.secretary.assignAll(
      count: 3, among: ["anna", "bruno", "financeur"], in: call.open.context)
    #expect(named.given.map(\.reviewer) == ["financeur", "financeur", "financeur"])
    #expect(named.short == [call.numbers[1]])
  }

  @Test func `lists what is left to read, to all or to one`() throws {
    let desk = call.secretary
    try call.review(1, by: "anna", 3)
    _ = try desk.assign(call.numbers[1], to: ["anna", "bruno"])
    func orders(_ unmarked: Bool, _ reviewer: String? = nil) throws -> [Int] {
      try desk.dossiersToReview(in: call.context(), unmarked: unmarked, reviewer: reviewer)
        .map(\.number.order)
    }
    #expect(try orders(true) == [2, 3])
    #expect(try orders(false) == [1, 2, 3])
    #expect(try orders(false, "anna") == [1, 2])
    #expect(try orders(true, "anna") == [2])
    #expect(try orders(true, "bruno") == [2])
  }
}

import Committee
import Testing

@testable import Store

@Suite struct `A write in a session` {
  private let observation = SessionEvent.observation(Observation(text: "Remarque."))

  @Test(arguments: [0, 3, 5])
  func `is refused when the ledger ends elsewhere than where it was read`(last: Int) throws {
    let store = try SmallBase.decided()
    let session = try #require(try store.lastSession(call: SmallBase.call))
    let before = try store.rowCounts()
    #expect(throws: Store.Failure.overtaken) {
      try store.append(
        SessionWrite(events: [observation], after: last, act: SmallBase.act("essai", minutes: 6)),
        to: session)
    }
    #expect(try store.rowCounts() == before)
    try store.append(
      SessionWrite(events: [observation], after: 4, act: SmallBase.act("essai", minutes: 6)),
      to: session)
    #expect(try store.events(of: session).map(\.sequence) == [1, 2, 3, 4, 5])
    #expect(try store.brokenInvariants() == [])
  }

  @Test func `is refused for the second opening of a call`() throws {
    let store = try SmallBase.decided()
    let before = try store.rowCounts()
    #expect(throws: Store.Failure.overtaken) {
      try store.openSession(SmallBase.opening, act: SmallBase.act("ouverture de séance"))
    }
    #expect(try store.rowCounts() == before)
  }
}

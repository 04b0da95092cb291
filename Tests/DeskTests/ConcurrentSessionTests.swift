import Allocation
import Committee
import Contract
import Dossiers
import Store
import Synchronization
import TestKit
import Testing
import Vocabulary

@testable import Desk

@Suite struct `Two desks on one session` {
  let open: OpenDesk

  init() throws {
    open = try OpenDesk()
    for file in [
      "01-rouvroy-charte-de-proximite.yaml", "03-observatoire-par-les-habitants.yaml",
      "04-plaine-du-7-pacte-jeunesse.yaml",
    ] {
      let path = "fixtures/saisons/henin-carvin-2026/\(file)"
      _ = try open.desk.deposit(try Territory.source(path), in: open.context)
    }
    try open.desk.judgeAdmissibility(of: nil, in: open.context) { _ in }
    _ = try open.desk.rank(in: open.context)
  }

  /// Another program on the same file; what `meanwhile` does falls between its reading and its writing,
  /// so many times.
  private func other(
    _ times: Int = 1, meanwhile: @escaping @Sendable () throws -> Void
  ) throws -> Desk {
    let left = Interruptions(times)
    let morning = open.morning
    return try Desk.open(
      path: open.folder.file("base.sqlite"), actor: "secretariat", resources: OpenDesk.resources,
      surroundings: Surroundings {
        if left.takeOne() { #expect(throws: Never.self) { try meanwhile() } }
        return morning
      })
  }

  private func begin() throws -> SessionState {
    _ = try open.committee.openSession(in: open.context, place: "ici")
    try open.committee.recordPresence(
      open.context.call.committee.members.map { MemberPresence(member: $0, person: "x") },
      in: open.context)
    return try open.committee.session(of: open.context).state
  }

  /// A decision that gives a dossier all a purse has left, or all it needs if that is less.
  private func grant(
    _ application: SessionApplication, from purse: SessionPurse
  ) -> Decision {
    let amount = min(application.need, purse.amount)
    return Decision(
      number: application.number,
      kind: amount == application.need ? .granted : .partlyGranted,
      grants: [PurseAmount(purse: purse.id, amount: amount)], motive: "Essai.")
  }

  @Test func `never overspend a purse`() throws {
    let state = try begin()
    let applications = state.applications.values.inRankOrder()
    let purse = try #require(state.purses.values.min { ($0.amount, $0.id) < ($1.amount, $1.id) })
    let decisions = applications.prefix(2).map { grant($0, from: purse) }
    #expect(decisions.map(\.total).total() > purse.amount)
    let first = open.committee
    let context = open.context
    let second = try other { try first.decide(decisions[0], in: context) }
    let error = #expect(throws: SessionError.self) {
      try second.decide(decisions[1], in: context)
    }
    #expect(error?.finding.code == "decision_au_dela_de_l_enveloppe")
    let after = try first.session(of: context).state
    #expect(after.decisions == [decisions[0].number: decisions[0]])
    try open.expectSound()
  }

  @Test func `both write when neither hinders the other`() throws {
    let state = try begin()
    let numbers = state.applications.keys.sorted()
    let first = open.committee
    let context = open.context
    let second = try other {
      try first.decide(Decision(number: numbers[0], kind: .moot), in: context)
    }
    try second.decide(Decision(number: numbers[1], kind: .moot), in: context)
    let session = try first.session(of: context)
    #expect(session.state.decisions.keys.sorted() == Array(numbers.prefix(2)))
    #expect(session.events.map(\.sequence) == Array(1...session.events.count))
    try open.expectSound()
  }

  @Test func `give up with a clear word when the other never stops`() throws {
    let numbers = try begin().applications.keys.sorted()
    let first = open.committee
    let context = open.context
    let second = try other(3) {
      try first.decide(Decision(number: numbers[0], kind: .moot, motive: "Encore."), in: context)
    }
    let before = try first.session(of: context).events.count
    let error = #expect(throws: Store.Failure.self) {
      try second.decide(Decision(number: numbers[1], kind: .moot), in: context)
    }
    #expect(error?.exitCode == 75)
    #expect(
      error?.french
        == "Quelqu’un d’autre vient d’écrire dans la séance ; rien n’a été changé, recommencez.")
    #expect(try first.session(of: context).events.count == before + 3)
    try open.expectSound()
  }

  @Test func `propose and vote on what the other has decided`() throws {
    let number = try #require(try begin().applications.keys.min())
    let first = open.committee
    let context = open.context
    let deferral = Decision(number: number, kind: .deferred, motive: "Pièce attendue.")
    let second = try other { try first.decide(deferral, in: context) }
    let proposal = try second.propose(in: context, strategy: .rank).proposal
    let spoken = Set(proposal.grants.map(\.number) + proposal.refusals.map(\.number))
    #expect(spoken.count == 2 && !spoken.contains(number))
    let third = try other {
      _ = try first.voteProposal(proposal.id, ballots: nil, in: context)
    }
    #expect(throws: SessionError.proposal(proposal.id, .nothingToDecide)) {
      try third.voteProposal(proposal.id, ballots: nil, in: context)
    }
    try open.expectSound()
  }

  @Test func `open it once`() throws {
    let first = open.committee
    let context = open.context
    let second = try other { _ = try first.openSession(in: context, place: "ici") }
    #expect(throws: `A session of the committee`.alreadyOpen) {
      try second.openSession(in: context, place: "ailleurs")
    }
    #expect(try first.session(of: context).state.opening?.place == "ici")
    try open.expectSound()
  }

  @Test func `never go back in time`() throws {
    _ = try begin()
    let acts = try open.acts()
    let early = open.desk.acting(at: open.morning.adding(seconds: -1))
    let error = #expect(throws: SessionError.self) {
      try early.recordDepartureOfAll(in: open.context)
    }
    #expect(error?.finding.code == "seance_avant_le_dernier_evenement")
    #expect(try open.acts() == acts)
  }

  @Test func `see everyone leave at once`() throws {
    let members = try begin().present.keys.sorted()
    #expect(try open.committee.recordDepartureOfAll(in: open.context) == members)
    #expect(try open.committee.session(of: open.context).state.present.isEmpty)
    #expect(throws: DeskError.self) { try open.committee.recordDepartureOfAll(in: open.context) }
    try open.expectSound()
  }
}

/// How many times someone else still steps in.
private final class Interruptions: Sendable {
  private let left: Mutex<Int>

  init(_ times: Int) { left = Mutex(times) }

  func takeOne() -> Bool {
    left.withLock { left in
      guard left > 0 else { return false }
      left -= 1
      return true
    }
  }
}

import Committee
import Contract
import Dossiers
import Vocabulary

/// A session read once from end to end: its final state, and what the state forgets on the way.
struct SessionChronicle {
  /// Someone's stay at the table.
  struct Stay {
    let member: FunderID
    let person: String
    let from: Instant
    var until: Instant?
    let isSubstitute: Bool
  }

  /// A proxy, until it fell.
  struct Mandate {
    let proxy: Proxy
    let from: Instant
    var until: Instant?
  }

  /// A decision that replaced another.
  struct Revision {
    let former: Decision
    let latter: Decision
    let at: Instant
  }

  let opening: SessionOpening
  let openedAt: Instant
  private(set) var closedAt: Instant?
  private(set) var state = SessionState()
  private(set) var stays: [Stay] = []
  private(set) var proposals: [Proposal] = []
  private(set) var scenarios: [Scenario] = []
  private(set) var amendments: [Amendment] = []
  private(set) var recusals: [Recusal] = []
  private(set) var withdrawals: [CommitmentWithdrawal] = []
  /// What became of each proxy, in the order they were given.
  private(set) var mandates: [Mandate] = []
  private(set) var voteTimes: [Instant] = []
  /// Who voted for whom at each vote.
  private(set) var voteProxies: [[FunderID: FunderID]] = []
  private(set) var observations: [(at: Instant, observation: Observation)] = []
  private(set) var revisions: [Revision] = []
  /// How many members sat at the first vote or decision, and the fewest who did from then on.
  private(set) var presentAtFirstAct: Int?
  private(set) var fewestSinceFirstAct = Int.max
  /// Everything that happened, one line an event, in order.
  private(set) var course = SessionCourse()
  private let memberNames: [FunderID: String]

  init(_ events: [RecordedEvent]) throws(SessionError) {
    guard let first = events.first, case .opened(let opening) = first.event else {
      throw .order(.notOpened)
    }
    self.opening = opening
    openedAt = first.at
    memberNames = Dictionary(
      opening.charter.members.map { ($0.id, $0.name.printable) },
      uniquingKeysWith: { first, _ in first })
    for event in events { try read(event) }
    course.flush(in: self)
  }

  /// A member as minuted.
  func name(of member: FunderID) -> String { memberNames[member] ?? member.printable }

  private mutating func read(_ recorded: RecordedEvent) throws(SessionError) {
    if case .decision(let decision) = recorded.event,
      let former = state.decisions[decision.number]
    {
      revisions.append(Revision(former: former, latter: decision, at: recorded.at))
    }
    let preview = preview(of: recorded.event)
    let proxies = state.proxies
    try state.apply(recorded)
    course.tell(recorded, preview: preview, proxies: proxies, in: self)
    note(recorded.event, at: recorded.at)
    endMandates(at: recorded.at)
  }

  /// What a withdrawal brings down can only be seen before it happens.
  private func preview(of event: SessionEvent) -> WithdrawalPreview? {
    guard case .commitmentWithdrawn(let withdrawal) = event else { return nil }
    return state.preview(ofWithdrawing: withdrawal.purse, from: withdrawal.number)
  }

  private mutating func note(_ event: SessionEvent, at instant: Instant) {
    switch event {
    case .presence(let presence):
      stays.append(
        Stay(
          member: presence.member, person: presence.person.printable, from: instant,
          isSubstitute: presence.isSubstitute))
    case .departure(let departure):
      end(departure, at: instant)
      noteSeats()
    case .proxy(let proxy): mandates.append(Mandate(proxy: proxy, from: instant))
    case .recusal(let recusal): recusals.append(recusal)
    case .proposal(let proposal): proposals.append(proposal)
    case .scenario(let scenario): scenarios.append(scenario)
    case .amendment(let amendment): amendments.append(amendment)
    case .commitmentWithdrawn(let withdrawal): withdrawals.append(withdrawal)
    case .decision: noteAct()
    case .vote:
      voteTimes.append(instant)
      voteProxies.append(state.proxies)
      noteAct()
    case .observation(let observation): observations.append((instant, observation))
    case .closed(let closing): closedAt = closing.at
    // Told in the course of the session; the state keeps what the tables need.
    case .opened, .called, .commitment, .adjustment, .batch, .suspended, .resumed: break
    }
  }

  private mutating func endMandates(at instant: Instant) {
    for index in mandates.indices where mandates[index].until == nil {
      let proxy = mandates[index].proxy
      if state.proxies[proxy.giver] != proxy.holder { mandates[index].until = instant }
    }
  }

  private mutating func end(_ departure: MemberDeparture, at instant: Instant) {
    guard let index = stays.lastIndex(where: { $0.member == departure.member }) else { return }
    stays[index].until = instant
  }

  private mutating func noteAct() {
    if presentAtFirstAct == nil { presentAtFirstAct = state.counted }
    noteSeats()
  }

  private mutating func noteSeats() {
    guard presentAtFirstAct != nil else { return }
    fewestSinceFirstAct = min(fewestSinceFirstAct, state.counted)
  }
}

extension SessionState {
  /// Members who count for the quorum: those there with a vote and, where the charter says so, those
  /// who gave a proxy.
  fileprivate var counted: Int {
    let represented = opening?.charter.rules.countsProxies == true ? proxies.count : 0
    return seated.count + represented
  }
}

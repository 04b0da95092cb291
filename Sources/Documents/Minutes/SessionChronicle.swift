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
  private(set) var voteTimes: [Instant] = []
  private(set) var observations: [(at: Instant, observation: Observation)] = []
  private(set) var revisions: [Revision] = []
  /// How many members sat at the first vote or decision, and the fewest who did from then on.
  private(set) var presentAtFirstAct: Int?
  private(set) var fewestSinceFirstAct = Int.max
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
  }

  /// A member as minuted.
  func name(of member: FunderID) -> String { memberNames[member] ?? member.printable }

  private mutating func read(_ recorded: RecordedEvent) throws(SessionError) {
    if case .decision(let decision) = recorded.event,
      let former = state.decisions[decision.number]
    {
      revisions.append(Revision(former: former, latter: decision, at: recorded.at))
    }
    try state.apply(recorded)
    switch recorded.event {
    case .opened: break
    case .presence(let presence):
      stays.append(
        Stay(member: presence.member, person: presence.person.printable, from: recorded.at))
    case .departure(let departure):
      end(departure, at: recorded.at)
      noteSeats()
    case .proposal(let proposal): proposals.append(proposal)
    case .decision: noteAct()
    case .vote:
      voteTimes.append(recorded.at)
      noteAct()
    case .observation(let observation): observations.append((recorded.at, observation))
    case .closed(let closing): closedAt = closing.at
    case .proxy, .recusal, .called, .scenario, .amendment, .commitment, .commitmentWithdrawn,
      .adjustment, .batch, .suspended, .resumed:
      break
    }
  }

  private mutating func end(_ departure: MemberDeparture, at instant: Instant) {
    guard let index = stays.lastIndex(where: { $0.member == departure.member }) else { return }
    stays[index].until = instant
  }

  private mutating func noteAct() {
    if presentAtFirstAct == nil { presentAtFirstAct = state.present.count }
    noteSeats()
  }

  private mutating func noteSeats() {
    guard presentAtFirstAct != nil else { return }
    fewestSinceFirstAct = min(fewestSinceFirstAct, state.present.count)
  }
}

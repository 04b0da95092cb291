/// Names of the kinds of events in files; never renamed once written.
public enum SessionEventType: String, Hashable, Sendable, CaseIterable {
  case opened = "ouverture"
  case presence = "presence"
  case departure = "depart"
  case proposal = "proposition"
  case decision = "decision"
  case vote = "vote"
  case observation = "observation"
  case proxy = "procuration"
  case recusal = "deport"
  case called = "appel_dossier"
  case scenario
  case amendment = "amendement"
  case commitment = "engagement"
  case commitmentWithdrawn = "retrait_engagement"
  case adjustment = "ajustement"
  case batch = "lot"
  case suspended = "suspension"
  case resumed = "reprise"
  case closed = "cloture"
}

/// An event of a kind this release does not know.
public struct UnknownSessionEvent: Error, Hashable, Sendable {
  /// The kind as read.
  public let type: String

  /// Names the kind that was read.
  public init(type: String) { self.type = type }

  /// What is wrong and what to do, in French.
  public var french: String {
    "Événement de séance inconnu : «\u{00A0}\(type)\u{00A0}». "
      + "Utilisez une version du programme au moins aussi récente que celle qui a écrit ce registre."
  }
}

extension SessionEvent: Codable {
  private enum CodingKeys: String, CodingKey { case type }

  /// The kind of the event.
  public var type: SessionEventType {
    switch self {
    case .opened: .opened
    case .presence: .presence
    case .departure: .departure
    case .proposal: .proposal
    case .decision: .decision
    case .vote: .vote
    case .observation: .observation
    case .proxy: .proxy
    case .recusal: .recusal
    case .called: .called
    case .scenario: .scenario
    case .amendment: .amendment
    case .commitment: .commitment
    case .commitmentWithdrawn: .commitmentWithdrawn
    case .adjustment: .adjustment
    case .batch: .batch
    case .suspended: .suspended
    case .resumed: .resumed
    case .closed: .closed
    }
  }

  /// Decodes `{"type": "ouverture", …}`.
  ///
  /// - Throws: ``UnknownSessionEvent`` for an unknown type, `DecodingError` otherwise.
  public init(from decoder: any Decoder) throws {
    let name = try decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .type)
    guard let type = SessionEventType(rawValue: name) else { throw UnknownSessionEvent(type: name) }
    self =
      switch type {
      case .opened: .opened(try SessionOpening(from: decoder))
      case .presence: .presence(try MemberPresence(from: decoder))
      case .departure: .departure(try MemberDeparture(from: decoder))
      case .proposal: .proposal(try Proposal(from: decoder))
      case .decision: .decision(try Decision(from: decoder))
      case .vote: .vote(try Vote(from: decoder))
      case .observation: .observation(try Observation(from: decoder))
      case .proxy: .proxy(try Proxy(from: decoder))
      case .recusal: .recusal(try Recusal(from: decoder))
      case .called: .called(try ProjectCall(from: decoder))
      case .scenario: .scenario(try Scenario(from: decoder))
      case .amendment: .amendment(try Amendment(from: decoder))
      case .commitment: .commitment(try Commitment(from: decoder))
      case .commitmentWithdrawn: .commitmentWithdrawn(try CommitmentWithdrawal(from: decoder))
      case .adjustment: .adjustment(try CellAdjustment(from: decoder))
      case .batch: .batch(try Batch(from: decoder))
      case .suspended: .suspended(try Suspension(from: decoder))
      case .resumed: .resumed(try Resumption(from: decoder))
      case .closed: .closed(try SessionClosing(from: decoder))
      }
  }

  /// Encodes the type beside the keys of the payload.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(type.rawValue, forKey: .type)
    switch self {
    case .opened(let opening): try opening.encode(to: encoder)
    case .presence(let presence): try presence.encode(to: encoder)
    case .departure(let departure): try departure.encode(to: encoder)
    case .proposal(let proposal): try proposal.encode(to: encoder)
    case .decision(let decision): try decision.encode(to: encoder)
    case .vote(let vote): try vote.encode(to: encoder)
    case .observation(let observation): try observation.encode(to: encoder)
    case .proxy(let payload): try payload.encode(to: encoder)
    case .recusal(let payload): try payload.encode(to: encoder)
    case .called(let payload): try payload.encode(to: encoder)
    case .scenario(let payload): try payload.encode(to: encoder)
    case .amendment(let payload): try payload.encode(to: encoder)
    case .commitment(let payload): try payload.encode(to: encoder)
    case .commitmentWithdrawn(let payload): try payload.encode(to: encoder)
    case .adjustment(let payload): try payload.encode(to: encoder)
    case .batch(let payload): try payload.encode(to: encoder)
    case .suspended(let payload): try payload.encode(to: encoder)
    case .resumed(let payload): try payload.encode(to: encoder)
    case .closed(let closing): try closing.encode(to: encoder)
    }
  }
}

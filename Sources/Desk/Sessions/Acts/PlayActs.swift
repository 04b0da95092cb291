public import Committee
public import Contract
import Store
import Vocabulary

/// What a file of acts did, or would do.
public struct PlayedActs: Sendable {
  /// The events in order, the one that marks the file aside.
  public let events: [RecordedEvent]
  /// The state they lead to.
  public let state: SessionState
  /// The file was applied before: nothing was done.
  public let isAlreadyApplied: Bool
}

extension Desk {
  /// Applies a file of acts to the session as a whole, or not at all; a file already applied does
  /// nothing.
  ///
  /// - Parameters:
  ///   - file: one act a line (docs/formats/actes.md).
  ///   - context: the call.
  ///   - isSimulated: tell what would happen, and write nothing.
  /// - Returns: the events.
  /// - Throws: `Refusal` with the line of what is wrong, or ``DeskError``; nothing is then written.
  public func play(
    _ file: SourceFile, in context: CallContext, isSimulated: Bool
  ) throws -> PlayedActs {
    _ = try permit("appliquer un lot d’actes", to: .secretary)
    let reading = ActReading(file)
    guard reading.findings.isEmpty else { throw Refusal(reading.findings) }
    if !base.isTraining, let dated = reading.acts.first(where: { $0.at != nil }) {
      throw Refusal([
        Finding(
          code: "instant_non_admis",
          place: Finding.Place(file: file.name, line: dated.line, field: "a"),
          message: "L’heure d’un acte ne se choisit que sur une base de formation.",
          remedy: "Retirez la clé « a » : l’heure est celle de l’inscription.")
      ])
    }
    return try startingOver { try apply(reading.acts, of: file, in: context, isSimulated) }
  }

  private func apply(
    _ acts: [WrittenAct], of file: SourceFile, in context: CallContext, _ isSimulated: Bool
  ) throws -> PlayedActs {
    let session = try session(of: context)
    let batch = Batch(digest: Fingerprint.of(file.bytes), count: acts.count)
    guard !session.state.batches.contains(batch.digest) else {
      return PlayedActs(events: [], state: session.state, isAlreadyApplied: true)
    }
    guard session.record.closedAt == nil else { throw DeskError.sessionAlreadyClosed }
    var draft = ActDraft(session.state, actor: actorID)
    try draft.add(.batch(batch), at: acts.first?.at ?? surroundings.now())
    for written in acts {
      let instant = written.at ?? surroundings.now()
      do {
        for event in try events(of: written.act, on: draft.state, in: context, at: instant) {
          try draft.add(event, at: instant)
        }
      } catch {
        throw try refusal(of: written, in: file, because: error)
      }
    }
    if !isSimulated {
      try store.append(
        SessionWrite(
          events: draft.events.map(\.event), after: session.state.eventCount,
          act: journalAct("lot d’actes", subject: context.call.id, detail: batch.digest),
          instants: draft.events.map(\.at)),
        to: session.record)
    }
    return PlayedActs(
      events: Array(draft.events.dropFirst()), state: draft.state, isAlreadyApplied: false)
  }

  /// The refusal of an act, where it is written in the file.
  private func refusal(
    of written: WrittenAct, in file: SourceFile, because error: any Error
  ) throws -> Refusal {
    let finding: Finding
    switch error {
    case let error as SessionError: finding = error.finding
    case DeskError.refused(let message, let remedy):
      finding = Finding(code: "acte_refuse", message: message, remedy: remedy)
    default: throw error
    }
    return Refusal([
      Finding(
        code: finding.code,
        place: Finding.Place(file: file.name, line: written.line, field: finding.place.field),
        message: finding.message, remedy: finding.remedy)
    ])
  }
}

/// Events that follow each other from a state.
private struct ActDraft {
  private(set) var state: SessionState
  private(set) var events: [RecordedEvent] = []
  private let actor: String

  init(_ state: SessionState, actor: String) {
    self.state = state
    self.actor = actor
  }

  mutating func add(_ event: SessionEvent, at instant: Instant) throws(SessionError) {
    let recorded = RecordedEvent(
      sequence: state.eventCount + 1, at: instant, actor: actor, event: event)
    try state.apply(recorded)
    events.append(recorded)
  }
}

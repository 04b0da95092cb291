import Vocabulary

extension SessionState {
  /// The state after all these events.
  ///
  /// - Throws: the first refusal.
  public static func replay(
    _ events: some Sequence<RecordedEvent>
  ) throws(SessionError) -> SessionState {
    var state = SessionState()
    for event in events { try state.apply(event) }
    return state
  }

  /// Applies the next event of the ledger.
  ///
  /// - Throws: ``SessionError``, and leaves the state as it was.
  public mutating func apply(_ recorded: RecordedEvent) throws(SessionError) {
    guard recorded.sequence == eventCount + 1 else {
      throw .order(.sequence(expected: eventCount + 1, found: recorded.sequence))
    }
    if let last = lastEventAt, recorded.at < last {
      throw .order(.backInTime(last: last, found: recorded.at))
    }
    try apply(recorded.event)
    lastEventAt = recorded.at
  }

  /// Applies an event that is not in the ledger yet, to see whether it may enter.
  ///
  /// - Throws: ``SessionError``, and leaves the state as it was.
  public mutating func apply(_ event: SessionEvent) throws(SessionError) {
    try requirePhase(for: event)
    switch event {
    case .opened(let opening): try open(opening)
    case .presence(let presence): try seat(presence)
    case .departure(let departure): try unseat(departure)
    case .proxy(let proxy): try give(proxy)
    case .recusal(let recusal): try recuse(recusal)
    case .called(let call): try take(up: call)
    case .proposal(let proposal): try putForward(proposal)
    case .scenario(let scenario): try keep(scenario)
    case .amendment(let amendment): try putForward(amendment)
    case .commitment(let commitment): try promise(commitment)
    case .commitmentWithdrawn(let withdrawal): try withdraw(withdrawal)
    case .adjustment(let adjustment): try adjust(adjustment)
    case .decision(let decision): try decide(decision)
    case .vote(let vote): try count(vote)
    case .observation: break
    case .batch(let batch): try start(batch)
    case .suspended: phase = .suspended
    case .resumed: phase = .open
    case .closed(let closing): try close(closing)
    }
    eventCount += 1
  }

  private func requirePhase(for event: SessionEvent) throws(SessionError) {
    switch (phase, event.type) {
    case (.awaitingOpening, .opened): return
    case (.awaitingOpening, _): throw .order(.notOpened)
    case (.open, .opened), (.suspended, .opened): throw .order(.alreadyOpened)
    case (.open, .resumed): throw .order(.notSuspended)
    case (.suspended, .resumed), (.suspended, .batch): return
    case (.suspended, _): throw .order(.suspended)
    case (.open, _): return
    case (.closed, _): throw .order(.alreadyClosed)
    }
  }

  private mutating func close(_ closing: SessionClosing) throws(SessionError) {
    let missing = undecided()
    guard missing.isEmpty else { throw .undecided(missing) }
    guard dossiersToReview.isEmpty else { throw .toReview(dossiersToReview) }
    phase = .closed(at: closing.at)
  }
}

extension Stage {
  /// The stage after an event.
  ///
  /// Admissibility may be judged again until the session opens; a decision may be replaced by another
  /// until the session closes, which the session itself watches over. Whether the call is still open,
  /// which a correction needs, is asked by the use case: a stage knows no calendar.
  public func applying(_ event: DossierEvent) throws(TransitionRefused) -> Stage {
    let next: Stage? =
      switch self {
      case .draft: afterDraft(event)
      case .deposited, .completed: afterReceipt(event)
      case .incomplete: afterRequest(event)
      case .admissible, .reviewed: afterAdmission(event)
      case .inadmissible: afterRejection(event)
      case .inSession, .granted, .partlyGranted, .deferred, .refused, .withoutObject:
        event.decidedStage
      case .withdrawn: nil
      }
    guard let next else { throw TransitionRefused(stage: self, event: event) }
    return next
  }

  private func afterDraft(_ event: DossierEvent) -> Stage? {
    switch event {
    case .deposited: .deposited
    case .withdrawn: .withdrawn
    case .corrected, .completionAsked, .completed, .judgedAdmissible, .judgedInadmissible,
      .reviewed, .calledInSession, .decidedGranted, .decidedPartlyGranted, .decidedDeferred,
      .decidedRefused, .decidedWithoutObject:
      nil
    }
  }

  /// Received, or received again: what follows is the same.
  private func afterReceipt(_ event: DossierEvent) -> Stage? {
    switch event {
    case .corrected: self
    case .completionAsked: .incomplete
    case .judgedAdmissible: .admissible
    case .judgedInadmissible: .inadmissible
    case .withdrawn: .withdrawn
    case .deposited, .completed, .reviewed, .calledInSession, .decidedGranted,
      .decidedPartlyGranted, .decidedDeferred, .decidedRefused, .decidedWithoutObject:
      nil
    }
  }

  /// Only its answer, or the lack of one, takes a dossier out of there.
  private func afterRequest(_ event: DossierEvent) -> Stage? {
    switch event {
    case .completionAsked: .incomplete
    case .completed: .completed
    case .judgedInadmissible: .inadmissible
    case .withdrawn: .withdrawn
    case .deposited, .corrected, .judgedAdmissible, .reviewed, .calledInSession, .decidedGranted,
      .decidedPartlyGranted, .decidedDeferred, .decidedRefused, .decidedWithoutObject:
      nil
    }
  }

  private func afterAdmission(_ event: DossierEvent) -> Stage? {
    switch event {
    case .completionAsked: .incomplete
    case .judgedAdmissible: .admissible
    case .judgedInadmissible: .inadmissible
    case .reviewed: .reviewed
    case .calledInSession: .inSession
    case .withdrawn: .withdrawn
    case .deposited, .corrected, .completed, .decidedGranted, .decidedPartlyGranted,
      .decidedDeferred, .decidedRefused, .decidedWithoutObject:
      nil
    }
  }

  private func afterRejection(_ event: DossierEvent) -> Stage? {
    switch event {
    case .completionAsked: .incomplete
    case .judgedAdmissible: .admissible
    case .judgedInadmissible: .inadmissible
    case .withdrawn: .withdrawn
    case .deposited, .corrected, .completed, .reviewed, .calledInSession, .decidedGranted,
      .decidedPartlyGranted, .decidedDeferred, .decidedRefused, .decidedWithoutObject:
      nil
    }
  }
}

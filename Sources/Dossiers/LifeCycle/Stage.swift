/// Where a deposited dossier stands.
public enum Stage: String, Hashable, Sendable, Codable, CaseIterable {
  case deposited = "depose"
  case admissible = "recevable"
  case inadmissible = "irrecevable"
  case inSession = "en_seance"
  case granted = "accorde"
  case partlyGranted = "accorde_partiellement"
  case deferred = "ajourne"
  case refused = "refuse"
  case withoutObject = "sans_objet"
  case withdrawn = "retire"

  /// For readers.
  public var french: String {
    switch self {
    case .deposited: "déposé"
    case .admissible: "recevable"
    case .inadmissible: "irrecevable"
    case .inSession: "en séance"
    case .granted: "accordé"
    case .partlyGranted: "accordé partiellement"
    case .deferred: "ajourné"
    case .refused: "refusé"
    case .withoutObject: "sans objet"
    case .withdrawn: "retiré"
    }
  }

  /// Whether the committee has decided.
  public var isDecided: Bool {
    switch self {
    case .granted, .partlyGranted, .deferred, .refused, .withoutObject: true
    case .deposited, .admissible, .inadmissible, .inSession, .withdrawn: false
    }
  }
}

/// What can happen to a deposited dossier.
public enum DossierEvent: String, Hashable, Sendable, CaseIterable {
  case judgedAdmissible = "juge_recevable"
  case judgedInadmissible = "juge_irrecevable"
  case calledInSession = "mis_a_l_ordre_du_jour"
  case decidedGranted = "accorde"
  case decidedPartlyGranted = "accorde_partiellement"
  case decidedDeferred = "ajourne"
  case decidedRefused = "refuse"
  case decidedWithoutObject = "sans_objet"
  case withdrawn = "retire"
}

extension DossierEvent {
  /// The stage a decision leads to; `nil` when the event is not a decision.
  var decidedStage: Stage? {
    switch self {
    case .decidedGranted: .granted
    case .decidedPartlyGranted: .partlyGranted
    case .decidedDeferred: .deferred
    case .decidedRefused: .refused
    case .decidedWithoutObject: .withoutObject
    case .judgedAdmissible, .judgedInadmissible, .calledInSession, .withdrawn: nil
    }
  }
}

/// An event that cannot happen at a stage.
public struct TransitionRefused: Error, Hashable, Sendable {
  public let stage: Stage
  public let event: DossierEvent

  /// The refusal in French.
  public var french: String {
    "Un dossier « \(stage.french) » ne peut pas passer par « \(event.rawValue) »."
  }
}

extension Stage {
  /// The stage after an event.
  ///
  /// Admissibility may be judged again until the session opens; a decision may be replaced by another
  /// until the session closes, which the session itself watches over.
  public func applying(_ event: DossierEvent) throws(TransitionRefused) -> Stage {
    switch (self, event) {
    case (.deposited, .judgedAdmissible), (.admissible, .judgedAdmissible),
      (.inadmissible, .judgedAdmissible):
      return .admissible
    case (.deposited, .judgedInadmissible), (.admissible, .judgedInadmissible),
      (.inadmissible, .judgedInadmissible):
      return .inadmissible
    case (.admissible, .calledInSession): return .inSession
    case (.inSession, _), (.granted, _), (.partlyGranted, _), (.deferred, _), (.refused, _),
      (.withoutObject, _):
      guard let decided = event.decidedStage else {
        throw TransitionRefused(stage: self, event: event)
      }
      return decided
    case (.deposited, .withdrawn), (.admissible, .withdrawn), (.inadmissible, .withdrawn):
      return .withdrawn
    case (.deposited, .calledInSession), (.inadmissible, .calledInSession),
      (.deposited, .decidedGranted), (.deposited, .decidedPartlyGranted),
      (.deposited, .decidedDeferred), (.deposited, .decidedRefused),
      (.deposited, .decidedWithoutObject), (.admissible, .decidedGranted),
      (.admissible, .decidedPartlyGranted), (.admissible, .decidedDeferred),
      (.admissible, .decidedRefused), (.admissible, .decidedWithoutObject),
      (.inadmissible, .decidedGranted), (.inadmissible, .decidedPartlyGranted),
      (.inadmissible, .decidedDeferred), (.inadmissible, .decidedRefused),
      (.inadmissible, .decidedWithoutObject), (.withdrawn, _):
      throw TransitionRefused(stage: self, event: event)
    }
  }
}

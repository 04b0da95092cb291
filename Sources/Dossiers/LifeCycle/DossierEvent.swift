/// What can happen to a dossier.
public enum DossierEvent: String, Hashable, Sendable, CaseIterable {
  case deposited = "depose"
  /// The applicant replaces its file while the call is open.
  case corrected = "rectifie"
  case completionAsked = "complement_demande"
  case completed = "complete"
  case judgedAdmissible = "juge_recevable"
  case judgedInadmissible = "juge_irrecevable"
  case reviewed = "instruit"
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
    case .deposited, .corrected, .completionAsked, .completed, .judgedAdmissible,
      .judgedInadmissible, .reviewed, .calledInSession, .withdrawn:
      nil
    }
  }
}

extension DossierEvent {
  /// What cannot be done to a dossier, after « il ne peut pas ».
  var infinitive: String {
    switch self {
    case .deposited: "être déposé"
    case .corrected: "être rectifié"
    case .completionAsked: "recevoir une demande de complément"
    case .completed: "être complété"
    case .judgedAdmissible: "être jugé recevable"
    case .judgedInadmissible: "être jugé irrecevable"
    case .reviewed: "être déclaré instruit"
    case .calledInSession: "être mis à l’ordre du jour"
    case .decidedGranted, .decidedPartlyGranted, .decidedDeferred, .decidedRefused,
      .decidedWithoutObject:
      "recevoir une décision"
    case .withdrawn: "être retiré"
    }
  }
}

/// An event that cannot happen at a stage.
public struct TransitionRefused: Error, Hashable, Sendable {
  public let stage: Stage
  public let event: DossierEvent

  /// The refusal in French.
  public var french: String {
    "Un dossier « \(stage.french) » ne peut pas \(event.infinitive)."
  }
}

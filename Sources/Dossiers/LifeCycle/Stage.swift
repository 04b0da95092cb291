/// Where a dossier stands, from the first answer to the committee's decision.
public enum Stage: String, Hashable, Sendable, Codable, CaseIterable {
  /// Being filled; it has no number yet.
  case draft = "brouillon"
  case deposited = "depose"
  /// Something was asked of the applicant, who has not answered yet.
  case incomplete = "incomplet"
  /// The applicant answered what was asked.
  case completed = "complete"
  case admissible = "recevable"
  case inadmissible = "irrecevable"
  /// The instructor has nothing to add before the session.
  case reviewed = "instruit"
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
    case .draft: "brouillon"
    case .deposited: "déposé"
    case .incomplete: "incomplet"
    case .completed: "complété"
    case .admissible: "recevable"
    case .inadmissible: "irrecevable"
    case .reviewed: "instruit"
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
    case .draft, .deposited, .incomplete, .completed, .admissible, .inadmissible, .reviewed,
      .inSession, .withdrawn:
      false
    }
  }

  /// The stages at which a dossier is received and its admissibility is not judged yet.
  public static let unjudged: Set<Stage> = [.deposited, .incomplete, .completed]
  /// The stages at which a dossier takes part in the ranking and may come before the committee.
  public static let rankable: Set<Stage> = [.admissible, .reviewed]
}

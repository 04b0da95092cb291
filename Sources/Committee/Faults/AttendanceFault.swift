import Contract

/// Why a presence or a departure is refused.
public enum AttendanceFault: Error, Hashable, Sendable {
  case notAMember
  case alreadyPresent
  /// Leaves without having come.
  case notPresent

  func wording(of member: FunderID) -> FaultWording {
    switch self {
    case .notAMember:
      FaultWording(
        code: "presence_non_membre", message: "\(member) n’est pas membre du comité.",
        remedy: "Vérifiez l’identifiant dans la liste des membres de la charte.")
    case .alreadyPresent:
      FaultWording(
        code: "presence_deja_notee", message: "\(member) est déjà noté présent.",
        remedy: "Notez d’abord son départ si une autre personne le représente.")
    case .notPresent:
      FaultWording(
        code: "depart_sans_presence", message: "\(member) n’est pas présent.",
        remedy: "Notez sa présence avant son départ.")
    }
  }
}

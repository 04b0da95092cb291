import Contract

/// Why a presence or a departure is refused.
public enum AttendanceFault: Error, Hashable, Sendable {
  case notAMember
  case alreadyPresent
  /// Leaves without having come.
  case notPresent
  /// The person who sits has no name.
  case withoutName
  /// The name holds a line break or a control character.
  case unprintableName

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
    case .withoutName:
      FaultWording(
        code: "presence_sans_nom", message: "La personne qui siège pour \(member) n’a pas de nom.",
        remedy: "Écrivez son nom, ou le code du membre seul.")
    case .unprintableName:
      FaultWording(
        code: "presence_nom_illisible",
        message: "Le nom de la personne qui siège pour \(member) contient un saut de ligne "
          + "ou un caractère de contrôle.",
        remedy: "Réécrivez-le sur une seule ligne.")
    }
  }
}

import Contract
public import Dossiers

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
  /// Its ballots do not count: it neither gives nor holds a proxy.
  case withoutVote
  case alreadyRepresented
  /// The holder has as many proxies as the charter allows.
  case tooManyProxies(Int)
  case recusedWithoutMotive
  case alreadyRecused(DossierNumber)

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
    case .withoutVote, .alreadyRepresented, .tooManyProxies: proxyWording(of: member)
    case .recusedWithoutMotive:
      FaultWording(
        code: "deport_sans_motif", message: "Le déport de \(member) n’est pas motivé.",
        remedy: "Indiquez le motif : il figurera au procès-verbal.")
    case .alreadyRecused(let number):
      FaultWording(
        code: "deport_deja_note",
        message: "\(member) s’est déjà déporté du dossier \(number.text).",
        remedy: "Il n’y a rien à faire de plus.")
    }
  }

  private func proxyWording(of member: FunderID) -> FaultWording {
    switch self {
    case .alreadyRepresented:
      FaultWording(
        code: "procuration_double", message: "\(member) a déjà donné procuration.",
        remedy: "Une procuration tombe quand son mandataire part ou que son mandant arrive.")
    case .tooManyProxies(0):
      FaultWording(
        code: "procuration_non_admise", message: "La charte du comité n’admet pas de procuration.",
        remedy: "Elle se règle dans l’appel : comite.procurations_max.")
    case .tooManyProxies(let most):
      FaultWording(
        code: "procurations_trop_nombreuses",
        message: "\(member) tient déjà \(most) procuration(s), le plus que la charte admet.",
        remedy: "Donnez cette procuration à un autre membre présent.")
    default:
      FaultWording(
        code: "procuration_sans_voix",
        message: "\(member) siège avec voix consultative, sans procuration possible.",
        remedy: "Donnez la procuration entre membres qui votent.")
    }
  }
}

public import Contract
public import Dossiers
public import Vocabulary

/// What does not hold together in the opening of a session.
public enum OpeningFault: Error, Hashable, Sendable {
  case duplicateMember(FunderID)
  case duplicatePurse(String)
  case duplicateDossier(DossierNumber)
  /// The quorum is not between one and the number of members.
  case impossibleQuorum(Int, members: Int)
  /// A purse's amount is negative, or the purses together go beyond ``Cents/limit``.
  case purseAmount(String, Cents)
  /// A dossier's need, floor or request is negative, beyond the limit, or the floor exceeds the need.
  case dossierAmount(DossierNumber, Cents)
  /// A dossier asks money of a purse that is not before the committee.
  case unknownPurse(DossierNumber, purse: String)

  var wording: FaultWording {
    FaultWording(
      code: "ouverture_incoherente",
      message: "L’ouverture de la séance est refusée\u{00A0}: \(cause).",
      remedy: "Corrigez les données de l’appel ou du classement, puis rouvrez la séance.")
  }

  private var cause: String {
    switch self {
    case .duplicateMember(let id): "le membre \(id) y figure deux fois"
    case .duplicatePurse(let id): "l’enveloppe \(id) y figure deux fois"
    case .duplicateDossier(let number): "le dossier \(number.text) y figure deux fois"
    case .impossibleQuorum(let quorum, let members):
      "un quorum de \(quorum) est impossible avec \(members) membre(s)"
    case .purseAmount(let id, let amount):
      "le montant de l’enveloppe \(id), \(amount.french), n’est pas admis"
    case .dossierAmount(let number, let amount):
      "le montant \(amount.french) du dossier \(number.text) n’est pas admis"
    case .unknownPurse(let number, let purse):
      "le dossier \(number.text) sollicite l’enveloppe \(purse), inconnue de la séance"
    }
  }
}

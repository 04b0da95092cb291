public import Dossiers
public import Vocabulary

/// Why a proposal is refused or cannot be accepted.
public enum ProposalFault: Error, Hashable, Sendable {
  /// The identifier is already taken in this session.
  case duplicate
  /// No proposal of this identifier was put forward.
  case unknown
  case unknownDossier(DossierNumber)
  case unknownPurse(String)
  /// An amount is negative or beyond ``Cents/limit``.
  case amount(DossierNumber, purse: String, Cents)
  /// The same dossier and purse come twice, or a dossier is both funded and refused.
  case contradiction(DossierNumber)
  /// These undecided dossiers are neither funded nor refused by it, in order of number.
  case silent([DossierNumber])
  /// These dossiers of the proposal were decided since it was put forward, in order of number.
  case stale([DossierNumber])
  /// Every dossier of the session is already decided.
  case nothingToDecide

  func wording(of id: String) -> FaultWording {
    FaultWording(
      code: code, message: "La proposition \(id) est refusée\u{00A0}: \(cause).",
      remedy: remedy)
  }

  private var code: String {
    switch self {
    case .duplicate: "proposition_deja_presentee"
    case .unknown: "proposition_inconnue"
    case .unknownDossier: "proposition_dossier_inconnu"
    case .unknownPurse: "proposition_enveloppe_inconnue"
    case .amount: "proposition_montant"
    case .contradiction: "proposition_contradictoire"
    case .silent: "proposition_muette"
    case .stale: "proposition_perimee"
    case .nothingToDecide: "proposition_sans_objet"
    }
  }

  private var remedy: String {
    switch self {
    case .stale: "Faites une nouvelle proposition, qui compte avec ce qui est décidé."
    case .nothingToDecide: "Clôturez la séance, ou revenez dossier par dossier sur une décision."
    default: "Recalculez-la sur les données de la séance, ou corrigez son identifiant."
    }
  }

  private var cause: String {
    switch self {
    case .duplicate: "cet identifiant est déjà pris dans la séance"
    case .unknown: "elle n’a pas été présentée"
    case .unknownDossier(let number): "le dossier \(number.text) n’est pas soumis à la séance"
    case .unknownPurse(let purse): "l’enveloppe \(purse) est inconnue de la séance"
    case .amount(let number, let purse, let amount):
      "\(amount.french) pour \(number.text) sur \(purse) n’est pas un montant admis"
    case .contradiction(let number): "elle se contredit sur le dossier \(number.text)"
    case .silent(let numbers):
      "elle ne dit rien de \(numbers.map(\.text).joined(separator: ", "))"
    case .stale(let numbers):
      "depuis qu’elle a été présentée, le comité a décidé de "
        + numbers.map(\.text).joined(separator: ", ")
    case .nothingToDecide: "tous les dossiers de la séance sont déjà décidés"
    }
  }
}

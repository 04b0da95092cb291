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

  func wording(of id: String) -> FaultWording {
    FaultWording(
      code: code, message: "La proposition \(id) est refusée\u{00A0}: \(cause).",
      remedy: "Recalculez-la sur les données de la séance, ou corrigez son identifiant.")
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
    }
  }
}

import Dossiers
public import Vocabulary

/// Why a decision is refused.
public enum DecisionFault: Error, Hashable, Sendable {
  case unknownDossier
  case unknownPurse(String)
  /// A purse comes twice among the amounts.
  case duplicatePurse(String)
  case withoutQuorum(present: Int, quorum: Int)
  /// An amount is negative, or a sum goes beyond ``Cents/limit``.
  case amount(purse: String, Cents)
  /// The kind and the total contradict each other.
  case inconsistent(DecisionKind, total: Cents, need: Cents)
  /// More than the project needs, without a derogation.
  case aboveNeed(total: Cents, need: Cents)
  /// The purse would give more than it holds, without a derogation.
  case abovePurse(String, total: Cents, amount: Cents)
  /// The dossier was voted down by those who vote on this purse.
  case votedDown(String)
  /// The purse took its promise back.
  case withdrawn(String)
  /// A promise is not kept, or its condition is not met.
  case unkept(UnkeptCommitment)
  /// A refusal or an adjournment says no reason.
  case withoutMotive(DecisionKind)
  /// The dossier is already decided, and no reason is given to decide again.
  case alreadyDecided(DecisionKind)
  /// The derogation has no motive or no author.
  case emptyDerogation

  func wording(of number: DossierNumber) -> FaultWording {
    FaultWording(
      code: code,
      message: "La décision sur le dossier \(number.text) est refusée\u{00A0}: \(cause).",
      remedy: remedy)
  }

  private var code: String {
    switch self {
    case .unknownDossier: "decision_dossier_inconnu"
    case .unknownPurse: "decision_enveloppe_inconnue"
    case .duplicatePurse: "decision_enveloppe_double"
    case .withoutQuorum: "decision_sans_quorum"
    case .amount: "decision_montant"
    case .inconsistent: "decision_incoherente"
    case .aboveNeed: "decision_au_dela_du_besoin"
    case .abovePurse: "decision_au_dela_de_l_enveloppe"
    case .votedDown: "decision_malgre_le_vote"
    case .withdrawn: "decision_malgre_retrait"
    case .unkept: "decision_contre_engagement"
    case .withoutMotive: "decision_sans_motif"
    case .alreadyDecided: "decision_deja_prise"
    case .emptyDerogation: "derogation_sans_motif"
    }
  }

  private var cause: String {
    switch self {
    case .unknownDossier: "il n’est pas soumis à la séance"
    case .unknownPurse(let id): "l’enveloppe \(id) est inconnue de la séance"
    case .duplicatePurse(let id): "l’enveloppe \(id) y figure deux fois"
    case .withoutQuorum(let present, let quorum):
      "le quorum n’est pas atteint (\(present) présent(s), \(quorum) requis)"
    case .amount(let purse, let amount): "\(amount.french) sur \(purse) n’est pas un montant admis"
    case .inconsistent(let kind, let total, let need):
      "«\u{00A0}\(kind.french)\u{00A0}» ne va pas avec un total de \(total.french) "
        + "pour un besoin de \(need.french)"
    case .aboveNeed(let total, let need):
      "le total de \(total.french) dépasse le besoin de \(need.french)"
    case .abovePurse(let id, let total, let amount):
      "l’enveloppe \(id) serait portée à \(total.french) pour \(amount.french) disponibles"
    case .votedDown(let id): "le vote sur l’enveloppe \(id) l’a rejetée"
    case .withdrawn(let id): "l’enveloppe \(id) a retiré son engagement"
    case .unkept(let commitment): commitment.french
    case .withoutMotive(let kind): "«\u{00A0}\(kind.french)\u{00A0}» doit être motivé"
    case .alreadyDecided(let kind): "ce dossier est déjà décidé (\(kind.french))"
    case .emptyDerogation: "la dérogation n’a pas de motif ou pas d’auteur"
    }
  }

  private var remedy: String {
    switch self {
    case .unknownDossier, .unknownPurse:
      "Vérifiez l’identifiant dans la liste soumise à l’ouverture."
    case .duplicatePurse: "Inscrivez un seul montant par enveloppe."
    case .withoutQuorum: "Attendez l’arrivée d’autres membres, ou ajournez la séance."
    case .amount: "Indiquez un montant positif, en centimes."
    case .inconsistent:
      "Accordé veut le besoin entier, accordé partiellement une part, les autres décisions rien."
    case .votedDown: "Retirez ce montant, votez de nouveau, ou motivez une dérogation."
    case .withdrawn: "Prenez ce montant ailleurs, ou faites noter un nouvel engagement."
    case .unkept: "Suivez l’engagement, faites-le retirer, ou motivez une dérogation."
    case .aboveNeed, .abovePurse: "Réduisez les montants, ou motivez une dérogation."
    case .withoutMotive, .alreadyDecided: "Indiquez le motif : il figurera au procès-verbal."
    case .emptyDerogation: "Indiquez le motif et l’auteur de la dérogation."
    }
  }
}

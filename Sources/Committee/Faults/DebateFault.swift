public import Contract
public import Dossiers
public import Vocabulary

/// Why an amendment, a promise, an adjustment, a scenario or a batch is refused.
public enum DebateFault: Error, Hashable, Sendable {
  case unknownDossier(DossierNumber)
  case unknownPurse(String)
  case notAMember(FunderID)
  /// Its author is not there.
  case absent(FunderID)
  case withoutMotive
  /// An identifier or a name that is already taken, or empty.
  case badName(String)
  case amount(purse: String, Cents)
  case duplicatePurse(String)
  /// The total exceeds what the project needs.
  case aboveNeed(total: Cents, need: Cents)
  /// A promise on a condition about itself.
  case conditionOnItself(String)
  case alreadyPromised(String)
  case nothingPromised(String)
  case nothingToLift(String)
  /// The dossier is decided: nothing is computed around it any more.
  case decided
  /// This file was applied already.
  case batchApplied

  var wording: FaultWording { FaultWording(code: code, message: message, remedy: remedy) }

  private var code: String {
    switch self {
    case .unknownDossier: "debat_dossier_inconnu"
    case .unknownPurse: "debat_enveloppe_inconnue"
    case .notAMember: "debat_non_membre"
    case .absent: "debat_absent"
    case .withoutMotive: "debat_sans_motif"
    case .badName: "debat_nom"
    case .amount: "debat_montant"
    case .duplicatePurse: "debat_enveloppe_double"
    case .aboveNeed: "debat_au_dela_du_besoin"
    case .conditionOnItself: "engagement_sur_lui_meme"
    case .alreadyPromised: "engagement_deja_pris"
    case .nothingPromised: "engagement_absent"
    case .nothingToLift: "ajustement_absent"
    case .decided: "ajustement_dossier_decide"
    case .batchApplied: "lot_deja_applique"
    }
  }

  private var message: String {
    switch self {
    case .unknownDossier(let number):
      "Le dossier \(number.text) n’est pas soumis à la séance."
    case .unknownPurse(let id): "L’enveloppe \(id) est inconnue de la séance."
    case .notAMember(let member): "\(member) n’est pas membre du comité."
    case .absent(let member): "\(member) n’est pas présent."
    case .withoutMotive: "Le motif manque."
    case .badName(let name): "«\u{00A0}\(name)\u{00A0}» est vide ou déjà pris dans cette séance."
    case .amount(let purse, let amount):
      "\(amount.french) sur \(purse) n’est pas un montant admis."
    case .duplicatePurse(let id): "L’enveloppe \(id) figure deux fois."
    case .aboveNeed(let total, let need):
      "Le total de \(total.french) dépasse le besoin de \(need.french)."
    case .conditionOnItself(let id): "L’engagement de \(id) est posé sous condition de lui-même."
    case .alreadyPromised(let id): "\(id) s’est déjà engagée sur ce dossier."
    case .nothingPromised(let id): "\(id) n’a pas d’engagement sur ce dossier."
    case .nothingToLift(let id): "Aucun ajustement ne porte sur \(id) pour ce dossier."
    case .decided: "Ce dossier est déjà décidé."
    case .batchApplied: "Ce lot d’actes est déjà inscrit au registre."
    }
  }

  private var remedy: String {
    switch self {
    case .unknownDossier, .unknownPurse:
      "Vérifiez l’identifiant dans la liste soumise à l’ouverture."
    case .notAMember: "Vérifiez l’identifiant dans la liste des membres de la charte."
    case .absent: "Notez d’abord sa présence\u{00A0}: aap comite presence."
    case .withoutMotive: "Indiquez le motif : il figurera au procès-verbal."
    case .badName: "Choisissez un autre nom."
    case .amount: "Indiquez un montant positif."
    case .duplicatePurse: "Inscrivez un seul montant par enveloppe."
    case .aboveNeed: "Réduisez les montants."
    case .conditionOnItself: "Nommez une autre enveloppe dans la condition."
    case .alreadyPromised: "Retirez d’abord cet engagement, avec son motif."
    case .nothingPromised, .nothingToLift: "Vérifiez le dossier et l’enveloppe."
    case .decided: "Décidez-le de nouveau, avec un motif\u{00A0}: aap comite decider."
    case .batchApplied: "Il n’y a rien à faire de plus."
    }
  }
}

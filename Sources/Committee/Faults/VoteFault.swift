public import Contract
import Dossiers

/// Why a vote is refused.
public enum VoteFault: Error, Hashable, Sendable {
  /// What is voted on is not before the session.
  case unknownSubject
  case unknownPurse(String)
  case notAMember(FunderID)
  case absent(FunderID)
  case duplicateBallot(FunderID)
  /// The member stood aside from the dossier.
  case recused(FunderID)
  /// The vote bears on purses of which this member pays none.
  case notItsPurse(FunderID)
  /// These members are present and entitled to vote, and have no ballot; in order of identifier.
  case withoutBallot([FunderID])
  /// Recused members do not count for the quorum.
  case withoutQuorum(counted: Int, quorum: Int)

  func wording(of subject: VoteSubject) -> FaultWording {
    FaultWording(
      code: code, message: "Le vote (\(subject.french)) est refusé\u{00A0}: \(cause).",
      remedy: remedy)
  }

  private var code: String {
    switch self {
    case .unknownSubject: "vote_objet_inconnu"
    case .unknownPurse: "vote_enveloppe_inconnue"
    case .notAMember: "vote_non_membre"
    case .absent: "vote_absent"
    case .duplicateBallot: "vote_double"
    case .recused: "vote_malgre_deport"
    case .notItsPurse: "vote_hors_enveloppe"
    case .withoutBallot: "vote_incomplet"
    case .withoutQuorum: "vote_sans_quorum"
    }
  }

  private var cause: String {
    switch self {
    case .unknownSubject: "cet objet n’est pas soumis à la séance"
    case .unknownPurse(let id): "l’enveloppe \(id) est inconnue de la séance"
    case .notAMember(let member): "\(member) n’est pas membre du comité"
    case .absent(let member): "\(member) n’est ni présent ni représenté"
    case .duplicateBallot(let member): "\(member) y vote deux fois"
    case .recused(let member): "\(member) s’est déporté de ce dossier"
    case .notItsPurse(let member): "\(member) ne vote sur aucune des enveloppes en cause"
    case .withoutBallot(let members):
      "il manque le bulletin de \(members.joined(separator: ", "))"
    case .withoutQuorum(let counted, let quorum):
      "le quorum n’est pas atteint (\(counted) votant(s) possible(s), \(quorum) requis)"
    }
  }

  private var remedy: String {
    switch self {
    case .unknownSubject: "Présentez d’abord la proposition, ou vérifiez le numéro du dossier."
    case .unknownPurse: "Vérifiez l’identifiant de l’enveloppe."
    case .notAMember, .notItsPurse, .recused: "Retirez ce bulletin."
    case .absent: "Notez sa présence ou sa procuration, ou retirez son bulletin."
    case .withoutBallot:
      "Donnez un bulletin par membre présent ou représenté (pour, contre, abstention ou ne_prend_pas_part)."
    case .duplicateBallot: "Gardez un seul bulletin par membre."
    case .withoutQuorum: "Attendez l’arrivée d’autres membres, ou ajournez la séance."
    }
  }
}

public import Store
public import Vocabulary

/// Why a use case could not be carried out, apart from the findings about a file.
public enum DeskError: Error, Hashable, Sendable {
  /// Nobody of this name acts on the base.
  case unknownActor(String)
  /// The actor's role does not allow the act.
  case notPermitted(actor: String, act: String, roles: [Role])
  /// The actor has an interest in the dossier, and takes no part in it.
  case recused(actor: String, number: String, reason: String, remedy: String)
  /// The role allows the act, but not on this: another funder's purse, a dossier that asks it nothing.
  case outsidePurview(actor: String, act: String, reason: String)
  /// The clock may only be set on a training base.
  case clockNotAllowed
  case clockUnreadable(String)
  case notInitialised
  case noCall
  case unknownCall(String)
  case callAlreadyOpen(String)
  case callClosed(String, at: Instant)
  case unknownDossier(String)
  case noRanking
  case noSession
  case sessionAlreadyClosed
  case inputMissing(path: String)
  case cannotCreate(path: String, reason: String)
  case inputOutput(path: String, reason: String)
  case resourcesMissing(tried: [String])
  /// A program that an option needs is not installed.
  case toolMissing(String, remedy: String)
  /// A word of the command line that means nothing here, with what to write instead.
  case misused(String, remedy: String)
  /// A refusal of the domain, already worded, with what to do.
  case refused(String, remedy: String)

  /// The exit code of `docs/commandes.md`: 1, 66, 73, 74 or 77.
  public var exitCode: Int32 {
    switch self {
    case .unknownActor, .notPermitted, .recused, .outsidePurview, .clockNotAllowed: 77
    case .clockUnreadable, .misused: 64
    case .notInitialised, .inputMissing, .resourcesMissing, .toolMissing: 66
    case .cannotCreate: 73
    case .inputOutput: 74
    case .noCall, .unknownCall, .callAlreadyOpen, .callClosed, .unknownDossier, .noRanking,
      .noSession, .sessionAlreadyClosed, .refused:
      1
    }
  }
}

extension DeskError {
  /// What happened and what to do next, in French.
  public var french: String {
    switch self {
    case .unknownActor(let id):
      "« \(id) » n’est pas un acteur de cette base. Demandez au secrétaire : aap acteur ajouter \(id) --role ROLE, ou précisez --acteur."
    case .notPermitted(let actor, let act, let roles):
      "« \(actor) » ne peut pas faire cet acte (\(act)) : il demande le rôle \(roles.map(\.rawValue).joined(separator: " ou "))."
    case .recused(let actor, let number, let reason, let remedy):
      "« \(actor) » ne prend pas part au dossier \(number) : \(reason). \(remedy)"
    case .outsidePurview(let actor, let act, let reason):
      "« \(actor) » ne peut pas faire cet acte (\(act)) : \(reason)."
    case .clockNotAllowed:
      "AAP_MAINTENANT n’est accepté que sur une base de formation (aap init --formation)."
    case .clockUnreadable(let text):
      "AAP_MAINTENANT vaut « \(text) », qui n’est pas un instant RFC 3339 comme 2016-01-10T10:00:00+01:00."
    case .notInitialised: "Cette base est vide : recréez-la avec aap init --referentiel DOSSIER."
    case .noCall: "Aucun appel n’est ouvert : aap appel ouvrir --config DOSSIER/appel.yaml."
    case .unknownCall(let id):
      "L’appel « \(id) » n’est pas dans cette base : aap appel etat les montre."
    case .callAlreadyOpen(let id):
      "L’appel « \(id) » a déjà été ouvert dans cette base ; ses règles ne changent plus."
    case .callClosed(let id, let at):
      "L’appel « \(id) » a été clôturé le \(at.french) ; rien ne peut plus y être déposé."
    case .unknownDossier(let number):
      "Le dossier « \(number) » n’existe pas : aap dossier lister les montre."
    case .noRanking: "Aucun classement n’a été calculé : aap classer."
    case .noSession: "Aucune séance n’est ouverte : aap comite ouvrir."
    case .sessionAlreadyClosed: "La séance est close ; son registre ne change plus."
    default: frenchOfFiles
    }
  }

  private var frenchOfFiles: String {
    switch self {
    case .inputMissing(let path):
      "Le fichier ou dossier « \(path) » est introuvable ou illisible. Vérifiez le chemin."
    case .cannotCreate(let path, let reason):
      "Impossible de créer « \(path) » : \(reason)."
    case .inputOutput(let path, let reason):
      "Lecture ou écriture impossible sur « \(path) » : \(reason)."
    case .resourcesMissing(let tried):
      "Les dossiers templates/ et schemas/ sont introuvables. Cherchés dans : \(tried.joined(separator: " ; ")). Indiquez-les avec AAP_RESSOURCES."
    case .toolMissing(let name, let remedy):
      "Le programme « \(name) » est introuvable. \(remedy)"
    case .refused(let what, let remedy), .misused(let what, let remedy): "\(what) \(remedy)"
    default: ""
    }
  }
}

extension Store.Failure {
  /// The exit code of `docs/commandes.md`.
  public var exitCode: Int32 {
    switch self {
    case .missing: 66
    case .alreadyExists, .cannotCreate: 73
    case .notABase, .tooRecent: 65
    case .callClosed: 1
    case .busy, .overtaken, .versionOvertaken, .draftChanged, .rankingOvertaken,
      .reviewOvertaken:
      75
    case .draftClosed: 1
    case .inputOutput: 74
    case .defect: 70
    }
  }

  /// What happened and what to do next, in French.
  public var french: String {
    switch self {
    case .missing(let path):
      "La base « \(path) » n’existe pas. Créez-la (aap init --referentiel DOSSIER) ou indiquez-la avec --base."
    case .alreadyExists(let path):
      "« \(path) » existe déjà ; rien n’a été changé. Choisissez un autre nom avec --base."
    case .cannotCreate(let path, let reason): "Impossible de créer « \(path) » : \(reason)."
    case .notABase(let path): "« \(path) » n’est pas une base d’aap."
    case .tooRecent(let path):
      "La base « \(path) » a été écrite par une version plus récente d’aap : mettez le programme à jour."
    case .busy:
      "La base est occupée par un autre programme. Réessayez dans un instant ; rien n’a été changé."
    case .callClosed(let id):
      "L’appel « \(id) » est clôturé ; rien ne peut plus y être déposé. Rien n’a été changé."
    case .rankingOvertaken:
      "Pendant le calcul, une séance s’est ouverte, un dossier a changé ou un autre classement a été enregistré ; rien n’a été changé, recommencez : aap classer."
    case .reviewOvertaken(let number):
      "Vos notes sur \(number) viennent d’être rendues ou changées, ou le dossier a changé ; rien n’a été rendu. Relisez : aap instruire noter \(number)."
    case .versionOvertaken(let number):
      "Quelqu’un d’autre vient d’envoyer une version du dossier \(number) ; la vôtre n’est pas enregistrée. "
        + "Relisez-le (aap dossier montrer \(number)), puis recommencez."
    case .overtaken:
      "Quelqu’un d’autre vient d’écrire dans la séance ; rien n’a été changé, recommencez."
    case .draftClosed(let id):
      "Le brouillon \(id) n’est plus ouvert : il a été déposé ou abandonné. Rien n’a été changé ; « aap dossier saisir --reprendre » montre les brouillons ouverts."
    case .draftChanged(let id):
      "Quelqu’un vient de répondre dans le brouillon \(id) ; rien n’a été déposé. Relisez-le (:voir), puis recommencez."
    case .inputOutput(let reason):
      "Le disque ou la base a refusé l’opération (\(reason)). Rien n’a été changé."
    case .defect(let detail):
      "défaut du programme (\(detail)). Rien n’a été changé par cette commande ; merci de signaler ce message."
    }
  }
}

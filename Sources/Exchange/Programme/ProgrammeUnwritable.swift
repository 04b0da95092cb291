public import Vocabulary

/// Why a programme cannot be written; `project` is `nil` for the header and the catalogues.
public enum ProgrammeUnwritable: Error, Hashable, Sendable {
  /// A character that XML 1.0 forbids, by its Unicode number.
  case illegalCharacter(project: String?, field: String, scalar: UInt32)
  case emptyText(project: String?, field: String)
  /// A text longer than the schema allows, in characters.
  case longText(project: String?, field: String, limit: Int)
  /// A code, a number or an identifier that the schema does not allow.
  case malformedToken(project: String?, field: String)
  /// An amount, a count or a mark that the schema does not allow.
  case outOfRange(project: String?, field: String)
  case unknownPurse(project: String, purse: String)
  case unknownObjective(project: String, objective: String)
  case duplicateCatalogueEntry(field: String, code: String)
  /// The lines do not add up to what the project is granted.
  case linesDoNotSum(project: String, granted: Cents, lines: Cents)
  /// Money for a project that the decision does not retain.
  case grantWithoutDecision(project: String)
  /// The sum of the programme passes the largest amount that can be written.
  case totalOutOfRange(project: String)
  /// Called before `begin`, twice, or after `finish`.
  case outOfOrder
}

extension ProgrammeUnwritable {
  /// The refusal in French, naming the project and what to do.
  public var finding: Finding {
    let wording = self.wording
    return Finding(
      code: wording.code, place: Finding.Place(field: wording.field),
      message: wording.message, remedy: wording.remedy)
  }

  private typealias Wording = (code: String, field: String?, message: String, remedy: String)

  private var wording: Wording {
    switch self {
    case .illegalCharacter(let project, let field, let scalar):
      (
        "caractere_interdit", field,
        "\(Self.subject(project, field)) contient le caractère U+\(Self.hexadecimal(scalar)), "
          + "interdit en XML.",
        "Retirez ce caractère invisible de la saisie, puis recommencez l’export."
      )
    case .emptyText(let project, let field):
      (
        "texte_vide", field, "\(Self.subject(project, field)) est vide.",
        "Renseignez ce champ avant l’export."
      )
    case .longText(let project, let field, let limit):
      (
        "texte_trop_long", field,
        "\(Self.subject(project, field)) dépasse \(FrenchNumber.text(limit)) caractères.",
        "Raccourcissez ce texte avant l’export."
      )
    case .malformedToken(let project, let field):
      (
        "jeton_mal_forme", field, "\(Self.subject(project, field)) n’a pas la forme prévue.",
        "Corrigez ce code : le schéma publié en donne la forme."
      )
    case .outOfRange(let project, let field):
      (
        "valeur_hors_limites", field, "\(Self.subject(project, field)) est hors limites.",
        "Corrigez cette valeur : le schéma publié en donne les bornes."
      )
    case .unknownPurse, .unknownObjective, .duplicateCatalogueEntry: referenceWording
    case .linesDoNotSum, .grantWithoutDecision, .totalOutOfRange, .outOfOrder: sumWording
    }
  }

  private var referenceWording: Wording {
    switch self {
    case .unknownPurse(let project, let purse):
      (
        "enveloppe_inconnue", "enveloppe",
        "Projet \(project)\u{00A0}: l’enveloppe « \(purse) » n’est pas au catalogue.",
        "Ajoutez l’enveloppe à l’appel ou corrigez la ligne de financement."
      )
    case .unknownObjective(let project, let objective):
      (
        "objectif_inconnu", "objectif",
        "Projet \(project)\u{00A0}: l’objectif « \(objective) » n’est pas au catalogue.",
        "Corrigez l’objectif du dossier : le plan d’actions donne les codes."
      )
    case .duplicateCatalogueEntry(let field, let code):
      (
        "catalogue_en_double", field, "« \(code) » figure deux fois au catalogue.",
        "Gardez une seule entrée par code."
      )
    default: sumWording
    }
  }

  private var sumWording: Wording {
    switch self {
    case .linesDoNotSum(let project, let granted, let lines):
      (
        "somme_des_lignes", "attribue",
        "Projet \(project)\u{00A0}: les lignes attribuent \(lines.french), le projet "
          + "\(granted.french).",
        "Vérifiez la base avec « aap verifier »."
      )
    case .grantWithoutDecision(let project):
      (
        "attribution_sans_decision", "attribue",
        "Projet \(project)\u{00A0}: un montant est attribué alors que la décision ne retient pas "
          + "le projet.",
        "Vérifiez la base avec « aap verifier »."
      )
    case .totalOutOfRange(let project):
      (
        "total_hors_limites", "totaux",
        "Projet \(project)\u{00A0}: avec lui, un total dépasse \(Cents.limit.french).",
        "Vérifiez les montants du projet."
      )
    default:
      (
        "export_desordonne", nil, "L’export a été conduit dans le désordre.",
        "Relancez la commande ; si le message revient, signalez-le."
      )
    }
  }

  private static func subject(_ project: String?, _ field: String) -> String {
    guard let project else { return "Le champ « \(field) » de la programmation" }
    return "Projet \(project)\u{00A0}: le champ « \(field) »"
  }

  private static func hexadecimal(_ scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

/// The bounds within which a document is read.
struct XMLReadingLimits: Sendable {
  /// Bytes handed to the parser at once.
  static let slice = 64 * 1024
  /// Bytes of all the different names of a document: the parser never forgets one.
  static let names = 4 << 20

  /// Levels of elements.
  let depth: Int
  /// Bytes of one tag, comment or attribute.
  let pending: Int
  /// Bytes of text in one element.
  let text: Int
}

/// What is wrong with the document as a file, apart from any schema.
enum XMLIntruder {
  case doctype
  case depth
  case pending
  case text
  case names
  case encoding
  case empty
  /// The library refuses the document without having said why.
  case unexplained

  /// Code, sentence and remedy, for a document of this format.
  func wording(in format: XMLFormat) -> XMLFault.Wording {
    let shorten =
      "Raccourcissez-le : le schéma borne les textes à \(format.longestText) caractères."
    return switch self {
    case .doctype:
      (
        "doctype_refuse",
        "Le fichier déclare un type de document (DOCTYPE) : c’est refusé, par sécurité.",
        "Retirez la déclaration DOCTYPE et les entités."
      )
    case .depth:
      (
        "xml_trop_profond",
        "Les éléments s’emboîtent sur plus de \(format.limits.depth) niveaux.",
        "Donnez un fichier conforme au schéma."
      )
    case .pending:
      (
        "xml_trop_gros",
        "Une balise, un attribut ou un commentaire dépasse "
          + "\(format.limits.pending / 1024)\u{00A0}Kio.", shorten
      )
    case .text:
      (
        "texte_trop_gros",
        "Le texte d’un élément dépasse \(format.limits.text / 1024)\u{00A0}Kio.", shorten
      )
    case .names:
      (
        "xml_trop_de_noms",
        "Le fichier emploie trop de noms d’éléments et d’attributs différents.",
        "Donnez un fichier conforme au schéma."
      )
    case .encoding:
      (
        "encodage_inattendu", "Le fichier n’est pas en UTF-8.",
        "Enregistrez le fichier en UTF-8, seul encodage de ce format."
      )
    case .unexplained:
      (
        "xml_refuse", "Le fichier n’est pas conforme au schéma.",
        "Comparez-le au schéma \(format.schema)."
      )
    case .empty: ("fichier_vide", "Le fichier est vide.", "Donnez un fichier XML \(format.kind).")
    }
  }
}

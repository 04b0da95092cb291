/// The bounds within which a document is read.
enum XMLReadingLimit {
  /// Levels of elements.
  static let depth = 64
  /// Bytes handed to the parser at once.
  static let slice = 64 * 1024
  /// Bytes of one tag, comment or attribute.
  static let pending = 256 * 1024
  /// Bytes of text in one element.
  static let text = 64 * 1024
}

/// What is wrong with the document as a file, apart from any schema.
enum XMLIntruder {
  case doctype
  case depth
  case pending
  case text
  case encoding
  case empty
  /// The library refuses the document without having said why.
  case unexplained

  /// Code, sentence and remedy.
  var wording: XMLFault.Wording {
    switch self {
    case .doctype:
      (
        "doctype_refuse",
        "Le fichier déclare un type de document (DOCTYPE) : c’est refusé, par sécurité.",
        "Retirez la déclaration DOCTYPE et les entités."
      )
    case .depth:
      (
        "xml_trop_profond",
        "Les éléments s’emboîtent sur plus de \(XMLReadingLimit.depth) niveaux.",
        "Donnez un fichier conforme au schéma."
      )
    case .pending:
      (
        "xml_trop_gros",
        "Une balise, un attribut ou un commentaire dépasse "
          + "\(XMLReadingLimit.pending / 1024)\u{00A0}Kio.",
        "Raccourcissez-le : le schéma borne les textes à 8 000 caractères."
      )
    case .text:
      (
        "texte_trop_gros",
        "Le texte d’un élément dépasse \(XMLReadingLimit.text / 1024)\u{00A0}Kio.",
        "Raccourcissez-le : le schéma borne les textes à 8 000 caractères."
      )
    case .encoding:
      (
        "encodage_inattendu", "Le fichier n’est pas en UTF-8.",
        "Enregistrez le fichier en UTF-8, seul encodage de ce format."
      )
    case .unexplained:
      (
        "xml_refuse", "Le fichier n’est pas conforme au schéma.",
        "Comparez-le au schéma schemas/programmation-1.0.xsd."
      )
    case .empty: ("fichier_vide", "Le fichier est vide.", "Donnez un fichier de programmation.")
    }
  }
}

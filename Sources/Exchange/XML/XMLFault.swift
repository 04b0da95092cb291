import CLibXML2
import Vocabulary

/// A complaint of the XML library, and what to say of it in French.
struct XMLFault {
  /// Code, sentence and remedy of a finding.
  typealias Wording = (code: String, message: String, remedy: String)

  /// Characters of the library's text that are shown.
  private static let shown = 300

  let line: Int?
  let column: Int
  /// The library's own words, on one line.
  let original: String
  private let code: xmlParserErrors
  private let isSyntax: Bool
  private let place: Place
  private let isEnding: Bool

  /// Where the reading stood, seen from the root element.
  enum Place { case before, inside, after }

  /// Keeps a complaint met at a place of the document; `isEnding` once all its bytes have come.
  init(_ fault: aap_xml_fault, at place: Place = .inside, isEnding: Bool = false) {
    (self.place, self.isEnding) = (place, isEnding)
    line = fault.line > 0 ? Int(fault.line) : nil
    column = Int(fault.column)
    code = xmlParserErrors(rawValue: UInt32(truncatingIfNeeded: fault.code))
    isSyntax = fault.domain != Int32(XML_FROM_SCHEMASV.rawValue)
    var text = fault.message.map { String(cString: $0) } ?? ""
    text = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    while text.last?.isWhitespace == true { text.removeLast() }
    original = text.count > Self.shown ? text.prefix(Self.shown) + "…" : text
  }

  /// `element` or `element.attribute`, read in the library's words.
  var field: String? {
    guard let element = quoted(after: "Element '") else { return nil }
    let name = element.split(separator: "}").last.map(String.init) ?? element
    guard let attribute = quoted(after: "attribute '"), original.hasPrefix("Element '") else {
      return name
    }
    return "\(name).\(attribute)"
  }

  /// The library tells a wrong value twice: once for the bound it breaks, once for its type.
  func repeats(_ last: Finding, field: String?) -> Bool {
    code == XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1 && last.place.line == line
      && last.place.field == field && last.code == "valeur_refusee"
      && !last.message.contains("atomic type")
  }

  /// Whether the document names an encoding that is not its own, or that the library does not know.
  var isOfEncoding: Bool {
    code == XML_ERR_INVALID_ENCODING || code == XML_ERR_UNKNOWN_ENCODING
      || code == XML_ERR_UNSUPPORTED_ENCODING
  }

  /// The library also says that it cannot compare an identifier it has just refused.
  var isEcho: Bool {
    code == XML_SCHEMAV_CVC_IDC && original.contains("No precomputed value available")
  }

  /// The finding's code, its sentence ending with the library's words, and its remedy, for a
  /// document of this format.
  func wording(in format: XMLFormat) -> Wording {
    let plain = isSyntax ? syntaxWording(in: format) : schemaWording(in: format)
    let quote = format.quotesTheLibrary ? " (\(original))" : ""
    return (plain.code, "\(plain.message)\(quote).", plain.remedy)
  }

  private var position: String { column > 0 ? ", colonne \(column)" : "" }

  private var subject: String { field.map { "« \($0) »" } ?? "ce passage" }

  private func syntaxWording(in format: XMLFormat) -> Wording {
    let rewrite = "Produisez de nouveau le fichier ou corrigez-le à la ligne indiquée."
    return switch code {
    case XML_ERR_DOCUMENT_EMPTY, XML_ERR_DOCUMENT_START,
      XML_ERR_DOCUMENT_END where place == .before:
      ("xml_absent", "Ce fichier n’est pas du XML", "Donnez un fichier XML \(format.kind).")
    case XML_ERR_DOCUMENT_END where place == .after:
      (
        "xml_suite", "Quelque chose suit la fin de l’élément racine\(position)",
        format.afterRootRemedy
      )
    case XML_ERR_DOCUMENT_END, XML_ERR_TAG_NOT_FINISHED, XML_ERR_GT_REQUIRED,
      XML_ERR_LTSLASH_REQUIRED:
      cutWording
    case XML_ERR_UNDECLARED_ENTITY:
      (
        "xml_entite", "Le fichier emploie une entité qui n’existe pas\(position)",
        "Remplacez l’entité par le caractère lui-même."
      )
    case XML_ERR_INVALID_CHAR, XML_ERR_INVALID_ENCODING, XML_ERR_INVALID_CHARREF,
      // What the library says of a text it cannot get past, when its bytes come one by one.
      XML_ERR_INTERNAL_ERROR where place == .inside:
      (
        "xml_caractere", "Le fichier contient un caractère interdit ou mal codé\(position)",
        "Enregistrez le fichier en UTF-8 et retirez les caractères de contrôle."
      )
    // What was understood so far was right: only the rest is missing.
    case _ where isEnding: cutWording
    default: ("xml_mal_forme", "Le XML est mal formé\(position)", rewrite)
    }
  }

  private var cutWording: Wording {
    (
      "xml_tronque", "Le fichier est incomplet ou une balise n’est pas fermée\(position)",
      "Reprenez le fichier entier auprès de qui l’a produit."
    )
  }

  private func schemaWording(in format: XMLFormat) -> Wording {
    let follow = "Suivez le schéma \(format.schema)."
    return switch code {
    case XML_SCHEMAV_CVC_ELT_1:
      (
        "racine_inconnue", "L’élément racine \(format.notTheRoot)",
        "Vérifiez l’élément racine et son espace de noms, \(format.namespace)."
      )
    case XML_SCHEMAV_ELEMENT_CONTENT, XML_SCHEMAV_CVC_COMPLEX_TYPE_2_4:
      ("element_inattendu", "L’élément \(subject) est inattendu, mal placé ou incomplet", follow)
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_4:
      ("attribut_manquant", "Un attribut obligatoire manque à \(subject)", follow)
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1, XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2:
      ("attribut_inconnu", "Un attribut de \(subject) n’est pas prévu", follow)
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1, XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3,
      XML_SCHEMAV_CVC_TYPE_3_1_2:
      ("contenu_refuse", "Le contenu de \(subject) n’est pas permis", follow)
    case XML_SCHEMAV_CVC_IDC: format.duplicate
    default: ("valeur_refusee", "La valeur de \(subject) n’est pas permise", valueRemedy)
    }
  }

  private var valueRemedy: String {
    switch code {
    case XML_SCHEMAV_CVC_PATTERN_VALID: "Corrigez la valeur : sa forme est décrite dans le schéma."
    case XML_SCHEMAV_CVC_ENUMERATION_VALID: "Choisissez une des valeurs de la liste."
    case XML_SCHEMAV_CVC_MINLENGTH_VALID: "Renseignez ce champ."
    case XML_SCHEMAV_CVC_MAXLENGTH_VALID: "Raccourcissez ce texte."
    case XML_SCHEMAV_CVC_MININCLUSIVE_VALID, XML_SCHEMAV_CVC_MAXINCLUSIVE_VALID:
      "Ramenez la valeur dans les bornes du schéma."
    default: "Corrigez la valeur : son type est décrit dans le schéma."
    }
  }

  private func quoted(after opening: String) -> String? {
    guard let range = original.firstRange(of: opening) else { return nil }
    return original[range.upperBound...].split(
      separator: "'", maxSplits: 1, omittingEmptySubsequences: false
    ).first.map(String.init)
  }
}

import Contract
public import Vocabulary

/// Why a file cannot be read as a workbook at all.
enum WorkbookObstacle: Hashable {
  case notZip
  case noLibrary
  case empty
  case tooLarge
  /// Another kind of document, by its French name.
  case otherDocument(String)
  case oldBinary
  case flat
  case encrypted
  case damaged
  case tooManyEntries
  case tooBig
  case noContent
  case notSpreadsheet
  case xml(line: Int?, String)
  case doctype
  case tooDeep
  case encoding
  case tooMuchText
  case notOurs
  case newer(String)

  /// The refusal, with its place in the file when there is one.
  var source: UnreadableSource {
    var line: Int?
    if case .xml(let place, _) = self { line = place }
    return UnreadableSource(line: line, reason: reason, remedy: remedy)
  }

  private var reason: String {
    switch self {
    case .notZip: "Ce fichier n’est pas un classeur .ods."
    case .noLibrary: "La bibliothèque libzip, qui ouvre les classeurs, n’est pas installée."
    case .empty: "Le fichier est vide."
    case .tooLarge:
      "Le classeur dépasse \(WorkbookLimit.file >> 20)\u{00A0}Mio, la limite d’un dossier."
    case .otherDocument(let name): "Ce fichier est \(name), pas un classeur .ods."
    case .oldBinary:
      "Ce fichier est un document Office ancien (.xls, .doc) ou protégé par un mot de passe, pas un classeur .ods."
    case .flat: "Ce fichier est du XML, pas un classeur .ods (.fods n’est pas accepté)."
    case .encrypted: "Le classeur est protégé par un mot de passe : il ne peut pas être lu."
    case .damaged: "Le classeur est incomplet ou abîmé : l’archive ne se lit pas jusqu’au bout."
    case .tooManyEntries:
      "Le classeur contient plus de \(FrenchNumber.text(WorkbookLimit.entries)) parties."
    case .tooBig:
      "Le contenu du classeur, décompressé, dépasse la limite : c’est refusé, par sécurité."
    case .noContent: "Le classeur n’a pas de contenu (content.xml manque)."
    case .notSpreadsheet: "Le contenu de ce document n’est pas celui d’un classeur."
    case .xml(_, let words): "Le contenu du classeur est abîmé (content.xml : \(words))."
    case .doctype:
      "Le contenu du classeur déclare un type de document (DOCTYPE) : c’est refusé, par sécurité."
    case .tooDeep: "Le contenu du classeur s’emboîte sur trop de niveaux."
    case .encoding: "Le contenu du classeur n’est pas en UTF-8."
    case .tooMuchText: "Le classeur contient trop de texte, ou une cellule trop longue."
    case .notOurs:
      "Ce classeur n’est pas un modèle de dossier : aucune de ses feuilles n’a gardé ses repères (première colonne, masquée)."
    case .newer(let mark):
      "Ce classeur a été fait par une version plus récente du programme (« \(mark) »)."
    }
  }

  private var remedy: String {
    switch self {
    case .notZip, .otherDocument, .oldBinary, .flat:
      "Ouvrez-le dans votre tableur et enregistrez au format .ods (Feuille de calcul OpenDocument)."
    case .empty, .notOurs:
      "Repartez du modèle : aap formulaire modele TYPE --format ods, et recopiez-y vos réponses."
    case .tooLarge, .tooBig, .tooManyEntries, .tooMuchText:
      "Retirez du classeur les images et les feuilles ajoutées ; joignez-les comme pièces."
    case .encrypted: "Enregistrez-le de nouveau sans mot de passe."
    case .damaged, .noContent, .notSpreadsheet, .xml, .doctype, .tooDeep, .encoding:
      "Ouvrez-le dans votre tableur, enregistrez-le de nouveau au format .ods, puis relancez."
    case .noLibrary:
      "Installez-la (apt-get install libzip4), ou donnez le dossier en YAML, en JSON ou en XML."
    case .newer: "Mettez le programme à jour, ou repartez du modèle qu’il produit."
    }
  }
}

extension LegalSource {
  /// The page that describes the workbook an applicant fills.
  public static let workbookFormat: LegalSource =
    "Classeur OpenDocument (ISO/IEC 26300) : docs/formats/classeur.md"
}

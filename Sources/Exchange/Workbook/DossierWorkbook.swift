public import Forms
import Vocabulary

/// A dossier as an OpenDocument spreadsheet (ISO/IEC 26300, version 1.2), to fill offline.
///
/// One sheet a section; the hidden first column says what each row holds, so that the workbook can be
/// read without its form and whatever its reader adds, moves or removes around.
public enum DossierWorkbook {
  static let mediaType = "application/vnd.oasis.opendocument.spreadsheet"

  /// The workbook of a form; an empty one gives the blank to fill.
  ///
  /// - Parameters:
  ///   - filled: what is written in it.
  ///   - edition: the form.
  ///   - chart: the accounts of the budget.
  ///   - choices: the codes to offer in drop-down lists.
  /// - Returns: the bytes of the `.ods` file; the same form gives the same bytes.
  /// - Throws: a refusal when an answer has not the shape of its question, a character that XML cannot
  ///   carry, or when the workbook would be too large to be read again.
  public static func write(
    _ filled: FilledForm, edition: FormEdition, chart: ChartOfAccounts,
    choices: WorkbookChoices = .none
  ) throws -> [UInt8] {
    do throws(WorkbookUnwritable) {
      return try pack(
        try sheets(of: filled, edition: edition, chart: chart, choices: choices),
        title: edition.title)
    } catch {
      throw Refusal([error.finding])
    }
  }

  static func sheets(
    of filled: FilledForm, edition: FormEdition, chart: ChartOfAccounts, choices: WorkbookChoices
  ) throws(WorkbookUnwritable) -> [Sheet] {
    let names = sheetNames(
      of: edition.sections, besides: [GuideSheet.name, ListsSheet.name])
    let wording = FieldWording(edition)
    let lists = ListsSheet(choices)
    var sections: [SectionSheet] = []
    for (section, name) in zip(edition.sections, names) {
      sections.append(
        try SectionSheet(
          section, name: name, wording: wording, chart: chart, filled: filled, lists: lists))
    }
    addBalances(to: &sections, of: edition)
    return [GuideSheet.sheet(filled, edition: edition)] + sections.map(\.sheet)
      + (lists.sheet.map { [$0] } ?? [])
  }

  private static func addBalances(to sheets: inout [SectionSheet], of edition: FormEdition) {
    let totals = sheets.reduce(into: [:]) { $0.merge($1.totals) { first, _ in first } }
    for (index, section) in edition.sections.enumerated() {
      guard let balance = BudgetBalance(section, totals: totals) else { continue }
      let verdict = balance.write(in: &sheets[index])
      guard let other = edition.sections.firstIndex(where: { $0.id == balance.financing }) else {
        continue
      }
      sheets[other].showInHead(balance.repeated(verdict))
    }
  }

  static func pack(_ sheets: [Sheet], title: String) throws(WorkbookUnwritable) -> [UInt8] {
    let content = try ContentXML.text(of: sheets)
    let styles = Array(WorkbookParts.styles.utf8)
    func package(isStored: Bool) throws(WorkbookUnwritable) -> [UInt8] {
      var package = ZipPackage()
      // First and uncompressed, so that the kind of file shows in its first bytes
      // (OpenDocument 1.2, part 3, § 3.3).
      package.add("mimetype", Array(mediaType.utf8), isStored: true)
      package.add("content.xml", content, isStored: isStored)
      package.add("styles.xml", styles)
      package.add("settings.xml", Array(WorkbookParts.settings(of: sheets).utf8))
      package.add("meta.xml", Array(WorkbookParts.meta(title: title).utf8))
      package.add("META-INF/manifest.xml", Array(WorkbookParts.manifest.utf8))
      do { return try package.packed() } catch { throw .unpackable }
    }
    var packed = try package(isStored: false)
    // What repeats itself beyond reason would look like an archive made to harm.
    if content.count > max(WorkbookLimit.ratioFloor, packed.count * WorkbookLimit.ratio) {
      packed = try package(isStored: true)
    }
    guard content.count <= WorkbookLimit.content, packed.count <= WorkbookLimit.file else {
      throw .tooLarge
    }
    return packed
  }
}

/// Why a form cannot be written as a workbook.
enum WorkbookUnwritable: Error, Hashable {
  /// The answer has not the shape its question asks for.
  case misshapen(FieldID)
  /// A character that XML cannot carry.
  case character(UInt32)
  case tooLarge
  case unpackable

  var finding: Finding {
    var field: FieldID?
    if case .misshapen(let id) = self { field = id }
    return Finding(
      code: "classeur_impossible", family: .malformed, place: Finding.Place(field: field),
      message: message, remedy: remedy, source: .workbookFormat)
  }

  private var message: String {
    switch self {
    case .misshapen(let field):
      "La réponse à « \(field) » n’a pas la forme que demande le formulaire."
    case .character(let code):
      "Une réponse contient un caractère qu’un classeur ne peut pas porter (U+\(String(code, radix: 16, uppercase: true)))."
    case .tooLarge: "Le dossier est trop long pour tenir dans un classeur."
    case .unpackable:
      "Le classeur n’a pas pu être assemblé : la bibliothèque libzip manque, ou la mémoire."
    }
  }

  private var remedy: String {
    switch self {
    case .misshapen: "Répondez de nouveau à cette question avec l’édition actuelle du formulaire."
    case .character: "Retapez ce passage au clavier au lieu de le coller."
    case .tooLarge: "Raccourcissez les textes les plus longs, ou gardez le dossier en YAML."
    case .unpackable: "Installez-la (apt-get install libzip4), ou fermez d’autres programmes."
    }
  }
}

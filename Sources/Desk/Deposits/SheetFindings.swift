import Exchange
import Forms
import Vocabulary

extension Finding {
  /// The same finding, its file named with the sheet of the workbook where its field stands.
  ///
  /// A row number means nothing in a workbook without its sheet.
  func onSheet(of edition: FormEdition, in file: String) -> Finding {
    guard place.file == file, let field = place.field,
      let section = edition.sections.first(where: { field.hasPrefix("\($0.id).") })
    else { return self }
    return inFile("\(file), feuille « \(DossierWorkbook.sheetTitle(of: section)) »")
  }
}

import Forms

/// The page of codes that the drop-down lists take their answers from.
struct ListsSheet {
  static let name = "Listes"
  /// First row of codes; the rows above are titles.
  private static let firstRow = 3

  private let choices: WorkbookChoices
  private let references: [Field.Reference]

  init(_ choices: WorkbookChoices) {
    self.choices = choices
    references = Field.Reference.allCases.filter { !choices[$0].isEmpty }
  }

  /// The cells that hold the codes of a kind.
  func codes(of reference: Field.Reference) -> String? {
    range(of: reference, columns: 1).map { "[\($0)]" }
  }

  /// The cells that hold the codes of a kind and their labels.
  func table(of reference: Field.Reference) -> String? {
    range(of: reference, columns: 2).map { "[\($0)]" }
  }

  /// The label of a code.
  func label(of code: String, in reference: Field.Reference) -> String? {
    choices[reference].first { $0.code == code }?.label
  }

  private func range(of reference: Field.Reference, columns: Int) -> String? {
    guard let index = references.firstIndex(of: reference) else { return nil }
    let first = GridCell.letters(of: 1 + index * 2)
    let last = GridCell.letters(of: index * 2 + columns)
    let end = Self.firstRow + choices[reference].count - 1
    return "$\(Self.name).$\(first)$\(Self.firstRow):.$\(last)$\(end)"
  }

  /// The sheet; `nil` when no code is known.
  var sheet: Sheet? {
    guard !references.isEmpty else { return nil }
    var sheet = Sheet(name: Self.name, widths: [20] + references.flatMap { _ in [32, 95] })
    sheet.headRows = Self.firstRow - 1
    sheet.add(.furniture, [SheetCell("Les codes que vous pouvez utiliser", .title)])
    sheet.add(
      .furniture,
      references.flatMap {
        [SheetCell(Self.title(of: $0), .header), SheetCell("Libellé", .header)]
      })
    for index in 0..<(references.map { choices[$0].count }.max() ?? 0) {
      sheet.add(
        .furniture,
        references.flatMap { reference -> [SheetCell] in
          let list = choices[reference]
          guard index < list.count else {
            return [SheetCell(.empty, .plain), SheetCell(.empty, .plain)]
          }
          return [SheetCell(list[index].code, .question), SheetCell(list[index].label, .help)]
        })
    }
    return sheet
  }

  private static func title(of reference: Field.Reference) -> String {
    switch reference {
    case .objective: "Objectif"
    case .funder: "Financeur"
    case .commune: "Commune"
    case .district: "Quartier"
    case .watchTerritory: "Territoire en veille"
    }
  }
}

import Forms
import Vocabulary

/// Lays out the sheet of one section.
struct SectionSheet {
  /// Columns, from 0: hidden marks, question, answer, help.
  static let question = 1
  static let answer = 2
  /// Blank rows after those that are filled.
  static let spareRows = 12
  /// Rows of a list or table at most: what a form admits.
  static let mostRows = 100
  /// Row of the title, where the verdict on the budget is shown too.
  static let titleRow = 2

  let wording: FieldWording
  let chart: ChartOfAccounts
  let filled: FilledForm
  let lists: ListsSheet
  private(set) var sheet: Sheet
  /// Where totals stand, and what they are, by field.
  private(set) var totals: [FieldID: (place: CellPlace, amount: Cents)] = [:]

  init(
    _ section: FormEdition.Section, name: String, wording: FieldWording, chart: ChartOfAccounts,
    filled: FilledForm, lists: ListsSheet
  ) throws(WorkbookUnwritable) {
    (self.wording, self.chart, self.filled, self.lists) = (wording, chart, filled, lists)
    let columns = section.fields.reduce(3) { most, field in
      max(most, TableColumn.all(of: field, filled: filled[field.id]).count)
    }
    sheet = Sheet(name: name, widths: Self.widths(columns: columns))
    sheet.addLayout([RowMark.questionColumn, RowMark.answerColumn, RowMark.helpColumn])
    sheet.add(.furniture, [SheetCell(section.title, .title)])
    // Tables have headers of their own.
    if section.fields.contains(where: { !$0.kind.isTable }) {
      sheet.add(
        .furniture, ["Question", "Réponse", "Aide et exemple"].map { SheetCell($0, .header) })
    }
    sheet.headRows = sheet.rows.count
    for field in section.fields { try add(field) }
  }

  /// Millimetres: three columns share the width of a landscape page, further ones follow.
  private static func widths(columns: Int) -> [Int] {
    [20, 78, 100, 88] + Array(repeating: 45, count: max(0, columns - 3))
  }

  private mutating func add(_ field: Field) throws(WorkbookUnwritable) {
    let answer = filled[field.id]
    switch (field.kind, answer) {
    case (.table, .rows?), (.table, nil):
      addTable(field)
    case (.accounts(let side), .accounts?), (.accounts(let side), nil):
      addAccounts(field, side: side)
    case (.list(let kind, let maximum), .list?), (.list(let kind, let maximum), nil):
      addList(field, of: kind, maximum: maximum)
    case (.table, _), (.accounts, _), (.list, _), (_, .list?), (_, .rows?), (_, .accounts?):
      throw .misshapen(field.id)
    case (_, .text?), (_, nil):
      addScalar(field, answer: answer)
    }
  }

  private mutating func addScalar(_ field: Field, answer: RawAnswer?) {
    var text = ""
    if case .text(let written)? = answer { text = written }
    sheet.add(
      .scalar(field.id),
      [
        SheetCell(wording.question(field), .question), cell(text, as: field.kind),
        SheetCell(wording.help(field), .help),
      ])
  }

  private mutating func addList(_ field: Field, of kind: Field.Kind, maximum: Int?) {
    var values: [String] = []
    if case .list(let written)? = filled[field.id] { values = written }
    let spare = min(values.count + Self.spareRows, Self.mostRows)
    let count = max(values.count, maximum.map { min($0, Self.mostRows) } ?? spare, 1)
    for index in 0..<count {
      let value = index < values.count ? values[index] : ""
      sheet.add(
        .element(field.id),
        [
          index == 0 ? SheetCell(wording.question(field), .question) : SheetCell(.empty, .question),
          cell(value, as: kind),
          index == 0
            ? SheetCell(wording.help(field), .help)
            : labelLookup(kind, value: value, row: sheet.nextRow),
        ])
    }
  }

  /// A cell to fill, with its drop-down list when its answers are known.
  func cell(_ text: String, as kind: Field.Kind) -> SheetCell {
    SheetCell(
      CellEntry.content(text, as: kind), CellEntry.style(of: kind), validation: validation(of: kind)
    )
  }

  private func validation(of kind: Field.Kind) -> CellValidation? {
    switch kind {
    case .choice(let choices): .words(choices.map(\.value))
    case .yesNo: .words(["oui", "non"])
    case .reference(let reference): lists.codes(of: reference).map { .range($0) }
    case .list(let inner, _): validation(of: inner)
    default: nil
    }
  }

  /// What the code beside means, once it is chosen.
  private func labelLookup(_ kind: Field.Kind, value: String, row: Int) -> SheetCell {
    guard case .reference(let reference) = kind, let table = lists.table(of: reference) else {
      return SheetCell(.empty, .help)
    }
    let code = CellPlace.local(Self.answer, row)
    return SheetCell(
      .textFormula(
        "of:=IF(\(code)=\"\";\"\";IFERROR(VLOOKUP(\(code);\(table);2;0);\"code absent de la feuille \(ListsSheet.name)\"))",
        value.isEmpty
          ? ""
          : lists.label(of: value, in: reference) ?? "code absent de la feuille \(ListsSheet.name)"),
      .help)
  }

  /// Notes where the total of a field stands.
  mutating func note(total amount: Cents, of field: FieldID, column: Int, row: Int) {
    guard totals[field] == nil else { return }
    totals[field] = (CellPlace(sheet: sheet.name, column: column, row: row), amount)
  }

  /// Adds a row.
  @discardableResult
  mutating func add(_ mark: RowMark, _ cells: [SheetCell], isHidden: Bool = false) -> Int {
    sheet.add(mark, cells, isHidden: isHidden)
  }

  /// Shows a formula in a cell of the head of the sheet, always in sight.
  mutating func showInHead(_ cell: SheetCell) {
    sheet.rows[Self.titleRow - 1].cells += [SheetCell(.empty, .plain), cell]
  }

  var nextRow: Int { sheet.nextRow }
}

extension Field.Kind {
  /// Whether the answers have headers of their own.
  fileprivate var isTable: Bool {
    switch self {
    case .table, .accounts: true
    default: false
    }
  }
}

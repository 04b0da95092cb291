import Forms
import Vocabulary

/// A column of a table: what the form asks, or what was written beyond it.
struct TableColumn {
  let id: String
  let label: String
  let kind: Field.Kind

  /// The columns of the form, then those that only the answer has, in order of name.
  static func all(of field: Field, filled answer: RawAnswer?) -> [TableColumn] {
    guard case .table(let columns) = field.kind else { return [] }
    var unknown: Set<String> = []
    if case .rows(let rows)? = answer { unknown = Set(rows.flatMap(\.keys)) }
    let asked = columns.map { column in
      TableColumn(
        id: column.id, label: column.label + (column.isRequired ? " (obligatoire)" : ""),
        kind: column.kind)
    }
    return asked
      + unknown.subtracting(columns.map(\.id)).sorted().map {
        TableColumn(id: $0, label: $0, kind: .text(maximum: 200))
      }
  }
}

extension SectionSheet {
  mutating func addTable(_ field: Field) {
    var rows: [[String: String]] = []
    if case .rows(let written)? = filled[field.id] { rows = written }
    let columns = TableColumn.all(of: field, filled: filled[field.id])
    addGroupTitle(field)
    add(.columns(field.id), columns.map { SheetCell(.text($0.id), .mark) }, isHidden: true)
    add(.furniture, columns.map { SheetCell($0.label, .header) })
    let first = nextRow
    let count = max(rows.count, min(rows.count + Self.spareRows, Self.mostRows))
    for index in 0..<count {
      let row = index < rows.count ? rows[index] : [:]
      add(.row(field.id), columns.map { cell(row[$0.id] ?? "", as: $0.kind) })
    }
    addTableTotals(field, columns: columns, rows: rows, range: first...(nextRow - 1))
    add(.furniture, [])
  }

  /// The question of a table, over its whole width, with its help beside.
  private mutating func addGroupTitle(_ field: Field) {
    add(
      .furniture,
      [
        SheetCell(wording.question(field), .group), SheetCell(.empty, .plain),
        SheetCell(wording.help(field), .help),
      ])
  }

  private mutating func addTableTotals(
    _ field: Field, columns: [TableColumn], rows: [[String: String]], range: ClosedRange<Int>
  ) {
    guard let first = columns.firstIndex(where: { $0.kind == .amount }), first > 0 else { return }
    let row = nextRow
    let cells = columns.enumerated().map { index, column -> SheetCell in
      if index == first - 1 { return SheetCell("Total", .totalLabel) }
      guard column.kind == .amount else { return SheetCell(.empty, .plain) }
      let place = Self.question + index
      let total = Self.sum(rows.map { $0[column.id] ?? "" })
      note(total: total, of: field.id, column: place, row: row)
      return SheetCell(.amountFormula("of:=SUM(\(CellPlace.local(place, range)))", total), .total)
    }
    add(.furniture, cells)
  }

  mutating func addAccounts(_ field: Field, side: AccountSide) {
    var amounts: [String: String] = [:]
    if case .accounts(let written)? = filled[field.id] { amounts = written }
    let known = chart.accounts(of: side)
    let others = Set(amounts.keys).subtracting(known.map(\.code)).sorted()
    addGroupTitle(field)
    add(
      .furniture,
      [SheetCell("Compte", .header), SheetCell("Montant en euros", .header)])
    let first = nextRow
    let rows = Dictionary(
      known.enumerated().map { ($1.code, first + $0) }, uniquingKeysWith: { first, _ in first })
    for account in known {
      let details = known.filter { $0.parent == account.code }
      add(
        .account(field.id, code: account.code),
        [
          SheetCell(Self.label(of: account), account.parent == nil ? .question : .child),
          cell(amounts[account.code] ?? "", as: .amount),
          twiceCounted(account, details: details, rows: rows, amounts: amounts),
        ])
    }
    for code in others {
      add(
        .account(field.id, code: code),
        [SheetCell(code, .question), cell(amounts[code] ?? "", as: .amount)])
    }
    let total = Self.sum(Array(amounts.values))
    let row = nextRow
    note(total: total, of: field.id, column: Self.answer, row: row)
    let range = CellPlace.local(Self.answer, first...max(first, row - 1))
    add(
      .furniture,
      [
        SheetCell("Total", .totalLabel),
        SheetCell(.amountFormula("of:=SUM(\(range))", total), .total),
      ])
    add(.furniture, [])
  }

  /// `641 Rémunération des personnels`; names that are no number are not shown.
  private static func label(of account: Account) -> String {
    account.code.first?.isNumber == true ? "\(account.code)  \(account.label)" : account.label
  }

  /// Says when an account and its details are both filled, which counts them twice.
  private func twiceCounted(
    _ account: Account, details: [Account], rows: [String: Int], amounts: [String: String]
  ) -> SheetCell {
    guard !details.isEmpty, let row = rows[account.code] else { return SheetCell(.empty, .help) }
    let cells = details.compactMap { rows[$0.code] }.map { CellPlace.local(Self.answer, $0) }
    let own = CellPlace.local(Self.answer, row)
    let words = "Remplissez ce compte ou ses détails, pas les deux."
    let isTwice =
      Self.sum([amounts[account.code] ?? ""]) != .zero
      && Self.sum(details.map { amounts[$0.code] ?? "" }) != .zero
    return SheetCell(
      .textFormula(
        "of:=IF(AND(SUM(\(own))<>0;SUM(\(cells.joined(separator: ";")))<>0);\"\(words)\";\"\")",
        isTwice ? words : ""), .help)
  }

  /// What the spreadsheet makes of the sum: cells that stand there as text do not count.
  static func sum(_ texts: [String]) -> Cents {
    texts.compactMap { CellEntry.amount($0) }.reduce(.zero) { sum, amount in
      let (total, overflows) = sum.rawValue.addingReportingOverflow(amount.rawValue)
      // No real sum comes near: the bound only keeps sums of sums within range.
      return overflows || total > 1_000_000_000_000_000_000 ? sum : Cents(total)
    }
  }
}

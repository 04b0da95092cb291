import Contract
import Vocabulary

/// Reads one sheet of the workbook by the marks of its hidden first column.
struct SheetDecoder {
  private let grid: Grid
  private let assembly: DossierAssembly
  private let markColumn: Int
  private let answerColumn: Int
  private let questionColumn: Int?
  private let firstRow: Int
  /// Columns of each table: where, and their identifiers.
  private let tables: [String: [(column: Int, id: String)]]

  /// Opens a sheet; `nil` when it is not one of ours, or has lost its answers (reported).
  init?(_ grid: Grid, into assembly: DossierAssembly) throws(UnreadableSource) {
    guard let (row, column) = Self.layout(of: grid) else {
      if Self.hasMarks(grid) {
        assembly.report(
          "premiere_ligne_absente", line: nil,
          "La feuille « \(grid.name) » a perdu sa première ligne, masquée : ses réponses ne se lisent plus.",
          remedy: "Annulez cette suppression, ou repartez du modèle et recopiez-y vos réponses.")
      }
      return nil
    }
    let mark = row.text(at: column) ?? ""
    guard mark == RowMark.layout else {
      throw WorkbookObstacle.newer(String(mark.prefix(40))).source
    }
    let places = row.cells.filter { $0.columns.lowerBound != column }
    func place(_ name: String) -> Int? { places.first { $0.text == name }?.columns.lowerBound }
    guard let answers = place(RowMark.answerColumn) else {
      assembly.report(
        "colonne_reponse_absente", line: row.number,
        "La feuille « \(grid.name) » n’a plus sa colonne de réponses (ou sa première ligne, masquée).",
        remedy: "Annulez cette suppression, ou repartez du modèle.")
      return nil
    }
    (self.grid, self.assembly, markColumn, answerColumn) = (grid, assembly, column, answers)
    questionColumn = place(RowMark.questionColumn)
    firstRow = row.number
    tables = Self.tables(of: grid, markColumn: column)
  }

  /// Whether a sheet without its first row was one of ours: several cells of one column name a field.
  private static func hasMarks(_ grid: Grid) -> Bool {
    var counts: [Int: Int] = [:]
    for row in grid.rows {
      for cell in row.cells {
        guard let field = RowMark(cell.text)?.field, namesField(field) else { continue }
        counts[cell.columns.lowerBound, default: 0] += 1
      }
    }
    return counts.values.contains { $0 >= 3 }
  }

  /// A section and a name in small letters, `projet.titre`: codes of a contract have capitals and digits.
  private static func namesField(_ text: String) -> Bool {
    let parts = text.split(separator: ".")
    return parts.count == 2
      && parts.allSatisfy { part in
        part.utf8.count >= 3
          && part.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "_")
              || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          }
          && part.first?.isLetter == true
      }
  }

  private static func layout(of grid: Grid) -> (GridRow, Int)? {
    for row in grid.rows.prefix(50) {
      for cell in row.cells where cell.text.hasPrefix(RowMark.anyLayout) {
        return (row, cell.columns.lowerBound)
      }
    }
    return nil
  }

  private static func tables(
    of grid: Grid, markColumn: Int
  ) -> [String: [(column: Int, id: String)]] {
    grid.rows.reduce(into: [:]) { tables, row in
      guard case .columns(let field)? = row.text(at: markColumn).flatMap({ RowMark($0) }) else {
        return
      }
      tables[field] = row.cells.filter { $0.columns.lowerBound != markColumn && !$0.text.isEmpty }
        .map { ($0.columns.lowerBound, $0.text) }
    }
  }

  /// Reads every row.
  func decode() {
    var previous = RowMark.furniture
    var loose: [GridRow] = []
    for row in grid.rows where row.number > firstRow {
      guard let text = row.text(at: markColumn) else {
        loose.append(row)
        continue
      }
      guard let mark = RowMark(text) else {
        reportUnknown(text, row: row)
        continue
      }
      take(loose, between: previous, and: mark)
      loose = []
      decode(row, as: mark)
      previous = mark
    }
    for row in loose { reportLoose(row) }
  }

  /// Rows that someone inserted: they belong to the list or the table they were inserted in.
  private func take(_ loose: [GridRow], between previous: RowMark, and next: RowMark) {
    for row in loose {
      switch (previous, next) {
      case (.row, _): decode(row, as: previous)
      case (.element, _) where isUnasked(row): decode(row, as: previous)
      case (.furniture, .row), (.furniture, .element): decode(row, as: next)
      default: reportLoose(row)
      }
    }
  }

  /// Whether a row inserted after an element asks nothing of its own.
  private func isUnasked(_ row: GridRow) -> Bool {
    questionColumn.flatMap { row.text(at: $0) } == nil
  }

  private func reportLoose(_ row: GridRow) {
    guard let cell = row.cell(at: answerColumn), !cell.isBlank, cell.formula == nil else { return }
    let place = GridCell.address(column: answerColumn, row: row.number)
    assembly.report(
      "ligne_non_lue", severity: .warning, line: row.number,
      "La cellule \(place) de la feuille « \(grid.name) » ne répond à aucune question : elle n’est pas lue.",
      remedy: "Si c’est une réponse, recopiez-la dans la case de sa question.")
  }

  private func reportUnknown(_ text: String, row: GridRow) {
    let place = GridCell.address(column: markColumn, row: row.number)
    assembly.report(
      "repere_inconnu", line: row.number,
      "La cellule \(place) de la feuille « \(grid.name) » devait garder le repère de sa question ; elle contient « \(text.prefix(60)) ».",
      remedy: "Repartez du modèle : la première colonne, masquée, ne se modifie pas.")
  }

  private func decode(_ row: GridRow, as mark: RowMark) {
    guard assembly.meet(mark, sheet: grid.name, row: row.number) else { return }
    switch mark {
    case .header(let field), .scalar(let field), .account(let field, _):
      guard let node = node(of: row, at: answerColumn, field: field) else { return }
      assembly.add(node, to: mark)
      // The same marks on the rows below: the question asked again.
      if row.count > 1 { _ = assembly.meet(mark, sheet: grid.name, row: row.number + 1) }
    case .element(let field):
      guard let node = node(of: row, at: answerColumn, field: field) else { return }
      add(node, to: mark, count: row.count)
    case .row(let field): decodeTableRow(row, of: field, as: mark)
    case .columns, .furniture: return
    }
  }

  private func decodeTableRow(_ row: GridRow, of field: String, as mark: RowMark) {
    guard let columns = tables[field] else {
      return assembly.report(
        "repere_inconnu", line: row.number, field: field,
        "Le tableau « \(field) » de la feuille « \(grid.name) » a perdu la ligne masquée qui nomme ses colonnes.",
        remedy: "Annulez cette suppression, ou repartez du modèle.")
    }
    let entries = columns.compactMap { column, id in
      node(of: row, at: column, field: "\(field).\(id)")
        .map { SourceNode.Entry(key: id, line: row.number, value: $0) }
    }
    guard !entries.isEmpty else { return }
    add(SourceNode(.mapping(entries), line: row.number), to: mark, count: row.count)
  }

  private func add(_ node: SourceNode, to mark: RowMark, count: Int) {
    let field = mark.field ?? ""
    guard assembly.count(of: field) + count <= WorkbookLimit.rows else {
      return assembly.report(
        "lignes_trop_nombreuses", line: node.line, field: field,
        "La feuille « \(grid.name) » donne plus de \(WorkbookLimit.rows) lignes à « \(field) ».",
        remedy: "Effacez les lignes qui ont été recopiées vers le bas.")
    }
    for offset in 0..<count {
      assembly.add(SourceNode(node.value, line: node.line + offset), to: mark)
    }
  }

  /// What is written in a cell; `nil` when nothing is, or nothing readable (reported).
  private func node(of row: GridRow, at column: Int, field: String) -> SourceNode? {
    do throws(CellFault) {
      let text = try row.answer(at: column)
      return text.isEmpty ? nil : SourceNode(.scalar(text, isPlain: false), line: row.number)
    } catch {
      let cell = GridCell.address(column: column, row: row.number)
      assembly.report(error, cell: cell, sheet: grid.name, line: row.number, field: field)
      return nil
    }
  }
}

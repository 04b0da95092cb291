import Contract
import Vocabulary

/// Gathers what the sheets say into one document, and what is wrong with them.
final class DossierAssembly {
  /// Findings of one severity kept before the closing notice.
  static let mostFindings = 100

  private enum Shape { case scalar, list, rows, accounts }
  private struct Origin { let sheet: String, row: Int }

  let file: String
  private(set) var findings: [Finding] = []
  private var told: [Finding.Severity: Int] = [:]
  private var closed: Set<Finding.Severity> = []
  private var headers: [SourceNode.Entry] = []
  private var sections: [(id: String, line: Int)] = []
  /// The questions asked, in the order of the sheets.
  private var fields: [String] = []
  /// The first row where each can be answered.
  private var places: [String: Int] = [:]
  private var shapes: [String: Shape] = [:]
  private var parts: [String: [SourceNode.Entry]] = [:]
  private var origins: [String: Origin] = [:]
  private var reported: Set<String> = []

  init(file: String) { self.file = file }

  /// Adds a finding, unless there are as many of its severity: warnings never hide a refusal.
  func report(
    _ code: String, severity: Finding.Severity = .blocking, line: Int?, field: String? = nil,
    _ message: String, remedy: String
  ) {
    guard told[severity, default: 0] < Self.mostFindings else { return close(severity) }
    told[severity, default: 0] += 1
    append(code, severity, line: line, field: field, message, remedy: remedy)
  }

  /// Says once that findings as grave as this are no longer told.
  private func close(_ severity: Finding.Severity) {
    guard closed.insert(severity).inserted else { return }
    append(
      "constats_tronques", .information, line: nil, field: nil,
      severity == .blocking
        ? "La lecture s’arrête après \(Self.mostFindings) constats."
        : "Plus de \(Self.mostFindings) avertissements : les suivants ne sont pas montrés.",
      remedy: "Corrigez d’abord ceux-ci, puis relancez.")
  }

  private func append(
    _ code: String, _ severity: Finding.Severity, line: Int?, field: String?, _ message: String,
    remedy: String
  ) {
    findings.append(
      Finding(
        code: code, severity: severity, family: .malformed,
        place: Finding.Place(file: file, line: line, field: field), message: message,
        remedy: remedy, source: .workbookFormat))
  }

  /// Says that a cell cannot be read as an answer.
  func report(_ fault: CellFault, cell: String, sheet: String, line: Int, field: String) {
    report(
      fault.code, line: line, field: field, fault.message(cell: cell, sheet: sheet),
      remedy: fault.remedy)
  }

  /// Notes that a question stands here, answered or not.
  ///
  /// - Returns: whether what is written there counts: not when it was asked elsewhere already.
  func meet(_ mark: RowMark, sheet: String, row: Int) -> Bool {
    guard let field = mark.field else { return false }
    if let dot = field.firstIndex(of: ".") { open(String(field[..<dot]), line: row) }
    if let first = origins[field], first.sheet != sheet {
      return reportCopy(of: first.sheet, in: sheet, row: row)
    }
    if origins[field] == nil { origins[field] = Origin(sheet: sheet, row: row) }
    ask(mark, row: row)
    guard let key = Self.keyAskedOnce(mark) else { return true }
    guard let first = origins[key], key != field || first.row != row else {
      origins[key] = Origin(sheet: sheet, row: row)
      return true
    }
    report(
      "question_en_double", line: row, field: field,
      "La question « \(field) » figure deux fois dans la feuille « \(sheet) » (lignes \(first.row) et \(row)).",
      remedy: "Supprimez l’une des deux lignes.")
    return false
  }

  /// Notes where a question can be answered: the finding about a missing answer shows that row.
  private func ask(_ mark: RowMark, row: Int) {
    switch mark {
    case .scalar(let field), .element(let field), .row(let field), .account(let field, _):
      guard places[field] == nil else { return }
      places[field] = row
      fields.append(field)
    case .header, .columns, .furniture: return
    }
  }

  /// What may stand on one row only.
  private static func keyAskedOnce(_ mark: RowMark) -> String? {
    switch mark {
    case .header, .scalar, .account: mark.text
    case .element, .columns, .row, .furniture: nil
    }
  }

  private func reportCopy(of first: String, in sheet: String, row: Int) -> Bool {
    guard reported.insert("\(first)\u{0}\(sheet)").inserted else { return false }
    report(
      "feuille_en_double", line: row,
      "La feuille « \(sheet) » pose les mêmes questions que la feuille « \(first) » : on ne sait pas laquelle lire.",
      remedy: "Supprimez celle des deux qui est de trop.")
    return false
  }

  private func open(_ section: String, line: Int) {
    guard !sections.contains(where: { $0.id == section }) else { return }
    sections.append((section, line))
  }

  /// Keeps an answer at the place its mark names.
  func add(_ node: SourceNode, to mark: RowMark) {
    switch mark {
    case .header(let name): headers.append(.init(key: name, line: node.line, value: node))
    case .scalar(let field): add(node, key: "", to: field, as: .scalar)
    case .element(let field): add(node, key: "", to: field, as: .list)
    case .row(let field): add(node, key: "", to: field, as: .rows)
    case .account(let field, let code): add(node, key: code, to: field, as: .accounts)
    case .columns, .furniture: return
    }
  }

  /// How many answers a list or a table has so far.
  func count(of field: String) -> Int { parts[field]?.count ?? 0 }

  private func add(_ node: SourceNode, key: String, to field: String, as shape: Shape) {
    if shapes[field] == nil { shapes[field] = shape }
    guard shapes[field] == shape else {
      return report(
        "repere_inconnu", line: node.line, field: field,
        "Les repères de la question « \(field) » se contredisent.",
        remedy: "Repartez du modèle : la première colonne, masquée, ne se modifie pas.")
    }
    parts[field, default: []].append(.init(key: key, line: node.line, value: node))
  }

  /// The document, headers first, then sections in the order of the sheets.
  var node: SourceNode {
    let heads = RowMark.headers.compactMap { name in headers.first { $0.key == name } }
    let groups = sections.map { section in
      let entries = fields.filter { $0.hasPrefix("\(section.id).") }.map { field in
        let line = parts[field]?.first?.line ?? places[field] ?? section.line
        return SourceNode.Entry(
          key: field.split(separator: ".").last.map(String.init) ?? field, line: line,
          value: value(of: field, line: line))
      }
      return SourceNode.Entry(
        key: section.id, line: section.line,
        value: SourceNode(.mapping(entries), line: section.line))
    }
    return SourceNode(.mapping(heads + groups), line: 1)
  }

  private func value(of field: String, line: Int) -> SourceNode {
    let parts = parts[field] ?? []
    return switch shapes[field] {
    case .list, .rows: SourceNode(.sequence(parts.map(\.value)), line: line)
    case .accounts: SourceNode(.mapping(parts), line: line)
    case .scalar, nil: parts.first?.value ?? SourceNode(.scalar("", isPlain: true), line: line)
    }
  }
}

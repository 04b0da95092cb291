import Contract
import Vocabulary

/// Reads what is written in one field, in the shape its kind asks for.
struct RawReader {
  let chart: ChartOfAccounts
  let findings: FindingList

  func read(_ node: SourceNode, as kind: Field.Kind, at path: String) -> RawAnswer? {
    switch kind {
    case .list(let inner, _):
      let values = (node.elements ?? [node]).compactMap { text($0, as: inner, at: path) }
      return .list(values)
    case .table(let columns): return rows(node, columns: columns, at: path)
    case .accounts(let side): return accounts(node, side: side, at: path)
    default: return text(node, as: kind, at: path).map { .text($0) }
    }
  }

  private func text(_ node: SourceNode, as kind: Field.Kind, at path: String) -> String? {
    guard !node.isEmpty else { return nil }
    guard let written = node.text else {
      return reject(node, path, "Une seule valeur est attendue ici.", "Écrivez-la sur une ligne.")
    }
    let text = Self.unified(written)
    guard !text.isEmpty else { return nil }
    guard !text.unicodeScalars.contains(where: Self.isUnportable) else {
      return reject(
        node, path, "Le texte contient un caractère qu’aucun format de dossier ne peut porter.",
        "Retapez ce passage au clavier au lieu de le coller.")
    }
    return normalForm(of: text, as: kind)
  }

  /// One spelling for what is understood; the text itself otherwise.
  func normalForm(of text: String, as kind: Field.Kind) -> String {
    let apart = FindingList(file: "")
    let node = SourceNode(.scalar(text, isPlain: false), line: 1)
    let answer = ValueReader(chart: chart, findings: apart).read(node, as: kind, at: "")
    return answer?.written ?? text
  }

  /// Line ends of every system as one, nothing around.
  private static func unified(_ text: String) -> String {
    text.replacing("\r\n", with: "\n").replacing("\r", with: "\n").trimmedOfSpaces
  }

  /// Control characters, and the two numbers that are no characters (XML 1.0, production 2).
  private static func isUnportable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F...0x9F, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private func rows(_ node: SourceNode, columns: [Field], at path: String) -> RawAnswer? {
    guard let elements = node.elements else {
      return reject(
        node, path, "Une liste de lignes est attendue.", "Commencez chaque ligne par un tiret.")
    }
    let rows = elements.enumerated().map { index, element -> [String: String] in
      let record = RecordReader(element, path: "\(path)[\(index + 1)]", findings: findings)
      record.allowOnly(columns.map(\.id))
      return columns.reduce(into: [:]) { cells, column in
        guard let child = record.child(column.id) else { return }
        cells[column.id] = text(child, as: column.kind, at: record.joined(column.id))
      }
    }
    return .rows(rows.filter { !$0.isEmpty })
  }

  private func accounts(_ node: SourceNode, side: AccountSide, at path: String) -> RawAnswer? {
    guard let entries = node.entries else {
      return reject(
        node, path, "Un montant par compte est attendu.", "Écrivez par exemple « 641 : 1200 ».")
    }
    var amounts: [String: String] = [:]
    for entry in entries {
      guard chart.account(entry.key, on: side) != nil else {
        ValueReader(chart: chart, findings: findings).reportAccount(entry, side: side, at: path)
        continue
      }
      amounts[entry.key] = text(entry.value, as: .amount, at: "\(path).\(entry.key)")
    }
    return .accounts(amounts)
  }

  private func reject<Value>(
    _ node: SourceNode, _ path: String, _ message: String, _ remedy: String
  ) -> Value? {
    findings.add("valeur_illisible", line: node.line, field: path, message, remedy: remedy)
    return nil
  }
}

extension Answer {
  /// A scalar answer in the one spelling that files use; `nil` for lists and tables.
  var written: String? {
    switch self {
    case .text(let text): text
    case .integer(let number): String(number)
    case .flag(let flag): flag ? "oui" : "non"
    case .day(let day): day.iso
    case .amount(let amount): amount.shortDecimal
    case .rate(let rate): Cents(rate.count).shortDecimal
    case .list, .rows, .accounts: nil
    }
  }
}

extension Cents {
  /// `1234`, `1234.50`: no decimals when there are no cents.
  fileprivate var shortDecimal: String {
    let text = decimal
    return text.hasSuffix(".00") ? String(text.dropLast(3)) : text
  }
}

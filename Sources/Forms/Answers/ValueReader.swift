import Contract
import Vocabulary

/// Reads one value as its field's kind asks, or reports in French why it cannot be.
struct ValueReader {
  /// Rows of a table at most: at 9·10¹⁵ cents each, the sum of two tables stays far below overflow.
  private static let mostRows = 100
  /// Elements of a list at most, when its field says nothing.
  private static let mostElements = 100

  let chart: ChartOfAccounts
  let findings: FindingList

  func read(_ node: SourceNode, as kind: Field.Kind, at path: String) -> Answer? {
    switch kind {
    case .list(let kind, let maximum): list(node, of: kind, maximum: maximum, at: path)
    case .table(let columns): rows(node, columns: columns, at: path)
    case .accounts(let side): accounts(node, side: side, at: path)
    default: scalar(node, as: kind, at: path)
    }
  }

  private func scalar(_ node: SourceNode, as kind: Field.Kind, at path: String) -> Answer? {
    guard let text = node.text?.trimmedOfSpaces else {
      return reject(node, path, "Une seule valeur est attendue ici.", "Écrivez-la sur une ligne.")
    }
    guard !text.isEmpty else { return nil }
    switch kind {
    case .text(let maximum): return line(text, to: maximum, node: node, at: path)
    case .longText(let maximum): return limited(text, to: maximum, node: node, at: path)
    case .choice(let choices): return choice(text, among: choices, node: node, at: path)
    case .yesNo: return yesNo(text, node: node, at: path)
    case .integer(let range): return integer(text, in: range, node: node, at: path)
    case .percentage: return percentage(text, node: node, at: path)
    case .amount: return amount(text, node: node, at: path).map { .amount($0) }
    case .day: return day(text, node: node, at: path)
    case .identifier(let kind): return identifier(text, kind: kind, node: node, at: path)
    case .reference: return line(text, to: 60, node: node, at: path)
    case .list, .table, .accounts: return nil
    }
  }

  private func list(
    _ node: SourceNode, of kind: Field.Kind, maximum: Int?, at path: String
  ) -> Answer? {
    let elements = node.elements ?? [node]
    let most = min(maximum ?? Self.mostElements, Self.mostElements)
    guard elements.count <= most else {
      return reject(
        node, path, "\(elements.count) valeurs sont données, \(most) au plus sont admises.",
        "Gardez les plus importantes.")
    }
    let answers = elements.enumerated().compactMap { index, element in
      element.isEmpty ? nil : read(element, as: kind, at: "\(path)[\(index + 1)]")
    }
    return answers.isEmpty ? nil : .list(answers)
  }

  private func rows(_ node: SourceNode, columns: [Field], at path: String) -> Answer? {
    guard let elements = node.elements else {
      return reject(
        node, path, "Une liste de lignes est attendue.", "Commencez chaque ligne par un tiret.")
    }
    guard elements.count <= Self.mostRows else {
      return reject(
        node, path,
        "\(elements.count) lignes sont données, \(Self.mostRows) au plus sont admises.",
        "Regroupez les lignes semblables.")
    }
    let rows = elements.enumerated().filter { !$0.element.isBlankRow }.map { index, element in
      let record = RecordReader(element, path: "\(path)[\(index + 1)]", findings: findings)
      record.allowOnly(columns.map(\.id))
      var cells: [String: Answer] = [:]
      var unreadable: Set<String> = element.entries == nil ? Set(columns.map(\.id)) : []
      for column in columns {
        guard let child = record.child(column.id) else { continue }
        let known = findings.findings.count
        cells[column.id] = read(child, as: column.kind, at: record.joined(column.id))
        if cells[column.id] == nil, findings.findings.count > known { unreadable.insert(column.id) }
      }
      return AnswerRow(cells: cells, line: element.line, unreadable: unreadable)
    }
    return rows.isEmpty ? nil : .rows(rows)
  }

  private func accounts(_ node: SourceNode, side: AccountSide, at path: String) -> Answer? {
    guard let entries = node.entries else {
      return reject(
        node, path, "Un montant par compte est attendu.", "Écrivez par exemple « 641 : 1200 ».")
    }
    let amounts = entries.compactMap { entry -> AccountAmount? in
      guard chart.account(entry.key, on: side) != nil else {
        reportAccount(entry, side: side, at: path)
        return nil
      }
      guard !entry.value.isEmpty,
        case .amount(let amount) = scalar(entry.value, as: .amount, at: "\(path).\(entry.key)")
      else { return nil }
      return AccountAmount(account: entry.key, amount: amount, line: entry.line)
    }
    return amounts.isEmpty ? nil : .accounts(amounts)
  }

  func reportAccount(_ entry: SourceNode.Entry, side: AccountSide, at path: String) {
    let isSubsidy = side == .resources && entry.key.hasPrefix("74")
    findings.add(
      "champ_inconnu", line: entry.line, field: "\(path).\(entry.key)",
      isSubsidy
        ? "Le compte 74 ne se remplit pas ici : il est tiré du plan de financement."
        : "Le compte « \(entry.key) » n’existe pas de ce côté du budget.",
      remedy: isSubsidy
        ? "Mettez chaque subvention dans financement.demandes ou financement.acquis."
        : "Comptes possibles : \(chart.accounts(of: side).map(\.code).joined(separator: ", ")).")
  }

  func reject(
    _ node: SourceNode, _ path: String, _ message: String, _ remedy: String,
    code: String = "valeur_illisible", source: LegalSource? = nil
  ) -> Answer? {
    findings.add(
      code, line: node.line, field: path, message, remedy: remedy, source: source)
    return nil
  }
}

extension SourceNode {
  /// A row in which nothing is written, as a model to fill has one.
  fileprivate var isBlankRow: Bool {
    guard let entries else { return isEmpty }
    return entries.allSatisfy { $0.value.isEmpty || $0.value.text?.trimmedOfSpaces.isEmpty == true }
  }
}

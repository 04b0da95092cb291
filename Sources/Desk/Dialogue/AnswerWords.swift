import Forms
import Vocabulary

/// Answers read back to people, in words.
struct AnswerWords: Sendable {
  let catalogue: ReferenceCatalogue
  let chart: ChartOfAccounts

  /// One value, on one line.
  func value(_ text: String, as kind: Field.Kind) -> String {
    switch kind {
    case .amount: (try? Cents(typed: text))?.french ?? text
    case .day: Day(iso: text)?.french ?? text
    case .percentage: "\(text.replacing(".", with: ","))\u{00A0}%"
    case .integer: Int(text).map { FrenchNumber.text($0) } ?? text
    case .choice(let choices): choices.first { $0.value == text }?.label ?? text
    case .reference(let reference):
      catalogue.name(of: text, reference).map { "\($0) (\(text))" } ?? text
    case .identifier(.commune):
      catalogue.name(of: text, .commune).map { "\($0) (\(text))" } ?? text
    default: text
    }
  }

  /// A row of a table, on one line.
  func row(_ row: [String: String], _ columns: [Field]) -> String {
    let cells = columns.compactMap { column in
      row[column.id].map { "\(column.label) : \(value($0, as: column.kind))" }
    }
    return cells.isEmpty ? "(ligne vide)" : cells.joined(separator: " ; ")
  }

  /// An account and its amount.
  func account(_ code: String, _ amount: String, _ side: AccountSide) -> String {
    let label = chart.account(code, on: side).map { " \($0.label)" } ?? ""
    return "\(code)\(label) : \(value(amount, as: .amount))"
  }

  /// The lines of a whole answer; several for lists, tables, accounts and long texts.
  func lines(_ answer: RawAnswer, as kind: Field.Kind) -> [String] {
    switch (answer, kind) {
    case (.list(let values), .list(let inner, _)):
      values.enumerated().map { "\($0 + 1). \(value($1, as: inner))" }
    case (.rows(let rows), .table(let columns)):
      rows.enumerated().map { "\($0 + 1). \(row($1, columns))" }
    case (.accounts(let amounts), .accounts(let side)):
      chart.accounts(of: side).compactMap { account in
        amounts[account.code].map { "- \(self.account(account.code, $0, side))" }
      }
    case (.text(let text), .longText):
      text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    case (.text(let text), _): [value(text, as: kind)]
    default: ["(réponse d’une autre forme)"]
    }
  }
}

public import Vocabulary

/// An answer of the type its field asks for.
public indirect enum Answer: Hashable, Sendable {
  case text(String)
  case integer(Int)
  case rate(BasisPoints)
  case amount(Cents)
  case day(Day)
  case flag(Bool)
  case list([Answer])
  case rows([AnswerRow])
  case accounts([AccountAmount])

  /// The answer as a word to compare with, for conditions; `nil` for lists and tables.
  public var plainText: String? {
    switch self {
    case .text(let text): text
    case .integer(let number): String(number)
    case .flag(let flag): flag ? "oui" : "non"
    case .day(let day): day.iso
    case .rate, .amount, .list, .rows, .accounts: nil
    }
  }
}

/// One row of a table: its cells by column, and where it stands.
public struct AnswerRow: Hashable, Sendable {
  public let cells: [String: Answer]
  public let line: Int?
  /// Columns that were filled with something unreadable, already reported.
  public let unreadable: Set<String>
}

/// An amount on an account, and where it stands.
public struct AccountAmount: Hashable, Sendable {
  public let account: String
  public let amount: Cents
  public let line: Int?
}

/// The answers to a form, by field, with the line of each.
public struct Answers: Hashable, Sendable {
  /// Edition of the form that was filled.
  public let form: String
  /// Identifier of the call the file was filled for.
  public let call: String?
  public let applicantKind: String
  private let values: [FieldID: Answer]
  private let lines: [FieldID: Int]
  private let unreadable: Set<FieldID>

  /// Groups answers read from one file; `unreadable` are the fields with at least a part that is not.
  public init(
    form: String, call: String?, applicantKind: String, values: [FieldID: Answer],
    lines: [FieldID: Int], unreadable: Set<FieldID> = []
  ) {
    self.form = form
    self.call = call
    self.applicantKind = applicantKind
    self.values = values
    self.lines = lines
    self.unreadable = unreadable
  }

  /// The answer to a field; `nil` when nothing was answered.
  public subscript(field: FieldID) -> Answer? { values[field] }

  /// Whether a field was filled with something unreadable, already reported: it is not missing.
  public func isUnreadable(_ field: FieldID) -> Bool {
    values[field] == nil && unreadable.contains(field)
  }

  /// Whether everything written in a field was understood: what was not is missing from its total.
  public func isWhollyRead(_ field: FieldID) -> Bool { !unreadable.contains(field) }

  /// The line of a field in the file; that of its section when the field is absent.
  public func line(of field: FieldID) -> Int? {
    lines[field] ?? field.split(separator: ".").first.flatMap { lines[String($0)] }
  }
}

extension Answers {
  /// A text answer.
  public func text(_ field: FieldID) -> String? {
    guard case .text(let text) = self[field] else { return nil }
    return text
  }

  /// A whole-number answer.
  public func integer(_ field: FieldID) -> Int? {
    guard case .integer(let number) = self[field] else { return nil }
    return number
  }

  /// A share.
  public func rate(_ field: FieldID) -> BasisPoints? {
    guard case .rate(let rate) = self[field] else { return nil }
    return rate
  }

  /// An amount.
  public func amount(_ field: FieldID) -> Cents? {
    guard case .amount(let amount) = self[field] else { return nil }
    return amount
  }

  /// A day.
  public func day(_ field: FieldID) -> Day? {
    guard case .day(let day) = self[field] else { return nil }
    return day
  }

  /// A yes or no.
  public func flag(_ field: FieldID) -> Bool? {
    guard case .flag(let flag) = self[field] else { return nil }
    return flag
  }

  /// The texts of a list; empty when not answered.
  public func texts(_ field: FieldID) -> [String] {
    guard case .list(let answers) = self[field] else { return [] }
    return answers.compactMap { answer in
      guard case .text(let text) = answer else { return nil }
      return text
    }
  }

  /// The rows of a table; empty when not answered.
  public func rows(_ field: FieldID) -> [AnswerRow] {
    guard case .rows(let rows) = self[field] else { return [] }
    return rows
  }

  /// The amounts by account; empty when not answered.
  public func accounts(_ field: FieldID) -> [AccountAmount] {
    guard case .accounts(let amounts) = self[field] else { return [] }
    return amounts
  }
}

extension AnswerRow {
  /// A text cell.
  public func text(_ column: String) -> String? {
    guard case .text(let text) = cells[column] else { return nil }
    return text
  }

  /// An amount cell.
  public func amount(_ column: String) -> Cents? {
    guard case .amount(let amount) = cells[column] else { return nil }
    return amount
  }

  /// A day cell.
  public func day(_ column: String) -> Day? {
    guard case .day(let day) = cells[column] else { return nil }
    return day
  }
}

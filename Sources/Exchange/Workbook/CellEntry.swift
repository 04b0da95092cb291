import Forms
import Vocabulary

/// How a written answer stands in its cell.
///
/// A number or a day only when the very same text can be read back; as typed in every other case.
enum CellEntry {
  static func content(_ text: String, as kind: Field.Kind) -> CellContent {
    guard !text.isEmpty else { return .empty }
    switch kind {
    case .amount, .accounts: return amount(text).map { _ in .number(text) } ?? .text(text)
    case .percentage:
      return amount(text).map { $0 <= Cents(euros: 100) } == true ? .number(text) : .text(text)
    case .integer: return isWhole(text) ? .number(text) : .text(text)
    case .day: return day(text).map { .day($0) } ?? .text(text)
    default: return .text(text)
    }
  }

  static func style(of kind: Field.Kind) -> CellStyle {
    switch kind {
    case .amount, .accounts: .amount
    case .percentage: .percentage
    case .integer: .integer
    case .day: .day
    case .list(let inner, _): style(of: inner)
    case .text, .longText, .choice, .yesNo, .identifier, .reference, .table: .text
    }
  }

  /// The amount that the cell counts for in a sum; `nil` when it stands there as text.
  static func amount(_ text: String) -> Cents? {
    guard let amount = try? Cents(typed: text), DecimalText.isExact(text) else { return nil }
    let exact = amount.decimal
    return text == exact || text + ".00" == exact ? amount : nil
  }

  private static func isWhole(_ text: String) -> Bool {
    guard let number = Int(text), String(number) == text else { return false }
    return DecimalText.isExact(text)
  }

  /// A day that every spreadsheet counts alike: some take 1900 for a leap year.
  private static func day(_ text: String) -> Day? {
    guard let day = Day(iso: text), day.iso >= "1900-03-01" else { return nil }
    return day
  }
}

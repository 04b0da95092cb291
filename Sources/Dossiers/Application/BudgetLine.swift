import Forms
import Vocabulary

/// One amount of a budget or of its financing plan, with its path in the form.
struct BudgetLine: Hashable {
  enum Side {
    case charge
    /// A resource other than a grant.
    case own
    case request
    case secured
  }

  let field: FieldID
  let line: Int?
  let amount: Cents
  let side: Side
  let name: String
  /// The funder asked.
  let payer: String?

  var isAccount: Bool { side == .charge || side == .own }

  func isRequest(of amount: Cents) -> Bool { side == .request && self.amount == amount }

  /// Whether the line stands on the side that is too large, charges less resources being `gap`.
  func isHeavy(gap: Cents) -> Bool { (gap > .zero) == (side == .charge) }

  /// The lines of one year, in the order of the form.
  static func all(of answers: Answers, in sections: YearSections) -> [BudgetLine] {
    accounts(of: answers, in: sections.charges, side: .charge)
      + accounts(of: answers, in: sections.resources, side: .own)
      + requests(of: answers, in: sections.requests) + secured(of: answers, in: sections.secured)
  }

  private static func accounts(
    of answers: Answers, in field: FieldID, side: Side
  ) -> [BudgetLine] {
    answers.accounts(field).map {
      BudgetLine(
        field: "\(field).\($0.account)", line: $0.line, amount: $0.amount, side: side,
        name: "le compte \($0.account)", payer: nil)
    }
  }

  private static func requests(of answers: Answers, in field: FieldID) -> [BudgetLine] {
    answers.rows(field).enumerated().compactMap { index, row in
      guard let funder = row.text("financeur"), let amount = row.amount("montant") else {
        return nil
      }
      return BudgetLine(
        field: "\(field)[\(index + 1)].montant", line: row.line, amount: amount, side: .request,
        name: "la demande à \(funder)", payer: funder)
    }
  }

  private static func secured(of answers: Answers, in field: FieldID) -> [BudgetLine] {
    answers.rows(field).enumerated().compactMap { index, row in
      guard let body = row.text("organisme"), let amount = row.amount("montant") else {
        return nil
      }
      return BudgetLine(
        field: "\(field)[\(index + 1)].montant", line: row.line, amount: amount, side: .secured,
        name: "le financement acquis de \(body)", payer: nil)
    }
  }
}

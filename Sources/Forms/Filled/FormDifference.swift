/// One answer that two filled forms do not share.
public struct FormDifference: Hashable, Sendable {
  /// The field, with the account when it is a budget: `budget.charges.641`.
  public let path: FieldID
  /// The question as people read it.
  public let label: String
  /// What was written; `nil` when nothing was.
  public let before: String?
  /// What is written now; `nil` when nothing is.
  public let after: String?
}

extension FilledForm {
  /// What changed since an earlier form, field by field in the order of the later one's edition, then
  /// what only the earlier one asked.
  ///
  /// Answers are compared by the stable identifiers of their fields: the two editions may differ.
  public func differences(
    since earlier: FilledForm, edition: FormEdition, earlierEdition: FormEdition,
    chart: ChartOfAccounts
  ) -> [FormDifference] {
    let known = Set(edition.fields.map(\.id))
    let gone = earlierEdition.fields.filter { !known.contains($0.id) }
    return (edition.fields + gone).flatMap { field in
      Self.differences(in: field, from: earlier[field.id], to: self[field.id], chart: chart)
    }
  }

  private static func differences(
    in field: Field, from before: RawAnswer?, to after: RawAnswer?, chart: ChartOfAccounts
  ) -> [FormDifference] {
    guard before != after else { return [] }
    guard case .accounts(let side) = field.kind else {
      return [
        FormDifference(
          path: field.id, label: field.label, before: before?.forPeople, after: after?.forPeople)
      ]
    }
    let (old, new) = (before?.amounts ?? [:], after?.amounts ?? [:])
    return chart.accounts(of: side).filter { old[$0.code] != new[$0.code] }.map { account in
      FormDifference(
        path: "\(field.id).\(account.code)", label: "\(account.code) \(account.label)",
        before: old[account.code], after: new[account.code])
    }
  }
}

extension RawAnswer {
  fileprivate var amounts: [String: String] {
    if case .accounts(let amounts) = self { return amounts }
    return [:]
  }

  /// On as few lines as it takes.
  public var forPeople: String {
    switch self {
    case .text(let text): text
    case .list(let values): values.joined(separator: " ; ")
    case .rows(let rows):
      rows.map { row in
        row.sorted { $0.key < $1.key }.map { "\($0.key) : \($0.value)" }.joined(separator: ", ")
      }.joined(separator: " ; ")
    case .accounts(let amounts):
      amounts.sorted { $0.key < $1.key }.map { "\($0.key) : \($0.value)" }
        .joined(separator: ", ")
    }
  }
}

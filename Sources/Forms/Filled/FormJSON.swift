import Vocabulary

/// Writes a form in JSON (RFC 8259), sections and fields in the order of the form.
public struct FormJSON {
  private let filled: FilledForm
  private let chart: ChartOfAccounts
  /// Whether what is not answered is written too, as nothing: a form to fill.
  private let isBlank: Bool

  /// The text of a filled form, which reads back as the same filled form.
  ///
  /// - Parameters:
  ///   - filled: what is answered.
  ///   - edition: the form it fills.
  ///   - chart: the accounts of the budget.
  /// - Returns: an indented JSON document; when nothing is answered, every question with `null`.
  public static func text(
    _ filled: FilledForm, edition: FormEdition, chart: ChartOfAccounts
  ) -> String {
    FormJSON(filled: filled, chart: chart, isBlank: filled.answeredFields.isEmpty).text(edition)
  }

  private func text(_ edition: FormEdition) -> String {
    var members = [
      member("formulaire", JSONText.string(filled.form), depth: 1),
      member("appel", filled.call.map(JSONText.string) ?? "null", depth: 1),
      member("type_porteur", JSONText.string(filled.applicantKind), depth: 1),
    ]
    for section in edition.sections {
      let fields = section.fields.compactMap { field in
        value(of: field).map { member(AnswerReader.name(of: field), $0, depth: 2) }
      }
      guard !fields.isEmpty else { continue }
      members.append(member(section.id, block("{", fields, "}", depth: 1), depth: 1))
    }
    return block("{", members, "}", depth: 0) + "\n"
  }

  private func value(of field: Field) -> String? {
    switch (filled[field.id], field.kind) {
    case (.text(let text), let kind): scalar(text, kind)
    case (.list(let values), .list(let kind, _)): list(values.map { scalar($0, kind) })
    case (.rows(let rows), .table(let columns)): list(rows.map { row($0, columns) })
    case (.accounts(let amounts), .accounts(let side)): accounts(amounts, of: side)
    case (nil, .accounts(let side)) where isBlank: accounts([:], of: side)
    case (nil, .list) where isBlank, (nil, .table) where isBlank: "[]"
    case (nil, _) where isBlank: "null"
    default: nil
    }
  }

  private func list(_ items: [String]) -> String { "[\(items.joined(separator: ", "))]" }

  private func row(_ cells: [String: String], _ columns: [Field]) -> String {
    let written = columns.compactMap { column in
      cells[column.id].map { "\(JSONText.string(column.id)): \(scalar($0, column.kind))" }
    }
    return "{\(written.joined(separator: ", "))}"
  }

  private func accounts(_ amounts: [String: String], of side: AccountSide) -> String {
    let written = chart.accounts(of: side).compactMap { account -> String? in
      let amount = amounts[account.code].map { scalar($0, .amount) } ?? (isBlank ? "null" : nil)
      return amount.map { "\(JSONText.string(account.code)): \($0)" }
    }
    return "{\(written.joined(separator: ", "))}"
  }

  /// A bare number when the field counts something and the text is spelled as one, else a string.
  private func scalar(_ text: String, _ kind: Field.Kind) -> String {
    switch kind {
    case .integer, .amount, .percentage: Self.isNumber(text) ? text : JSONText.string(text)
    default: JSONText.string(text)
    }
  }

  /// Digits without a useless zero, with at most two decimals: what normal forms look like.
  private static func isNumber(_ text: String) -> Bool {
    text.wholeMatch(of: /(?:0|[1-9][0-9]*)(?:\.[0-9]{1,2})?/) != nil
  }

  private func member(_ key: String, _ value: String, depth: Int) -> String {
    "\(String(repeating: "  ", count: depth))\(JSONText.string(key)): \(value)"
  }

  private func block(_ opening: String, _ members: [String], _ closing: String, depth: Int)
    -> String
  {
    let indent = String(repeating: "  ", count: depth)
    return "\(opening)\n\(members.joined(separator: ",\n"))\n\(indent)\(closing)"
  }
}

import Vocabulary

/// Writes a form in YAML, each question with its help, an example and what is answered to it.
///
/// An empty form gives the blank one to fill offline.
public struct CommentedYAML {
  private let filled: FilledForm
  private let chart: ChartOfAccounts
  private let lastYear: FilledForm?
  private var lines: [String] = []

  private init(filled: FilledForm, chart: ChartOfAccounts, lastYear: FilledForm?) {
    self.filled = filled
    self.chart = chart
    self.lastYear = lastYear
  }

  /// The text of a filled form, which reads back as the same filled form.
  ///
  /// - Parameters:
  ///   - filled: what is answered.
  ///   - edition: the form it fills.
  ///   - chart: the accounts of the budget.
  ///   - lastYear: answers to recall in comments, where nothing is answered yet.
  /// - Returns: a YAML document.
  public static func text(
    _ filled: FilledForm, edition: FormEdition, chart: ChartOfAccounts,
    lastYear: FilledForm? = nil
  ) -> String {
    var writer = CommentedYAML(filled: filled, chart: chart, lastYear: lastYear)
    writer.lines = [
      "# \(edition.title.onOneLine)",
      "# Remplissez après chaque « : ». Les lignes qui commencent par # sont des explications.",
      "# (obligatoire) : sans réponse, le dossier ne peut pas être déposé.",
      "# Vérifiez à tout moment : aap dossier verifier CE-FICHIER",
      "formulaire: \(filled.form)",
      "appel:\(filled.call.map { " \(FlowText.quoted($0))" } ?? " ")",
      "type_porteur: \(YAMLScalar.plainOrQuoted(filled.applicantKind))",
    ]
    for section in edition.sections { writer.write(section) }
    return writer.lines.joined(separator: "\n") + "\n"
  }

  private mutating func write(_ section: FormEdition.Section) {
    lines += ["", "# ── \(section.title.onOneLine)", "\(section.id):"]
    for field in section.fields { write(field) }
  }

  private mutating func write(_ field: Field) {
    let mark = field.isRequired ? " (obligatoire)" : ""
    lines.append("  # \(field.label.onOneLine)\(mark)")
    if let help = field.help { explain(help) }
    if let condition = field.condition { explain("Seulement \(condition.clause).") }
    if case .choice(let choices) = field.kind {
      explain("Réponses : \(choices.map(\.value).joined(separator: ", "))")
    }
    if filled[field.id] == nil, let recalled = lastYear?[field.id] {
      lines.append("  # L’an dernier (à recopier si c’est toujours vrai) :")
      explain(recalled.forPeople, indent: "  ")
    }
    writeValue(of: field)
  }

  /// Every line of a text as a comment: one that is not would be read as an answer.
  private mutating func explain(_ text: String, indent: String = "") {
    lines += text.split(whereSeparator: \.isNewline).map { "  # \(indent)\($0)" }
  }

  private mutating func writeExample(of field: Field) {
    if let example = field.example { lines.append("  # Exemple : \(example)") }
  }

  private mutating func writeValue(of field: Field) {
    let name = AnswerReader.name(of: field)
    let answer = filled[field.id]
    switch field.kind {
    case .table(let columns):
      lines.append("  # Une ligne par élément, sur ce modèle :")
      let cells = columns.map { "\($0.id): \($0.example ?? "…")" }
      lines.append("  #   - {\(cells.joined(separator: ", "))}")
      lines.append("  \(name):")
      if case .rows(let rows) = answer { write(rows, columns: columns) }
    case .accounts(let side):
      writeExample(of: field)
      lines.append("  \(name):")
      var amounts: [String: String] = [:]
      if case .accounts(let written) = answer { amounts = written }
      write(amounts, of: side)
    case .list:
      writeExample(of: field)
      lines.append("  \(name):")
      guard case .list(let values) = answer else { return }
      for value in values { lines.append("    - \(YAMLScalar.plainOrQuoted(value))") }
    default:
      writeExample(of: field)
      guard case .text(let text) = answer else { return lines.append("  \(name):") }
      writeText(text, name: name, isLong: field.kind.isLongText)
    }
  }

  private mutating func writeText(_ text: String, name: String, isLong: Bool) {
    guard isLong, let block = YAMLScalar.block(text) else {
      return lines.append("  \(name): \(YAMLScalar.plainOrQuoted(text))")
    }
    lines.append("  \(name): |-")
    lines += block.map { $0.isEmpty ? "" : "    \($0)" }
  }

  private mutating func write(_ rows: [[String: String]], columns: [Field]) {
    for row in rows {
      var mark = "-"
      for column in columns {
        guard let cell = row[column.id] else { continue }
        lines.append("    \(mark) \(column.id): \(YAMLScalar.plainOrQuoted(cell))")
        mark = " "
      }
    }
  }

  private mutating func write(_ amounts: [String: String], of side: AccountSide) {
    for account in chart.accounts(of: side) {
      let amount = amounts[account.code].map { " \(YAMLScalar.plainOrQuoted($0))" } ?? ""
      lines.append("    \(FlowText.quoted(account.code)):\(amount)   # \(account.label.onOneLine)")
    }
  }
}

extension String {
  /// The same words without line ends.
  fileprivate var onOneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}

extension Field.Kind {
  var isLongText: Bool {
    if case .longText = self { return true }
    return false
  }
}

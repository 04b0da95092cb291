import Vocabulary

/// Writes an empty form to fill offline, in YAML, each field with its help and an example.
public struct BlankForm {
  private let form: FormEdition
  private let chart: ChartOfAccounts
  private var lines: [String] = []

  private init(form: FormEdition, chart: ChartOfAccounts) {
    self.form = form
    self.chart = chart
  }

  /// The text of an empty form.
  ///
  /// - Parameters:
  ///   - form: the edition.
  ///   - chart: the accounts of the budget.
  ///   - call: the call to fill it for, when one is open.
  ///   - kind: the kind of applicant.
  /// - Returns: a YAML document that can be deposited once filled.
  public static func yaml(
    _ form: FormEdition, chart: ChartOfAccounts, call: String?, kind: String
  ) -> String {
    var writer = BlankForm(form: form, chart: chart)
    writer.lines = [
      "# \(form.title)",
      "# Remplissez après chaque « : ». Les lignes qui commencent par # sont des explications.",
      "# (obligatoire) : sans réponse, le dossier ne peut pas être déposé.",
      "# Vérifiez à tout moment : aap dossier verifier CE-FICHIER",
      "formulaire: \(form.edition)",
      "appel: \(call.map { FlowText.quoted($0) } ?? "")",
      "type_porteur: \(kind)",
    ]
    for section in form.sections { writer.write(section) }
    return writer.lines.joined(separator: "\n") + "\n"
  }

  private mutating func write(_ section: FormEdition.Section) {
    lines += ["", "# ── \(section.title)", "\(section.id):"]
    for field in section.fields { write(field) }
  }

  private mutating func write(_ field: Field) {
    let mark = field.isRequired ? " (obligatoire)" : ""
    lines.append("  # \(field.label)\(mark)")
    if let help = field.help { lines.append("  # \(help)") }
    if let condition = field.condition { lines.append("  # Seulement si \(condition.french).") }
    if case .choice(let choices) = field.kind {
      lines.append("  # Réponses : \(choices.map(\.value).joined(separator: ", "))")
    }
    writeEmptyValue(of: field)
  }

  private mutating func writeExample(of field: Field) {
    if let example = field.example { lines.append("  # Exemple : \(example)") }
  }

  private mutating func writeEmptyValue(of field: Field) {
    let name = AnswerReader.name(of: field)
    switch field.kind {
    case .table(let columns):
      lines.append("  # Une ligne par élément, sur ce modèle :")
      let cells = columns.map { "\($0.id): \($0.example ?? "…")" }
      lines.append("  #   - {\(cells.joined(separator: ", "))}")
      lines.append("  \(name):")
    case .accounts(let side):
      writeExample(of: field)
      lines.append("  \(name):")
      for account in chart.accounts(of: side) {
        lines.append("    \(FlowText.quoted(account.code)):   # \(account.label)")
      }
    default:
      writeExample(of: field)
      lines.append("  \(name):")
    }
  }
}

public import Forms

extension DepositXML {
  /// Writes an empty form to fill: every question in a comment, then its place.
  ///
  /// An element left empty answers nothing; an account, a cell or a whole `champ` may be removed.
  ///
  /// - Parameters:
  ///   - blank: the headers of the form.
  ///   - edition: its edition.
  ///   - chart: the accounts of the budget.
  /// - Returns: the document, valid as it is, in UTF-8.
  public static func blank(
    _ blank: FilledForm, edition: FormEdition, chart: ChartOfAccounts
  ) -> [UInt8] {
    let call = blank.call.map { " appel=\"\(escaped($0))\"" } ?? ""
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      comment("\(edition.title). Vérifiez : aap dossier verifier CE-FICHIER"),
      "<depot xmlns=\"urn:aap:depot:1\" version=\"1.0\" formulaire=\"\(escaped(blank.form))\""
        + "\(call) type_porteur=\"\(escaped(blank.applicantKind))\">",
    ]
    for section in edition.sections {
      lines += [
        "  \(comment(section.title))", "  <section id=\"\(escaped(section.id))\">",
      ]
      for field in section.fields {
        lines.append("    \(comment(question(field)))")
        lines.append("    <champ id=\"\(escaped(field.id))\">")
        lines += places(of: field, chart: chart).map { "      \($0)" }
        lines.append("    </champ>")
      }
      lines.append("  </section>")
    }
    return Array((lines + ["</depot>", ""]).joined(separator: "\n").utf8)
  }

  private static func question(_ field: Field) -> String {
    var parts = [field.label + (field.isRequired ? " (obligatoire)" : "")]
    if let help = field.help { parts.append(help) }
    if let condition = field.condition { parts.append("Seulement \(condition.clause).") }
    if case .choice(let choices) = field.kind {
      parts.append("Réponses : \(choices.map(\.value).joined(separator: ", ")).")
    }
    if case .list = field.kind { parts.append("Un élément « valeur » par réponse.") }
    if case .table = field.kind { parts.append("Un élément « ligne » par ligne.") }
    if let example = field.example { parts.append("Exemple : \(example)") }
    return parts.joined(separator: " ")
  }

  private static func places(of field: Field, chart: ChartOfAccounts) -> [String] {
    switch field.kind {
    case .table(let columns):
      let cells = columns.map {
        "  <cellule colonne=\"\(escaped($0.id))\"></cellule> \(comment($0.label))"
      }
      return ["<ligne>"] + cells + ["</ligne>"]
    case .accounts(let side):
      return chart.accounts(of: side).map {
        "<montant compte=\"\(escaped($0.code))\"></montant> \(comment($0.label))"
      }
    default: return ["<valeur></valeur>"]
    }
  }

  /// Two hyphens in a row would end a comment (XML 1.0, production 15).
  private static func comment(_ text: String) -> String {
    var inside = text
    while inside.contains("--") { inside = inside.replacing("--", with: "- -") }
    return "<!-- \(inside) -->"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }
}

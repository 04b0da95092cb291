import Vocabulary

/// The page of the forms for users, in Markdown: every field of every edition shipped.
public enum FormsPage {
  /// Writes the page.
  ///
  /// - Parameters:
  ///   - editions: the newest edition of each form, in the order of the page.
  ///   - earlier: editions that calls opened before still use.
  /// - Returns: the whole page.
  public static func markdown(editions: [FormEdition], earlier: [FormEdition]) -> String {
    """
    # Les formulaires, champ par champ

    Page écrite par le programme à partir des éditions elles-mêmes : ne la modifiez pas à la main.

    Une édition employée par un appel ne change plus ; une question nouvelle fait une édition nouvelle, où les champs \
    gardent leur identifiant (`section.champ`). `\\*` : obligatoire, quand la question se pose. \
    Comment écrire chaque genre de réponse : [le dossier](dossier.md).

    « Reconduction » dit ce que devient la réponse quand on repart d’un dossier de l’année précédente : `garder` la reprend, \
    `redemander` la propose et attend confirmation, `vider` la retire.

    ## Éditions en vigueur

    \(FormsTable(editions: editions, showsRenewal: true).markdown)

    ## Éditions précédentes

    Elles servent encore aux appels qui les ont copiées à leur ouverture.

    \(FormsTable(editions: earlier, showsRenewal: false).markdown)

    """
  }
}

/// The tables of some editions together: fields that say the same stand on one row.
private struct FormsTable {
  private struct Row: Hashable {
    let label: String
    let answer: String
    let renewal: Field.Renewal
  }

  let editions: [FormEdition]
  let showsRenewal: Bool

  var markdown: String {
    ([summary] + sections.map { "### `\($0)`\n\n\(table(of: $0))" }).joined(separator: "\n\n")
  }

  private var summary: String {
    let rows = editions.map { form in
      let demanded = form.fields.count { $0.isRequired && $0.condition == nil }
      let kinds = form.applicantKinds.map { "`\($0)`" }.joined(separator: ", ")
      return "| `\(form.edition)` | \(kinds) | \(form.fields.count) | \(demanded) |"
    }
    return """
      | édition | porteurs | questions | obligatoires pour tous |
      |---|---|---|---|
      \(rows.joined(separator: "\n"))
      """
  }

  private var sections: [String] { Self.unique(editions.flatMap { $0.sections.map(\.id) }) }

  private func table(of section: String) -> String {
    let ids = Self.unique(
      editions.flatMap { form in
        form.sections.filter { $0.id == section }.flatMap { $0.fields.map(\.id) }
      })
    let head =
      showsRenewal
      ? "| champ | question | réponse | éditions | reconduction |\n|---|---|---|---|---|"
      : "| champ | question | réponse | éditions |\n|---|---|---|---|"
    return ([head] + ids.flatMap { rows(of: $0) }).joined(separator: "\n")
  }

  private func rows(of id: FieldID) -> [String] {
    var order: [Row] = []
    var names: [Row: [String]] = [:]
    for form in editions {
      guard let field = form.fields.first(where: { $0.id == id }) else { continue }
      let mark = field.isRequired ? "\\*" : ""
      let row = Row(
        label: "`\(AnswerReader.name(of: field))`\(mark) | \(field.label)",
        answer: field.kind.french + (field.condition.map { " ; \($0.clause)" } ?? ""),
        renewal: field.renewal)
      if names[row] == nil { order.append(row) }
      names[row, default: []].append(form.edition)
    }
    return order.map { row in
      let forms = names[row] ?? []
      let scope = forms.count == editions.count ? "toutes" : forms.joined(separator: ", ")
      let renewal = showsRenewal ? " `\(row.renewal.rawValue)` |" : ""
      return "| \(row.label) | \(row.answer) | \(scope) |\(renewal)"
    }
  }

  private static func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}

extension Field.Kind {
  /// What is expected, in a few French words.
  fileprivate var french: String {
    switch self {
    case .text(let maximum): "une ligne, \(FrenchNumber.text(maximum)) caractères"
    case .longText(let maximum): "texte, \(FrenchNumber.text(maximum)) caractères"
    case .choice(let choices): choices.map { "`\($0.value)`" }.joined(separator: " ou ")
    case .yesNo: "`oui` ou `non`"
    case .integer(let range):
      "entier de \(FrenchNumber.text(range.lowerBound)) à \(FrenchNumber.text(range.upperBound))"
    case .percentage: "pourcentage"
    case .amount: "montant"
    case .day: "date"
    case .identifier(let kind): kind.frenchName
    case .reference(let reference): reference.french
    case .list(let kind, let maximum):
      "liste : \(kind.french)" + (maximum.map { ", \($0) au plus" } ?? "")
    case .table(let columns):
      "tableau : "
        + columns.map { "`\($0.id)`\($0.isRequired ? "\\*" : "") (\($0.kind.french))" }
        .joined(separator: ", ")
    case .accounts: "montants par compte"
    }
  }
}

extension Field.Reference {
  fileprivate var french: String {
    switch self {
    case .objective: "code d’objectif"
    case .funder: "identifiant de financeur"
    case .commune: "code INSEE d’une commune du contrat"
    case .district: "code de quartier"
    case .watchTerritory: "code de territoire en veille"
    }
  }
}

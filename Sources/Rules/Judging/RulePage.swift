import Vocabulary

extension RuleBook {
  /// The page of the rules for users, in Markdown: a table, then one paragraph a rule.
  public static var markdown: String {
    let kinds = rules.map { type(of: $0) }
    let rows = kinds.map { row($0) }
    let paragraphs = kinds.map { paragraph($0) }
    return """
      # Les règles de recevabilité

      Page écrite par le programme à partir des règles elles-mêmes : ne la modifiez pas à la main.

      Chaque règle répond : respectée, sans objet, enfreinte, ou indécidable quand une information manque ;
      dans ce dernier cas elle donne un avertissement, jamais un refus. Les chiffres propres à un appel
      (seuils, plafonds, dates) sont lus dans ses fichiers et le constat cite leur source.

      | Code | Règle | Moment | Gravité | Depuis |
      |---|---|---|---|---|
      \(rows.joined(separator: "\n"))

      \(paragraphs.joined(separator: "\n\n"))

      """
  }

  private static func row(_ kind: any AdmissibilityRule.Type) -> String {
    "| [`\(kind.code)`](#\(kind.code)) | \(kind.title) | \(kind.moment.french) "
      + "| \(french(kind.severity)) | \(kind.inForceSince?.french ?? "toujours") |"
  }

  private static func paragraph(_ kind: any AdmissibilityRule.Type) -> String {
    """
    ## \(kind.code)

    **\(kind.title)** \(kind.explanation)

    Moment : \(kind.moment.french). Gravité : \(french(kind.severity)). \
    En vigueur : \(kind.inForceSince.map { "depuis le \($0.french)" } ?? "toujours"). \
    Source : \(kind.source.citation).
    """
  }

  private static func french(_ severity: Finding.Severity) -> String {
    switch severity {
    case .blocking: "bloquante"
    case .warning: "avertissement"
    case .information: "information"
    }
  }
}

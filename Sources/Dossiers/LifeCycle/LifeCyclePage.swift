/// The page of the life cycle for users, in Markdown: what each event does at each stage.
public enum LifeCyclePage {
  /// The whole page, computed from the stages themselves.
  public static var markdown: String {
    let events = DossierEvent.allCases
    let header = events.map { "`\($0.rawValue)`" }.joined(separator: " | ")
    let rule = String(repeating: "---|", count: events.count + 1)
    let rows = Stage.allCases.map { stage in
      "| **\(stage.french)** | \(events.map { next(stage, $0) }.joined(separator: " | ")) |"
    }
    return """
      # Le cycle de vie d’un dossier

      Page écrite par le programme à partir de ses propres règles : ne la modifiez pas à la main.

      Chaque ligne est une étape, chaque colonne un évènement ; la case donne l’étape suivante.
      « – » : l’évènement est refusé à cette étape, et rien ne change.

      | Étape | \(header) |
      |\(rule)
      \(rows.joined(separator: "\n"))

      Un brouillon n’a pas encore de numéro ; il le reçoit au dépôt. Le porteur rectifie son dossier tant que
      l’appel est ouvert, et le complète quand on le lui demande ; chaque version reçue est gardée, avec son
      récépissé. La recevabilité peut être rejugée jusqu’à l’ouverture de la séance, et le porteur peut se
      retirer jusque-là. Une décision peut en remplacer une autre jusqu’à la clôture de la séance, que la
      séance surveille elle-même. Un dossier retiré le reste.

      Chaque passage est inscrit au journal avec son auteur, et avec son motif quand il en faut un.

      """
  }

  private static func next(_ stage: Stage, _ event: DossierEvent) -> String {
    do {
      return try stage.applying(event).french
    } catch {
      return "–"
    }
  }
}

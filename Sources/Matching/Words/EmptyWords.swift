/// Words that say nothing of what a project does; written folded.
enum EmptyWords {
  /// Whether a folded word is one of them.
  static func contains(_ word: String) -> Bool { all.contains(word) }

  private static let all = Set(
    (grammar + field + quantity).flatMap { $0.split(separator: " ").map(String.init) })

  /// Articles, pronouns, prepositions, conjunctions, auxiliaries and common adverbs of French.
  private static let grammar = [
    "au aux avec ce ces cet cette celui celle ceux celles chez ci comme dans de des du donc dont",
    "elle elles en entre et eux il ils je la le les leur leurs lui ma mais me mes meme mon ne ni",
    "nos notre nous on or ou par pas pour plus puis qu quand que quel quelle quels quelles qui",
    "quoi sa sans se ses si son sont sous sur ta te tes toi ton tous tout toute toutes tu un une",
    "vers via vos votre vous aussi ainsi afin alors apres avant autre autres car cela chaque",
    "depuis deja deux trois encore ensuite etc fois ici jusque lors lorsque moins peu peut peuvent",
    "pendant plusieurs pres quelques sauf selon souvent tres trop voire etre est ete etait etaient",
    "avoir ai as avons avez ont avait avaient aura auront sera seront soit fait font faire fera",
    "doit doivent permet permettre permettent vient viennent met mettre mettent parmi hors non",
    "aujourd hui jusqu lorsqu puisqu quelqu presqu the and of to for with this",
  ]

  /// What every application says, whatever its objective.
  private static let field = [
    "action actions projet projets dossier dossiers objectif objectifs habitant habitants",
    "habitante habitantes public publics publique publiques personne personnes quartier quartiers",
    "prioritaire prioritaires qpv territoire territoires ville villes contrat politique commune",
    "communes association associations agglomeration partenaire partenaires partenariat",
    "partenariats beneficiaire beneficiaires mise place oeuvre cadre dispositif dispositifs",
    "developper renforcer favoriser ameliorer proposer organiser participer participants",
  ]

  /// How plans and reports count.
  private static let quantity = [
    "nombre nombres taux pourcentage part type types typologie an ans annee annees mois",
    "semaine semaines jour jours heure heures euro euros total enquete satisfaction quantitatif",
    "qualitatif indicateur indicateurs evolution",
  ]
}

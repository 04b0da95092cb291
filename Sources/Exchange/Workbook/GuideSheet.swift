import Forms

/// The first page: how to fill the workbook, and which form and call it is for.
enum GuideSheet {
  static let name = "Mode d’emploi"

  private static let steps = [
    "Une feuille par rubrique du formulaire : les onglets sont en bas de l’écran.",
    "Écrivez seulement dans les cases encadrées, à fond clair : la colonne « Réponse » et les tableaux.",
    "« (obligatoire) » : sans réponse, le dossier ne peut pas être déposé.",
    "Dans une case, Ctrl + Entrée va à la ligne. Une flèche à droite de la case ouvre la liste des réponses possibles.",
    "Une ligne par élément dans les listes et les tableaux ; s’il en manque, insérez des lignes au milieu du tableau.",
    "N’écrivez pas de formule dans une réponse. Si vous en avez une, recopiez sa valeur : Collage spécial, Valeurs.",
    "Laissez en place la première ligne et la première colonne, masquées : elles disent au programme ce que contient chaque case.",
    "Vos notes sont libres à droite des tableaux et dans les feuilles que vous ajoutez : elles ne sont pas lues.",
    "Enregistrez toujours au format .ods (Feuille de calcul OpenDocument), sans mot de passe.",
  ]

  private static let commands = [
    ("Vérifier à tout moment, sans rien déposer", "aap dossier verifier FICHIER.ods"),
    ("Déposer", "aap dossier deposer FICHIER.ods"),
  ]

  static func sheet(_ filled: FilledForm, edition: FormEdition) -> Sheet {
    var sheet = Sheet(name: name, widths: [20, 160, 90])
    sheet.addLayout([RowMark.questionColumn, RowMark.answerColumn])
    sheet.add(.furniture, [SheetCell(edition.title, .title)])
    sheet.add(.furniture, [])
    let kinds = edition.applicantKinds
    sheet.add(
      .header("type_porteur"),
      [
        SheetCell("Type de porteur", .question),
        SheetCell(
          CellEntry.content(filled.applicantKind, as: .text(maximum: 60)), .text,
          validation: kinds.isEmpty ? nil : .words(kinds)),
      ])
    sheet.add(
      .header("appel"),
      [
        SheetCell("Appel à projets", .question),
        SheetCell(CellEntry.content(filled.call ?? "", as: .text(maximum: 60)), .text),
      ])
    sheet.add(
      .header("formulaire"),
      [
        SheetCell("Édition du formulaire (ne pas modifier)", .question),
        SheetCell(filled.form, .plain),
      ])
    sheet.add(.furniture, [])
    sheet.add(.furniture, [SheetCell("Comment remplir ce classeur", .subtitle)])
    for step in steps { sheet.add(.furniture, [SheetCell("•  \(step)", .plain)]) }
    sheet.add(.furniture, [])
    sheet.add(.furniture, [SheetCell("Quand le classeur est rempli", .subtitle)])
    for (words, command) in commands {
      sheet.add(.furniture, [SheetCell("•  \(words) :", .plain), SheetCell(command, .help)])
    }
    return sheet
  }
}

import Forms
import Store
import TestKit
import Testing
import Vocabulary

@testable import Desk

@Suite struct `A dialogue` {
  let draft: SpokenDraft

  init() throws { draft = try SpokenDraft() }

  @Test func `asks one question at a time and keeps each answer`() throws {
    let said = try draft.type("Les Voisins", "")
    #expect(
      said.hasSuffix(
        """

        Rubrique : L’association

        Question 1/55 — Nom de l’association (obligatoire)
        Le nom déclaré en préfecture, en toutes lettres.
        Exemple : Les Jardins de la Fosse 5
        Votre réponse :

        Question 2/55 — Sigle
        Exemple : JF5
        Votre réponse :

        Question 3/55 — Numéro SIRET (obligatoire)
        Quatorze chiffres ; il figure sur l’avis de situation de l’Insee.
        Exemple : 380 475 558 00058
        Votre réponse :
        Fin de la saisie. Tout ce qui a été répondu est gardé. Pour reprendre :
        aap dossier saisir --reprendre 1

        """))
    #expect(try draft.stored == ["porteur.nom \"Les Voisins\""])
    #expect(try draft.position == "porteur.siret")
    try draft.open.expectSound()
  }

  @Test func `takes up where one was, the previous answer kept by Entrée`() throws {
    try draft.type("Les Voisins", "LV")
    let said = try draft.type(":retour", "", ":retour", "VP", ":aller 1", "")
    #expect(said.contains("Vous reprenez où vous en étiez : 2 réponses gardées."))
    #expect(said.contains("Question 3/55"))
    #expect(said.contains("Votre réponse [LV] :"))
    #expect(said.contains("Votre réponse [Les Voisins] :"))
    #expect(try draft.stored == ["porteur.nom \"Les Voisins\"", "porteur.sigle \"VP\""])
  }

  @Test func `refuses a wrong value with its reason and asks again, the right one kept`() throws {
    try draft.type(":aller 3", "299 815 894 00017")
    let said = try draft.type(":aller 3", "123")
    #expect(said.contains("« 123 » n’est pas un numéro SIRET"))
    #expect(said.contains("À faire : "))
    #expect(said.contains("Source : "))
    #expect(said.contains("Votre réponse [29981589400017] :"))
    #expect(try draft.stored == ["porteur.siret \"29981589400017\""])
  }

  @Test(arguments: [
    (5, "20/09/2016", "\"2016-09-20\""), (5, "2016-09-20", "\"2016-09-20\""),
    (9, "1 200", "\"1200\""), (12, "1 234,56 €", "\"1234.56\""), (12, "1234.5", "\"1234.50\""),
    (16, "03.53.01.48.80", "\"+33353014880\""), (17, "a@b.example", "\"a@b.example\""),
    (22, "1", "\"nouvelle\""), (22, "reconduction", "\"reconduction\""),
    (22, "RECOND", "\"reconduction\""), (40, "37,5 %", "\"37.50\""), (53, "o", "\"oui\""),
    (53, "Non", "\"non\""), (2, "::aller", "\":aller\""), (8, "62277", "\"62277\""),
    (8, "75056", "\"75056\""), (24, "B.1.1", "\"B.1.1\""), (24, "b.1.2", "\"B.1.2\""),
    (24, "3", "\"B.1.3\""),
  ])
  func `understands what people type`(question: Int, typed: String, kept: String) throws {
    try draft.type(":aller \(question)", typed)
    let field = draft.fields[question - 1]
    #expect(try draft.stored == ["\(field) \(kept)"])
  }

  @Test(arguments: [
    (12, "1.234", "on ne sait pas si le séparateur"), (12, "-5", "ne peut pas être négatif"),
    (5, "31/02/2016", "n’est pas un jour du calendrier"), (9, "beaucoup", "nombre entier"),
    (22, "action", "peut désigner plusieurs réponses"), (53, "peut-être", "ni oui ni non"),
    (17, "personne", "n’est pas un"), (40, "120", "pourcentage entre 0 et 100"),
    (24, "tokyo", "Rien ne correspond"),
    (2, String(repeating: "x", count: 31), "la limite est de 30"),
  ])
  func `says why it does not understand`(question: Int, typed: String, why: String) throws {
    let said = try draft.type(":aller \(question)", typed)
    #expect(said.onOneLine.contains(why), "\(said)")
    #expect(try draft.stored.isEmpty)
  }

  @Test func `shows a candidate and keeps it on Entrée only`() throws {
    let said = try draft.type(":aller 8", "droc")
    #expect(said.contains("Drocourt (62277) ? Entrée pour accepter"))
    #expect(try draft.stored.isEmpty)
    try draft.type(":aller 8", "droc", "")
    #expect(try draft.stored == ["porteur.commune_siege \"62277\""])
    try draft.type(":aller 8", "cour", "2")
    #expect(try draft.stored == ["porteur.commune_siege \"62250\""])
  }

  @Test func `asks a conditional question only when its condition holds`() throws {
    #expect(!(try draft.type(":aller 22", "nouvelle")).contains("Question 23/55"))
    #expect(try draft.type(":aller 22", "reconduction").contains("Question 23/55"))
    #expect(try draft.position == "projet.dossier_precedent")
    try draft.type(":aller 22", "nouvelle")
    let said = try draft.type(":aller 23")
    #expect(said.contains("La question 23 n’est posée que si"))
  }

  @Test func `lets one leave a question for later, and recalls it`() throws {
    let said = try draft.type("", ":passer", "", ":manque", "3", "299 815 894 00017")
    #expect(said.contains("Cette réponse obligatoire reste à donner"))
    #expect(
      said.contains("  1. Nom de l’association : sans réponse\n  3. Numéro SIRET : sans réponse\n"))
    #expect(try draft.stored == ["porteur.siret \"29981589400017\""])
    #expect(try draft.position == "porteur.rna")
  }

  @Test func `goes to a section by its name or a question by its number`() throws {
    let said = try draft.type(
      "Les Voisins", ":aller", "budget", ":aller equip", ":aller zut", "", ":aller 99")
    #expect(said.contains("  1. L’association : 1 réponse sur 12\n"))
    #expect(said.contains("Question 46/55 — Charges"))
    #expect(said.contains("Question 44/55 — Équipements utilisés"))
    #expect(said.contains("Aucune rubrique ni question ne s’appelle « zut »."))
    #expect(said.contains("Les questions vont de 1 à 55."))
  }

  @Test func `erases an answer, and reads everything back`() throws {
    let said = try draft.type(
      "Les Voisins", "LV", ":retour", ":effacer", ":voir", ":effacer", ":retour", ":retour")
    #expect(said.contains("Réponse retirée."))
    #expect(said.contains("\nRubrique : L’association\n1. Nom de l’association : Les Voisins\n"))
    #expect(said.contains("Cette question n’a pas de réponse."))
    #expect(said.contains("C’est la première question."))
    #expect(try draft.stored == ["porteur.nom \"Les Voisins\""])
  }

  @Test func `helps with the question and with the commands`() throws {
    let said = try draft.type(":aller 22", "?", ":aide", ":v", ":zzz", ":quiter")
    #expect(said.contains("Format : un numéro de la liste, ou les premières lettres."))
    #expect(said.contains("- :exporter CHEMIN.yaml"))
    #expect(said.contains("Plusieurs commandes commencent ainsi :"))
    #expect(said.contains("« :zzz » n’est pas une commande."))
    #expect(said.contains("vouliez-vous dire « :quitter » ?"))
  }

  @Test func `refuses a line cut by the terminal, or that is no text`() throws {
    let said = try draft.type([.tooLong, .unreadable, .text("\u{1B}[AVoisins"), .text("Voisins")])
    #expect(said.contains("« :fichier CHEMIN »"))
    #expect(said.contains("n’est pas du texte UTF-8"))
    #expect(said.contains("touches de direction"))
    #expect(try draft.stored == ["porteur.nom \"Voisins\""])
  }

  @Test func `is never wider than eighty columns`() throws {
    try draft.type(
      ":aller 21", String(repeating: "Bancs et boîtes à livres ", count: 5), ":retour", "?",
      ":voir", ":aller",
      "", ":aller 46", "641 6400", "641", "", "?", ":aller 50", "CAHC", "", "1500", "?", ":verifier"
    )
    let lines = draft.said.split(separator: "\n")
    #expect(lines.count > 100)
    for line in lines {
      #expect(ScreenText.columns(String(line)) <= 80, "\(line)")
    }
  }
}

extension SpokenDraft {
  /// The identifiers of the form's fields, in order.
  var fields: [String] { open.context.library.editions["association-1"]?.fields.map(\.id) ?? [] }
}

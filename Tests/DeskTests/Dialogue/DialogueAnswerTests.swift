import Contract
import Foundation
import Store
import TestKit
import Testing
import Vocabulary

@testable import Desk

@Suite struct `A long text typed` {
  let draft: SpokenDraft
  private let field = "projet.besoin"

  init() throws { draft = try SpokenDraft() }

  @Test func `is kept line after line, and replaces the answer only once ended`() throws {
    try draft.type(":aller 26", "Un.", ".")
    try draft.type(":aller 26", "Deux,", "", "trois.")
    #expect(
      try draft.stored == ["projet.besoin \"Un.\"", "projet.besoin#suite \"Deux,\\n\\ntrois.\" ?"])
    let said = try draft.type("quatre.", ".")
    #expect(said.contains("Vous aviez commencé à écrire :\nDeux,\n\ntrois.\n"))
    #expect(
      said.contains("Ligne 4 :\nLigne 5 :\n21 caractères sur 4\u{202F}000.") == true, "\(said)")
    #expect(try draft.stored == ["projet.besoin \"Deux,\\n\\ntrois.\\nquatre.\""])
    #expect(try draft.position == "projet.contenu")
  }

  @Test func `is kept by Entrée, and its unfinished part removed by :effacer`() throws {
    try draft.type(":aller 26", "Un.", ".", ":retour", "", ":retour", "Deux", ":manque")
    #expect(draft.said.onOneLine.contains("texte commencé, à finir par un point seul"))
    try draft.type(":effacer")
    #expect(try draft.stored.isEmpty)
  }

  @Test func `refuses the line that makes it too long, and keeps the others`() throws {
    let long = String(repeating: "mot ", count: 750)
    let said = try draft.type(":aller 26", long, long, "fin", ".")
    #expect(said.contains("Cette ligne n’est pas gardée."))
    let kept = try #require(try draft.stored(field))
    #expect(kept.hasSuffix("mot \\nfin\"") && kept.count < 3_100)
  }

  @Test func `may hold dashes, digits, and colons doubled`() throws {
    try draft.type(":aller 26", "- 1", "2", "::ici", "= 3", ".")
    #expect(try draft.stored == ["projet.besoin \"- 1\\n2\\n:ici\\n= 3\""])
  }

  @Test func `is read from a file, or refused whole`() throws {
    let path = try draft.open.folder.write("Ligne un.\r\nLigne deux.\n", to: "besoin.txt")
    let wrong = draft.open.folder.file("latin.txt")
    try Data([0x63, 0xE9]).write(to: URL(filePath: wrong))
    let said = try draft.type(
      ":fichier \(path)", ":aller 26", ":fichier", ":fichier \(wrong)", ":fichier /nulle/part",
      ":fichier \(path)")
    #expect(said.contains("ne sert qu’aux textes longs"))
    #expect(said.contains("Donnez le chemin du fichier"))
    #expect(said.onOneLine.contains("n’est pas du texte UTF-8"))
    #expect(said.onOneLine.contains("« /nulle/part » est introuvable"))
    #expect(try draft.stored == ["projet.besoin \"Ligne un.\\nLigne deux.\""])
  }
}

@Suite struct `A list typed` {
  let draft: SpokenDraft

  init() throws { draft = try SpokenDraft() }

  @Test func `takes one value a line, each kept at once`() throws {
    let said = try draft.type(":aller 41", "drocourt", "62427", "drocourt", "- 9")
    #expect(said.contains("1. Drocourt (62277)\n"))
    #expect(said.contains("Drocourt (62277) : déjà dans la liste."))
    #expect(said.contains("Il n’y a pas de valeur 9"))
    #expect(try draft.stored("lieux.communes") == "[\"62277\",\"62427\"]")
    let again = try draft.type("- 1", "")
    #expect(again.contains("  1. Drocourt (62277)\n  2. Hénin-Beaumont (62427)\n"))
    #expect(again.contains("Retiré : Drocourt (62277)."))
    #expect(try draft.stored("lieux.communes") == "[\"62427\"]")
    #expect(try draft.position == "lieux.quartiers")
  }

  @Test func `shows everything once when nothing is typed, then goes on`() throws {
    let said = try draft.type(":aller 41", "", "")
    #expect(said.contains("Tapez un numéro, ou encore Entrée pour passer."))
    #expect(said.contains("  14. "))
    #expect(try draft.position == "lieux.quartiers")
    #expect(try draft.stored.isEmpty)
  }

  @Test func `ends by itself once full, and vanishes with its last value`() throws {
    let said = try draft.type(":aller 25", "1", "2")
    #expect(said.contains("C’est le nombre le plus grand admis ici."))
    #expect(try draft.position == "projet.besoin")
    try draft.type(":retour", "- 1", "- 1")
    #expect(try draft.stored.isEmpty)
  }

  @Test func `knows the facilities of the districts chosen, and takes any other`() throws {
    let lens = try SpokenDraft("lens-lievin", call: "appel-2016")
    let district = try #require(
      lens.open.context.reference.districts.first { $0.facilities.count > 1 })
    let known = district.facilities[0].name
    let said = try lens.type(
      ":aller 42", district.code, "", ":aller 44", "1", "Chez Marcel, au fond de la cour")
    #expect(said.contains("  1. \(ScreenText.clipped(known, to: 30))".prefix(20)))
    #expect(
      try lens.stored("lieux.equipements")
        == "[\(JSONText.string(known)),\"Chez Marcel, au fond de la cour\"]")
  }
}

@Suite struct `A table typed` {
  let draft: SpokenDraft

  init() throws { draft = try SpokenDraft() }

  @Test func `keeps each cell as soon as it is typed`() throws {
    try draft.type(":aller 50", "CAHC", "")
    try draft.type("x")
    #expect(try draft.stored("financement.demandes") == "[{\"financeur\":\"CAHC\"}]")
    let said = try draft.type("= 1", "", "", "1 500", "communes", "", "droc", "", "250,5", "")
    #expect(said.contains("Ligne 1 : Financeur : "))
    #expect(
      try draft.stored("financement.demandes")
        == "[{\"financeur\":\"CAHC\",\"montant\":\"1500\"},{\"commune\":\"62277\",\"financeur\":\"COMMUNE\",\"montant\":\"250.50\"}]"
    )
    #expect(said.contains("1\u{202F}750,50\u{00A0}€ demandés"))
    #expect(try draft.position == "financement.acquis")
  }

  @Test func `changes and removes rows by their number`() throws {
    try draft.type(
      ":aller 45", "bancs", "8", "", "livres", "30", "", "- 1", "= 1", "", "40", "", "= 7", "- 7",
      "")
    #expect(
      try draft.stored("evaluation.indicateurs") == "[{\"cible\":\"40\",\"libelle\":\"livres\"}]")
    #expect(draft.said.contains("Il n’y a pas de ligne 7."))
    #expect(try draft.position == "budget.charges")
  }

  @Test func `says which required cell stays empty`() throws {
    let said = try draft.type(":aller 51", "Fondation", "", "", ":manque")
    #expect(said.contains("« Montant acquis » reste à donner."))
    #expect(said.contains("  51. Financements déjà acquis : "))
  }
}

@Suite struct `A budget typed` {
  let draft: SpokenDraft

  init() throws { draft = try SpokenDraft() }

  @Test(arguments: [
    "641 6 400,50", "641 = 6400.50", "641=6400,5", "  641   6400,50 €",
  ])
  func `takes an account and its amount`(typed: String) throws {
    try draft.type(":aller 46", typed)
    #expect(try draft.stored == ["budget.charges {\"641\":\"6400.50\"}"])
  }

  @Test func `takes a number of the list, and removes an account`() throws {
    try draft.type(":aller 46", "19", "1200", "60x", "50", "641", "", "641 -", "641 -", "65 -")
    #expect(try draft.stored == ["budget.charges {\"60x\":\"50\"}"])
    #expect(draft.said.contains("Votre réponse (641 Rémunération des pe…, montant)"))
    #expect(draft.said.contains("Le compte 641 n’avait pas de montant."))
  }

  @Test(arguments: [
    ("641 1.234", "on ne sait pas si le séparateur"), ("641 12,345", "on ne sait pas si"),
    ("6 400", "« 6 » n’est pas un compte"), ("999 10", "n’existe pas de ce côté"),
    ("salaires 100", "n’existe pas de ce côté"), ("641 beaucoup", "n’a pas sa place"),
  ])
  func `refuses what could be two things`(typed: String, why: String) throws {
    let said = try draft.type(":aller 46", typed)
    #expect(said.onOneLine.contains(why), "\(said)")
    #expect(try draft.stored.isEmpty)
  }

  @Test func `finds an account by its words`() throws {
    #expect(try draft.type(":aller 46", "assur").contains("  - 616 Assurance"))
    #expect(try draft.type(":aller 47", "74 100").contains("il est tiré du plan de financement"))
  }

  @Test func `tells the running gap, and the line that is exactly that much`() throws {
    let said = try draft.type(
      ":aller 46", "641 1000", "616 350", "", "propres 1000", "616 -", ":aller 46", "616 -", "")
    #expect(said.contains("Il manque 1\u{202F}000,00\u{00A0}€ en produits."))
    #expect(said.contains("Il manque 350,00\u{00A0}€ en produits."))
    #expect(said.contains("Regardez d’abord le compte 616 : son montant est exactement"))
    #expect(said.contains("Les charges égalent les produits."))
  }

  @Test func `sees at once an account given twice`() throws {
    let said = try draft.type(":aller 46", "60 100", "601 40")
    #expect(said.contains("Attention : le compte 60 et ses détails (601)"))
  }

  @Test func `compares voluntary contributions apart`() throws {
    let said = try draft.type(":aller 48", "864 100", "", "870 40")
    #expect(said.contains("Il manque 60,00\u{00A0}€ en ressources."))
  }
}

import Forms
import Testing
import Vocabulary

@Suite struct `A field refuses` {
  static let deceptive = "Le texte contient un caractère invisible qui change le sens de lecture."
  static let retype = "Retapez ce passage au clavier au lieu de le coller."
  static let oneLine = "Ce texte tient sur une seule ligne, sans retour."
  static let digits = "Écrivez des chiffres seulement."
  static let percent = "Écrivez par exemple 75 ou 37,5."
  static let day = "Écrivez l’année, le mois et le jour : 2016-03-01."

  static let values: [(field: String, written: String, message: String, remedy: String)] = [
    ("type: texte", "[a]", "Une seule valeur est attendue ici.", "Écrivez-la sur une ligne."),
    ("type: montant", "{a: 1}", "Une seule valeur est attendue ici.", "Écrivez-la sur une ligne."),
    ("type: texte", "\"a\\nb\"", oneLine, "Retirez les retours à la ligne."),
    ("type: texte", "\"a\\u2028b\"", oneLine, "Retirez les retours à la ligne."),
    ("type: objectif", "\"a\\rb\"", oneLine, "Retirez les retours à la ligne."),
    (
      "type: texte, longueur_max: 1000", String(repeating: "é", count: 2234),
      "Le texte compte 2\u{202F}234 caractères, la limite est de 1\u{202F}000.",
      "Raccourcissez-le d’au moins 1\u{202F}234 caractères."
    ),
    (
      "type: choix, choix: [{valeur: nouvelle, libelle: N}, {valeur: reconduction, libelle: R}]",
      "nouvele",
      "« nouvele » ne fait pas partie des réponses possibles ; vouliez-vous dire « nouvelle » ?",
      "Réponses possibles : nouvelle, reconduction."
    ),
    (
      "type: choix, choix: [{valeur: a, libelle: A}]", "zzzzzz",
      "« zzzzzz » ne fait pas partie des réponses possibles.", "Réponses possibles : a."
    ),
    ("type: oui_non", "peut-être", "« peut-être » n’est ni oui ni non.", "Écrivez oui ou non."),
    ("type: oui_non", "1", "« 1 » n’est ni oui ni non.", "Écrivez oui ou non."),
    ("type: entier", "12,5", "« 12,5 » n’est pas un nombre entier.", digits),
    ("type: entier", "1e5", "« 1e5 » n’est pas un nombre entier.", digits),
    ("type: entier", "12 18", "« 12 18 » n’est pas un nombre entier.", digits),
    ("type: entier", "douze", "« douze » n’est pas un nombre entier.", digits),
    (
      "type: entier", "99999999999999999999",
      "« 99999999999999999999 » n’est pas un nombre entier.", digits
    ),
    (
      "type: entier, minimum: 1, maximum: 120", "0", "Le nombre 0 n’est pas entre 1 et 120.",
      "Corrigez ce nombre."
    ),
    (
      "type: entier, minimum: 1, maximum: 120", "121", "Le nombre 121 n’est pas entre 1 et 120.",
      "Corrigez ce nombre."
    ),
    (
      "type: entier", "-1", "Le nombre -1 n’est pas entre 0 et 2\u{202F}147\u{202F}483\u{202F}647.",
      "Corrigez ce nombre."
    ),
    ("type: pourcentage", "100,01", "« 100,01 » n’est pas un pourcentage entre 0 et 100.", percent),
    ("type: pourcentage", "-1", "« -1 » n’est pas un pourcentage entre 0 et 100.", percent),
    ("type: pourcentage", "50 €", "« 50 € » n’est pas un pourcentage entre 0 et 100.", percent),
    ("type: pourcentage", "33,333", "« 33,333 » n’est pas un pourcentage entre 0 et 100.", percent),
    ("type: date", "2016-02-30", "« 2016-02-30 » n’est pas un jour du calendrier.", day),
    ("type: date", "01/03/16", "« 01/03/16 » n’est pas un jour du calendrier.", day),
    ("type: date", "+1/03/2016", "« +1/03/2016 » n’est pas un jour du calendrier.", day),
    ("type: date", "mars 2016", "« mars 2016 » n’est pas un jour du calendrier.", day),
    (
      "type: tableau, colonnes: [{id: a, libelle: A, type: texte}]", "x",
      "Une liste de lignes est attendue.", "Commencez chaque ligne par un tiret."
    ),
    (
      "type: comptes, cote: charges", "1200", "Un montant par compte est attendu.",
      "Écrivez par exemple « 641 : 1200 »."
    ),
    (
      "type: objectif, multiple: true, nombre_max: 2", "[a, b, c]",
      "3 valeurs sont données, 2 au plus sont admises.", "Gardez les plus importantes."
    ),
    (
      "type: entier, multiple: true",
      "[" + Array(repeating: "1", count: 101).joined(separator: ", ") + "]",
      "101 valeurs sont données, 100 au plus sont admises.", "Gardez les plus importantes."
    ),
    (
      "type: tableau, colonnes: [{id: a, libelle: A, type: entier}]",
      "[" + Array(repeating: "{a: 1}", count: 101).joined(separator: ", ") + "]",
      "101 lignes sont données, 100 au plus sont admises.", "Regroupez les lignes semblables."
    ),
  ]

  @Test(arguments: values)
  func `what its kind does not allow, and says how to write it`(
    field: String, written: String, message: String, remedy: String
  ) throws {
    let read = try OneField(field).read(written)
    #expect(read.findings == [OneField.finding(message, remedy)])
    #expect(read.answer == nil)
    #expect(read.answers.isUnreadable("s.f"))
  }

  @Test(arguments: [
    "202E", "2066", "200B", "200E", "200F", "061C", "2060", "FEFF", "0085", "009B", "FFFF",
  ])
  func `characters that show nothing or reorder the text`(code: String) throws {
    let read = try OneField("type: texte_long").read("\"a\\u\(code)b\"")
    #expect(read.findings == [OneField.finding(Self.deceptive, Self.retype)])
  }

  @Test(arguments: ["00AD", "200C", "200D", "034F", "2063", "3164", "FE00", "FE0F"])
  func `in a name, what shows nothing and could make it pass for another`(code: String) throws {
    let read = try OneField("type: texte").read("\"a\\u\(code)b\"")
    #expect(
      read.findings == [
        OneField.finding(
          "Le texte contient un caractère invisible, qui le ferait passer pour un autre.",
          Self.retype)
      ])
  }

  @Test(arguments: ["202E", "200B"])
  func `in a name, what reorders the text`(code: String) throws {
    let read = try OneField("type: texte").read("\"a\\u\(code)b\"")
    #expect(read.findings == [OneField.finding(Self.deceptive, Self.retype)])
  }

  @Test(arguments: [
    ("1e5", InvalidAmount.unexpectedCharacter("e")), ("-1", .negative), ("1,234,5", .ambiguous),
    ("1.234", .ambiguous), ("90000000000000.01", .tooLarge),
  ])
  func `an amount that is not one`(written: String, why: InvalidAmount) throws {
    let read = try OneField("type: montant").read(written)
    #expect(
      read.findings == [
        OneField.finding(
          "Le montant « \(written) » n’est pas compris : \(why.french).",
          "Écrivez un montant en euros, par exemple 1234,56.")
      ])
  }

  @Test func `an identifier whose key is wrong, with the source of the identifier`() throws {
    let read = try OneField("type: identifiant, identifiant: siret").read("\"38047555800059\"")
    let kind = IdentifierKind.siret
    #expect(read.findings.map(\.code) == ["identifiant_invalide"])
    #expect(read.findings.map(\.place.field) == ["s.f"])
    #expect(read.findings.map(\.source) == [kind.source])
    #expect(
      read.findings.map(\.remedy) == ["Recopiez la valeur exacte, par exemple \(kind.example)."])
  }
}

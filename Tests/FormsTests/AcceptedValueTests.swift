import Testing
import Vocabulary

@testable import Forms

@Suite struct `A field accepts` {
  static let values: [(field: String, written: String, answer: Answer?)] = [
    ("type: texte", "\"  Les Jardins \"", .text("Les Jardins")),
    ("type: texte, longueur_max: 3", "\"été\"", .text("été")),
    ("type: texte", "2016", .text("2016")),
    // Letters of every script, accents apart, and emoji joined in a long text.
    ("type: texte", "جمعية الأمل", .text("جمعية الأمل")),
    ("type: texte", "\"Mai\\u0308té\"", .text("Mai\u{308}té")),
    ("type: texte_long", "👩\u{200D}🌾 au jardin", .text("👩\u{200D}🌾 au jardin")),
    ("type: texte", "\"  \"", nil),
    ("type: texte", "~", nil),
    ("type: texte_long", "\"un\\ndeux\"", .text("un\ndeux")),
    ("type: choix, choix: [{valeur: a, libelle: A}]", "a", .text("a")),
    ("type: oui_non", "oui", .flag(true)), ("type: oui_non", "Non", .flag(false)),
    ("type: oui_non", "true", .flag(true)), ("type: oui_non", "false", .flag(false)),
    ("type: entier", "0", .integer(0)), ("type: entier", "1 200", .integer(1200)),
    ("type: entier", "1\u{202F}200\u{00A0}000", .integer(1_200_000)),
    ("type: entier, minimum: 16, maximum: 25", "16", .integer(16)),
    ("type: entier, minimum: 16, maximum: 25", "25", .integer(25)),
    ("type: pourcentage", "37,5", .rate(BasisPoints(3750))),
    ("type: pourcentage", "\"37,5 %\"", .rate(BasisPoints(3750))),
    ("type: pourcentage", "75", .rate(BasisPoints(7500))),
    ("type: pourcentage", "0", .rate(BasisPoints(0))),
    ("type: pourcentage", "100", .rate(BasisPoints(10_000))),
    ("type: pourcentage", "0.01", .rate(BasisPoints(1))),
    ("type: montant", "\"1 234,56 €\"", .amount(Cents(123_456))),
    ("type: montant", "1234.5", .amount(Cents(123_450))), ("type: montant", "0", .amount(.zero)),
    ("type: date", "2016-02-29", Day(iso: "2016-02-29").map { .day($0) }),
    ("type: date", "29/02/2016", Day(iso: "2016-02-29").map { .day($0) }),
    ("type: date", "1/3/2016", Day(iso: "2016-03-01").map { .day($0) }),
    ("type: identifiant, identifiant: siret", "\"380 475 558 00058\"", .text("38047555800058")),
    ("type: identifiant, identifiant: phone_fr", "03 53 01 00 01", .text("+33353010001")),
    ("type: objectif", "\"1.1.1\"", .text("1.1.1")),
    (
      "type: commune, multiple: true", "[\"62498\", ~, \"62065\"]",
      .list([.text("62498"), .text("62065")])
    ),
    ("type: commune, multiple: true", "\"62498\"", .list([.text("62498")])),
    ("type: commune, multiple: true", "[]", nil),
    ("type: entier, multiple: true, nombre_max: 2", "[1, 2]", .list([.integer(1), .integer(2)])),
    (
      "type: tableau, colonnes: [{id: a, libelle: A, type: texte}, {id: m, libelle: M, type: montant}]",
      "[{a: x, m: 12}, {a: y}]",
      .rows([
        AnswerRow(cells: ["a": .text("x"), "m": .amount(Cents(1200))], line: 3, unreadable: []),
        AnswerRow(cells: ["a": .text("y")], line: 3, unreadable: []),
      ])
    ),
    ("type: tableau, colonnes: [{id: a, libelle: A, type: texte}]", "[]", nil),
    (
      "type: comptes, cote: charges", "{\"601\": 1200, \"641\": ~, indirectes: \"0,50\"}",
      .accounts([
        AccountAmount(account: "601", amount: Cents(120_000), line: 3),
        AccountAmount(account: "indirectes", amount: Cents(50), line: 3),
      ])
    ),
    ("type: comptes, cote: charges", "{}", nil),
  ]

  @Test(arguments: values)
  func `what its kind asks, in the ways people write it`(
    field: String, written: String, answer: Answer?
  ) throws {
    let read = try OneField(field).read(written)
    #expect(read.answer == answer)
    #expect(read.findings == [])
    #expect(!read.answers.isUnreadable("s.f"))
  }

  @Test func `a hundred rows`() throws {
    let field = try OneField("type: tableau, colonnes: [{id: a, libelle: A, type: entier}]")
    let rows = Array(repeating: "{a: 1}", count: 100).joined(separator: ", ")
    let read = try field.read("[\(rows)]")
    #expect(read.answers.rows("s.f").count == 100)
    #expect(read.findings == [])
  }
}

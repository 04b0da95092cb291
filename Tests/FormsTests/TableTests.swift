import Contract
import Forms
import TestKit
import Testing
import Vocabulary

@Suite struct `Tables and accounts` {
  static let columns =
    "type: tableau, colonnes: [{id: financeur, libelle: F, type: texte}, {id: montant, libelle: M, type: montant}]"

  @Test func `a row says which cell is wrong, and keeps the others`() throws {
    let read = try OneField(Self.columns).read(
      "\n    - {financeur: CAF, montant: x}\n    - {financeurs: CAF, montant: 1}\n    - CAF")
    let rows = read.answers.rows("s.f")
    #expect(rows.map(\.line) == [4, 5, 6])
    #expect(rows.map { $0.text("financeur") } == ["CAF", nil, nil])
    #expect(rows.map { $0.amount("montant") } == [nil, Cents(100), nil])
    #expect(rows.map(\.unreadable) == [["montant"], [], ["financeur", "montant"]])
    #expect(
      read.findings == [
        OneField.finding(
          "Le montant « x » n’est pas compris : \(InvalidAmount.unexpectedCharacter("x").french).",
          "Écrivez un montant en euros, par exemple 1234,56.", line: 4, field: "s.f[1].montant"),
        OneField.finding(
          "La clé « financeurs » est inconnue ici ; vouliez-vous dire « financeur » ?",
          "Clés possibles : financeur, montant.", line: 5, field: "s.f[2].financeurs",
          code: "champ_inconnu"),
        OneField.finding(
          "Un groupe de « clé : valeur » est attendu.",
          "Écrivez une ligne « clé : valeur » par donnée.", line: 6, field: "s.f[3]",
          code: "type_inattendu"),
      ])
  }

  @Test func `an element of a list says its place`() throws {
    let read = try OneField("type: entier, multiple: true").read("[1, x, 3]")
    #expect(read.answer == .list([.integer(1), .integer(3)]))
    #expect(read.findings.map(\.place.field) == ["s.f[2]"])
    #expect(!read.answers.isWhollyRead("s.f") && !read.answers.isUnreadable("s.f"))
  }

  @Test func `an unknown account and account 74 are told apart`() throws {
    let field = try OneField("type: comptes, cote: produits")
    let read = try field.read("{\"999\": 1, \"74\": 2, \"742\": 3}")
    let codes = field.chart.accounts(of: .resources).map(\.code).joined(separator: ", ")
    let subsidy = "Le compte 74 ne se remplit pas ici : il est tiré du plan de financement."
    let plan = "Mettez chaque subvention dans financement.demandes ou financement.acquis."
    #expect(
      read.findings == [
        OneField.finding(
          "Le compte « 999 » n’existe pas de ce côté du budget.", "Comptes possibles : \(codes).",
          field: "s.f.999", code: "champ_inconnu"),
        OneField.finding(subsidy, plan, field: "s.f.74", code: "champ_inconnu"),
        OneField.finding(subsidy, plan, field: "s.f.742", code: "champ_inconnu"),
      ])
  }

  @Test func `an amount that is a list is not passed over`() throws {
    let read = try OneField("type: comptes, cote: charges").read("{\"601\": [1200], \"641\": 5}")
    #expect(
      read.findings == [
        OneField.finding(
          "Une seule valeur est attendue ici.", "Écrivez-la sur une ligne.", field: "s.f.601")
      ])
    #expect(read.answers.accounts("s.f").map(\.account) == ["641"])
  }

  @Test func `an account of the other side is unknown`() throws {
    let read = try OneField("type: comptes, cote: charges").read("{\"756\": 1}")
    #expect(read.findings.map(\.place.field) == ["s.f.756"])
    #expect(read.answers.isUnreadable("s.f"))
  }

  @Test func `the chart has every side of the budget, and no account 74`() throws {
    let chart = try Territory.lensLievin.chart
    for side in AccountSide.allCases {
      let codes = chart.accounts(of: side).map(\.code)
      #expect(!codes.isEmpty)
      #expect(Set(codes).count == codes.count)
      #expect(codes.filter { $0.hasPrefix("74") } == [])
      let parents = chart.accounts(of: side).compactMap(\.parent)
      #expect(parents.filter { !codes.contains($0) } == [])
    }
  }
}

import Contract
import Forms
import TestKit
import Testing
import Vocabulary

@Suite struct `An edition of a form` {
  private struct Spot: Hashable {
    let code: String
    let field: String?
    init(_ code: String, _ field: String?) {
      self.code = code
      self.field = field
    }
  }

  private func spots(_ fields: String) -> [Spot] {
    FormEdition.load(OneField.file(fields)).findings.map { Spot($0.code, $0.place.field) }
  }

  @Test func `is refused with two fields of one name or a field outside its section`() {
    #expect(
      spots(
        "[{id: s.a, libelle: A, type: texte}, {id: s.a, libelle: A, type: texte}, {id: t.b, libelle: B, type: texte}]"
      )
        == [
          Spot("champ_en_double", "sections[0].champs[1]"),
          Spot("champ_mal_range", "sections[0].champs[2]"),
        ])
  }

  @Test func `is refused when a condition looks at an unknown field`() {
    let findings = FormEdition.load(
      OneField.file("[{id: s.a, libelle: A, type: texte, si: {champ: s.z}}]")
    ).findings
    #expect(
      findings == [
        Finding(
          code: "condition_inconnue", family: .malformed,
          place: .init(file: "essai.yaml", line: 7, field: "sections[0].champs[0]"),
          message: "La condition du champ « s.a » porte sur « s.z », qui n’existe pas.",
          remedy: "Corrigez l’édition du formulaire avant d’ouvrir un appel.", source: .dataFormat)
      ])
  }

  @Test func `is refused when conditions go round in a circle`() {
    let fields = """
      [{id: s.a, libelle: A, type: texte, si: {champ: s.b}},
       {id: s.b, libelle: B, type: texte, si: {non: {champ: s.a}}},
       {id: s.c, libelle: C, type: texte, si: {champ: s.a}},
       {id: s.d, libelle: D, type: texte, si: {champ: s.d}}]
      """
    #expect(
      spots(fields) == [
        Spot("condition_en_boucle", "sections[0].champs[0]"),
        Spot("condition_en_boucle", "sections[0].champs[1]"),
        Spot("condition_en_boucle", "sections[0].champs[3]"),
      ])
  }

  @Test(arguments: [
    ("type: textes", "valeur_inconnue", "type"),
    ("type: identifiant, identifiant: sirets", "valeur_inconnue", "identifiant"),
    ("type: comptes, cote: gauche", "valeur_inconnue", "cote"),
    ("type: texte, si: {a: b}", "champ_inconnu", "si.a"),
    ("type: texte, obligatoires: true", "champ_inconnu", "obligatoires"),
    ("type: texte, longueur_max: x", "type_inattendu", "longueur_max"),
    ("type: entier, minimum: 2, maximum: 1", "type_inattendu", "maximum"),
  ])
  func `is refused when a field is badly described`(
    definition: String, code: String, key: String
  ) {
    let found = spots("[{id: s.a, libelle: A, \(definition)}]")
    #expect(found.first == Spot(code, "sections[0].champs[0].\(key)"))
  }

  @Test(
    arguments: [
      ("type: texte", nil, .ask), ("type: texte", "garder", .keep),
      ("type: texte", "vider", .clear),
      ("type: montant", "redemander", .ask), ("type: date", "vider", .clear),
    ] as [(String, String?, Field.Renewal)])
  func `says what becomes of an answer next year`(
    kind: String, written: String?, expected: Field.Renewal
  ) {
    let key = written.map { ", reconduction: \($0)" } ?? ""
    let (form, findings) = FormEdition.load(
      OneField.file("[{id: s.a, libelle: A, \(kind)\(key)}]"))
    #expect(findings == [])
    #expect(form?.fields.map(\.renewal) == [expected])
  }

  @Test(arguments: [
    ("type: montant", "garder", "reconduction_interdite"),
    ("type: date", "garder", "reconduction_interdite"),
    ("type: oui_non", "garder", "reconduction_interdite"),
    ("type: comptes, cote: charges", "garder", "reconduction_interdite"),
    ("type: montant, multiple: true", "garder", "reconduction_interdite"),
    (
      "type: tableau, colonnes: [{id: a, libelle: A, type: date}]", "garder",
      "reconduction_interdite"
    ),
    ("type: texte", "garde", "valeur_inconnue"),
  ])
  func `is refused when it would carry what commits for one year`(
    kind: String, written: String, code: String
  ) {
    #expect(
      spots("[{id: s.a, libelle: A, \(kind), reconduction: \(written)}]")
        == [Spot(code, "sections[0].champs[0].reconduction")])
  }

  @Test func `of a wrong schema or that is not YAML is refused`() {
    let file = SourceFile(name: "f", bytes: Array("schema: comptes/1\n".utf8))
    #expect(FormEdition.load(file).findings.first?.code == "schema_inconnu")
    #expect(
      ChartOfAccounts.load(SourceFile(name: "c", bytes: Array("schema: x/1\n".utf8)))
        .findings.map(\.code) == ["schema_inconnu"])
    let broken = SourceFile(name: "f", bytes: [0xFF, 0xFE])
    #expect(FormEdition.load(broken).findings.map(\.code) == ["fichier_illisible"])
    #expect(FormEdition.load(broken).findings.map(\.source) == [.dataFormat])
    #expect(ChartOfAccounts.load(broken).findings.map(\.code) == ["fichier_illisible"])
  }

  @Test func `of the templates is named after its kind of applicant`() throws {
    let forms = try Territory.lensLievin.forms
    #expect(
      forms.values.sorted { $0.edition < $1.edition }
        .map { "\($0.edition) : \($0.applicantKinds.joined(separator: ", ")), rang \($0.rank)" }
        == [
          "association-1 : association, rang 1", "association-2 : association, rang 2",
          "autre-1 : autre, rang 1", "bailleur-1 : bailleur, rang 1",
          "commune-1 : commune, ccas, rang 1", "commune-2 : commune, ccas, rang 2",
          "etablissement-public-1 : etablissement_public, rang 1",
        ])
  }

  @Test func `whose name has no number comes before every other`() throws {
    let form = FormEdition.load(OneField.file("[{id: s.a, libelle: A, type: texte}]")).form
    #expect(form?.rank == 1)
    let text =
      "schema: formulaire/1\nedition: libre\ntitre: T\nporteurs: [association]\n"
      + "source: {citation: S}\nsections: [{id: s, titre: S, champs: []}]\n"
    let unnumbered = FormEdition.load(SourceFile(name: "f", bytes: Array(text.utf8))).form
    #expect(unnumbered?.rank == 0)
  }
}

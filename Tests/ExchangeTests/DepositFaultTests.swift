import Contract
import Exchange
import Testing
import Vocabulary

@Suite struct `A wrong dossier in XML` {
  /// What to replace in a right one, by what, and what must be found.
  struct Fault: Sendable {
    let text, by: String
    let expected: [Seen]
    /// Whether the schema alone finds it, so that xmllint does too.
    let isOfSchema: Bool
    init(_ text: String, _ by: String, _ expected: Seen..., isOfSchema: Bool = true) {
      (self.text, self.by, self.expected, self.isOfSchema) = (text, by, expected, isOfSchema)
    }
  }

  static let name = "<champ id=\"porteur.nom\"><valeur>Les Jardins"

  static let faults = [
    Fault(
      ":1\" version=\"1.0\" ", ":1\" version=\"2.0\" ",
      Seen("valeur_refusee", line: 2, field: "depot.version")),
    Fault(
      ":1\" version=\"1.0\" ", ":1\" ", Seen("attribut_manquant", line: 2, field: "depot.version")),
    Fault(
      "formulaire=", "formulair=", Seen("attribut_inconnu", line: 2, field: "depot.formulair"),
      Seen("attribut_manquant", line: 2, field: "depot.formulaire")),
    Fault(
      "\"association\">", "\"\(String(repeating: "x", count: 201))\">",
      Seen("valeur_refusee", line: 2, field: "depot.type_porteur")),
    Fault(
      "id=\"porteur\"", "id=\"le porteur\"", Seen("valeur_refusee", line: 3, field: "section.id"),
      Seen("champ_mal_range", line: 4, field: "porteur.nom"),
      Seen("champ_mal_range", line: 5, field: "porteur.date_declaration")),
    Fault(
      "id=\"porteur.nom\"", "id=\"nom\"", Seen("valeur_refusee", line: 4, field: "champ.id"),
      Seen("champ_mal_range", line: 4, field: "nom")),
    Fault(
      "id=\"porteur.nom\"", "", Seen("attribut_manquant", line: 4, field: "champ.id")),
    Fault(
      "porteur.nom\"", "porteur.date_declaration\"",
      Seen("champ_en_double", line: 5, field: "porteur.date_declaration")),
    Fault(
      "<section id=\"projet\"", "<section id=\"porteur\"",
      Seen("champ_mal_range", line: 8, field: "projet.titre"),
      Seen("champ_mal_range", line: 9, field: "projet.contenu"),
      Seen("champ_mal_range", line: 12, field: "projet.partenaires"),
      Seen("champ_en_double", line: 21, field: "section")),
    Fault(
      name, "<champ id=\"porteur.nom\"><valeur>\(String(repeating: "é", count: 16_000))",
      Seen("valeur_refusee", line: 4, field: "porteur.nom")),
    Fault(
      name, "<champ id=\"porteur.nom\"><valeur><b/>",
      Seen("contenu_refuse", line: 4, field: "porteur.nom")),
    Fault(
      name, "<champ id=\"porteur.nom\">texte<valeur>",
      Seen("contenu_refuse", line: 4, field: "porteur.nom")),
    Fault(
      name, "<champ id=\"porteur.nom\"><montant compte=\"641\"/><valeur>",
      Seen("element_inattendu", line: 4, field: "porteur.nom")),
    Fault(
      "colonne=\"role\"", "colonne=\"nom\"",
      Seen("champ_en_double", line: 15, field: "projet.partenaires")),
    Fault(
      "compte=\"601\"", "compte=\"641\"", Seen("champ_en_double", line: 32, field: "budget.charges")
    ),
    Fault("compte=\"601\"", "", Seen("attribut_manquant", line: 31, field: "budget.charges")),
    Fault(
      "</depot>", "<section id=\"porteur\"/></depot>",
      Seen("champ_en_double", line: 35, field: "section")),
    Fault(
      "</depot>", "<extensions/><section id=\"x\"/></depot>",
      Seen("element_inattendu", line: 35, field: "section")),
    Fault(
      "</depot>", "<extensions><champ/></extensions></depot>",
      Seen("element_inattendu", line: 35, field: "champ")),
    Fault("</depot>", "<depot/></depot>", Seen("element_inattendu", line: 35, field: "depot")),
    Fault(
      "</depot>", "<section id=\"appel\"/></depot>",
      Seen("section_reservee", line: 35, field: "appel"), isOfSchema: false),
    Fault(
      "id=\"porteur.nom\"", "id=\"projet.nom\"",
      Seen("champ_mal_range", line: 4, field: "projet.nom"),
      isOfSchema: false),
  ]

  @Test(arguments: faults.indices)
  func `is found with its line and its field`(index: Int) throws {
    let fault = Self.faults[index]
    let right = try DepositSample.text()
    let wrong = right.replacing(fault.text, with: fault.by, maxReplacements: 1)
    #expect(wrong != right)
    let read = try DepositSample.read(wrong)
    #expect(read.findings.map(Seen.init) == fault.expected)
    #expect(read.node == nil)
    let lint = try XMLLint.validate(wrong, schema: DepositSample.schemaName)
    #expect(lint.status == (fault.isOfSchema ? 3 : 0))
  }

  @Test(arguments: faults.indices)
  func `leaves its neighbours as they are`(index: Int) throws {
    let fault = Self.faults[index]
    let right = try DepositSample.text()
    let wrong = right.replacing(fault.text, with: fault.by, maxReplacements: 1)
    let reading = try DepositSample.reading(DepositSample.several([right, wrong, right]))
    #expect(reading.codes == [[], fault.expected.map(\.code), []])
    #expect(reading.deposits.map { $0.node == nil } == [false, true, false])
    #expect(reading.deposits.map(\.position) == [1, 2, 3])
    let height = right.split(separator: "\n").count - 1
    #expect(reading.deposits.map(\.line) == [3, 3 + height, 3 + 2 * height])
    #expect(reading.report == DepositsReport(count: 3, isSingle: false, findings: []))
  }

  @Test func `is told in French with its source and what to do`() throws {
    let right = try DepositSample.text()
    let wrong = right.replacing("compte=\"601\"", with: "compte=\"641\"")
    let finding = try #require(try DepositSample.read(wrong).findings.first)
    #expect(finding.message == "Le même identifiant est donné deux fois au même endroit.")
    #expect(finding.remedy == "Gardez un seul élément par section, champ, colonne ou compte.")
    #expect(finding.place.field == "budget.charges")
    #expect(
      finding.source
        == "Dossier en XML : schemas/depot-1.0.xsd, docs/formats/depot-xml.md")
  }

  @Test(arguments: ["urn:aap:programmation:1", "urn:aap:depot:2", ""])
  func `is of another namespace`(namespace: String) throws {
    let wrong = try DepositSample.text().replacing("urn:aap:depot:1", with: namespace)
    let findings = try DepositSample.read(wrong).findings
    #expect(findings.map(\.code) == ["racine_inconnue"])
    #expect(
      findings.first?.remedy
        == "Vérifiez l’élément racine et son espace de noms, urn:aap:depot:1.")
    #expect(
      try XMLLint.validate(wrong, schema: DepositSample.schemaName).status == 3)
  }

  @Test func `is told a hundred findings, then a notice, and the next dossier is read`() throws {
    let right = try DepositSample.text()
    let fields = (1...150).map { "<champ id=\"x.c\($0)\"/>" }.joined(separator: "\n")
    let wrong = right.replacing("</depot>", with: "<section id=\"z\">\(fields)</section></depot>")
    let reading = try DepositSample.reading(DepositSample.several([wrong, right]))
    #expect(
      reading.codes == [
        Array(repeating: "champ_mal_range", count: 100) + ["constats_tronques"], [],
      ])
  }
}

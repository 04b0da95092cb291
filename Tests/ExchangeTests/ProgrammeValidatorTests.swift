import Exchange
import Testing
import Vocabulary

@Suite struct `A wrong programme` {
  /// What to replace in a right one, by what, and what must be found.
  struct Fault: Sendable {
    let text, by: String
    let expected: String
    init(_ text: String, _ by: String, _ expected: String) {
      (self.text, self.by, self.expected) = (text, by, expected)
    }
  }

  static let faults = [
    Fault("numero=\"2026-0001\"", "numero=\"1\"", "projet.numero valeur_refusee"),
    Fault(" cout=\"12000.00\"", " cout=\"12000.0\"", "montants.cout valeur_refusee"),
    Fault(" cout=\"12000.00\"", " cout=\"-1.00\"", "montants.cout valeur_refusee"),
    Fault(" cout=\"12000.00\"", " cout=\"90000000000000.01\"", "montants.cout valeur_refusee"),
    Fault(" cout=\"12000.00\"", "", "montants.cout attribut_manquant"),
    Fault(" cout=", " iban=\"\" cout=", "montants.iban attribut_inconnu"),
    Fault("rang=\"1\"", "rang=\"0\"", "projet.rang valeur_refusee"),
    Fault("fermete=\"vote\"", "fermete=\"sûr\"", "financement.fermete valeur_refusee"),
    Fault("siret=\"12345678200010\"", "siret=\"123\"", "porteur.siret valeur_refusee"),
    Fault("debut=\"2026-01-01\"", "debut=\"2026-02-30\"", "exercice.debut valeur_refusee"),
    Fault("<territoire>", "<pays/><territoire>", "pays element_inattendu"),
    Fault("fictive=\"true\"", "fictive=\"oui\"", "entete.fictive valeur_refusee"),
    Fault("version=\"1.0\">", "version=\"2.0\">", "programmation.version valeur_refusee"),
    Fault("urn:aap:programmation:1", "urn:autre", "programmation racine_inconnue"),
    Fault("version=\"2026.1\"", "version=\"\"", "grille.version valeur_refusee"),
    Fault("<nom>Association d’exemple", "<nom>", "nom valeur_refusee"),
    Fault("nature=\"droit_commun\"", "nature=\"don\"", "enveloppe.nature valeur_refusee"),
  ]

  @Test(arguments: faults.indices)
  func `is found with its line and its field`(index: Int) throws {
    let fault = Self.faults[index]
    let text = try SampleProgramme.written([SampleProgramme.project()]).text
    let wrong = text.replacing(fault.text, with: fault.by, maxReplacements: 1)
    #expect(wrong != text)
    let report = try SampleProgramme.validated(wrong)
    let place = try #require(text.firstRange(of: fault.text))
    let line = text[..<place.lowerBound].count { $0 == "\n" } + 1
    #expect(report.findings.map(\.place.file) == ["essai.xml"])
    #expect(report.findings.map(\.place.line) == [line])
    #expect(report.findings.map { "\($0.place.field ?? "-") \($0.code)" } == [fault.expected])
    #expect(report.isValid == false)
  }

  @Test func `says what is wrong in French, then as the library says it`() throws {
    let text = try SampleProgramme.written([SampleProgramme.project()]).text
    let wrong = text.replacing("fermete=\"vote\"", with: "fermete=\"vu\"")
    let finding = try #require(try SampleProgramme.validated(wrong).findings.first)
    #expect(
      finding.message.hasPrefix("La valeur de « financement.fermete » n’est pas permise (Element "))
    #expect(finding.remedy == "Choisissez une des valeurs de la liste.")
    #expect(finding.family == .malformed)
  }

  @Test func `describes a purse twice`() throws {
    let text = try SampleProgramme.written([]).text
    let wrong = text.replacing("<enveloppe id=\"CAF\"", with: "<enveloppe id=\"ETAT-PV\"")
    let report = try SampleProgramme.validated(wrong)
    #expect(report.findings.map(\.code) == ["catalogue_en_double", "enveloppe_inconnue"])
  }

  static let rules = [
    Fault("<financement id=\"2026-0001-2\"", "<!-- --><financement id=\"2026-0001-2\"", ""),
    Fault(
      "enveloppe=\"CAF\" demande=\"3000.00\"", "enveloppe=\"CD\" demande=\"3000.00\"",
      "financement.enveloppe enveloppe_inconnue"),
    Fault(
      "<objectif_secondaire code=\"2.1.4\"", "<objectif_secondaire code=\"9\"",
      "objectif objectif_inconnu"),
    Fault(
      "attribue=\"2500.00\" fermete", "attribue=\"2500.01\" fermete",
      "montants.attribue somme_des_lignes"),
    Fault("numero=\"2026-0002\"", "numero=\"2026-0001\"", "projet.numero numero_en_double"),
    Fault(
      "accorde_partiellement", "ajourne",
      "montants.attribue attribution_sans_decision"),
    Fault("nombre_projets=\"2\"", "nombre_projets=\"3\"", "totaux.nombre_projets total_inexact"),
    Fault("retenus=\"1\"", "retenus=\"2\"", "totaux.retenus total_inexact"),
    Fault(
      "retenus=\"1\" demande=\"16000.00\"", "retenus=\"1\" demande=\"16000.01\"",
      "totaux.demande total_inexact"),
    Fault(
      "<total_enveloppe enveloppe=\"CAF\" demande=\"3000.00\"",
      "<total_enveloppe enveloppe=\"CAF\" demande=\"0.00\"", "totaux.CAF.demande total_inexact"),
  ]

  @Test(arguments: rules.indices)
  func `breaks a rule of the whole document`(index: Int) throws {
    let fault = Self.rules[index]
    let text = try SampleProgramme.written([
      SampleProgramme.project(), SampleProgramme.refusedProject(),
    ]).text
    let wrong = text.replacing(fault.text, with: fault.by, maxReplacements: 1)
    #expect(wrong != text)
    let findings = try SampleProgramme.validated(wrong).findings
    let first = findings.first.map { "\($0.place.field ?? "-") \($0.code)" } ?? ""
    #expect(first == fault.expected)
    #expect(Set(findings.map(\.family)) == (fault.expected.isEmpty ? [] : [.rule]))
  }

  @Test func `forgets the total of a purse`() throws {
    let text = try SampleProgramme.written([]).text
    let entry = "    <total_enveloppe enveloppe=\"CAF\" demande=\"0.00\" attribue=\"0.00\"/>\n"
    let findings = try SampleProgramme.validated(text.replacing(entry, with: "")).findings
    #expect(findings.map(\.code) == ["total_manquant"])
  }

  @Test func `has the partners’ additions passed over`() throws {
    let text = try SampleProgramme.written([SampleProgramme.project()]).text
    let more = "<extensions><x:suivi xmlns:x=\"urn:x\"><x:a b=\"c\"/></x:suivi></extensions>"
    let extended = text.replacing("</programmation>", with: "\(more)</programmation>")
    #expect(try SampleProgramme.validated(extended).findings == [])
    let own = text.replacing(
      "</programmation>", with: "<extensions><titre/></extensions></programmation>")
    #expect(try SampleProgramme.validated(own).findings.map(\.code) == ["element_inattendu"])
  }

  @Test func `is told a hundred findings, then a notice`() throws {
    let projects = try (1001...1150).map { try SampleProgramme.project("2026-\($0)") }
    let text = try SampleProgramme.written(projects).text
    let findings = try SampleProgramme.validated(
      text.replacing("rang=\"1\"", with: "rang=\"0\"")
    ).findings
    #expect(findings.count == 101)
    #expect(Set(findings.prefix(100).map(\.code)) == ["valeur_refusee"])
    #expect(findings.last?.code == "constats_tronques")
    #expect(findings.last?.severity == .information)
  }
}

import Contract
import Forms
import TestKit
import Testing
import Vocabulary

@Suite struct `A filled form` {
  private func read(_ text: String) throws -> (answers: Answers, findings: [Finding]) {
    let field = try OneField("type: texte")
    return AnswerReader(form: field.form, chart: field.chart)
      .read(try YAMLSource.read(Array(text.utf8)), file: "d.yaml")
  }

  @Test func `says its call and its kind of applicant at its top`() throws {
    let (answers, findings) = try read("formulaire: essai-1\nappel: 2016\ntype_porteur: ccas\n")
    #expect(findings == [])
    #expect(answers.call == "2016")
    #expect(answers.applicantKind == "ccas")
    #expect(answers.form == "essai-1")
    #expect(answers.line(of: "appel") == 2)
  }

  @Test func `takes the first kind of its edition when it says none`() throws {
    let (answers, findings) = try read("formulaire: essai-1\nappel:\ns: {f: x}\n")
    #expect(findings == [])
    #expect(answers.call == nil)
    #expect(answers.applicantKind == "association")
    #expect(answers.line(of: "s.f") == 3)
    #expect(answers.line(of: "s.g") == 3)
    #expect(answers.line(of: "t.g") == nil)
  }

  @Test func `names the nearest key of an unknown section, field or header`() throws {
    let (_, findings) = try read("formulaires: essai-1\ns:\n  g: x\n")
    #expect(
      findings == [
        OneField.finding(
          "La clé « formulaires » est inconnue ici ; vouliez-vous dire « formulaire » ?",
          "Clés possibles : formulaire, appel, type_porteur, s.", line: 1, field: "formulaires",
          code: "champ_inconnu"),
        OneField.finding(
          "La clé « g » est inconnue ici ; vouliez-vous dire « f » ?", "Clés possibles : f.",
          line: 3, field: "s.g", code: "champ_inconnu"),
      ])
  }

  @Test func `with a header of the wrong type is told`() throws {
    let (_, findings) = try read("appel: [2016]\n")
    #expect(
      findings == [
        OneField.finding(
          "La valeur de « appel » n’a pas la forme attendue : un texte.", "Corrigez cette ligne.",
          line: 1, field: "appel", code: "type_inattendu")
      ])
  }

  @Test func `with a section that is no section has unreadable answers, not missing ones`() throws {
    let (answers, findings) = try read("s: bonjour\n")
    #expect(findings.map(\.place.field) == ["s"])
    #expect(answers.isUnreadable("s.f"))
  }

  @Test func `that is no mapping is told once`() throws {
    let (_, findings) = try read("bonjour\n")
    #expect(findings.map(\.code) == ["type_inattendu"])
    #expect(findings.map(\.place) == [.init(file: "d.yaml", line: 1)])
  }

  @Test func `the characters of the kit have nothing unreadable`() throws {
    let territory = try Territory.lensLievin
    for (text, form) in [
      (DossierText.sportsClub, "association-1"), (.townHall, "commune-1"),
    ] {
      let edition = try #require(territory.forms[form])
      #expect(try text.answers(form: edition, chart: territory.chart).findings == [])
    }
  }
}

import Contract
import Forms
import TestKit
import Testing
import Vocabulary

@Suite struct `A value typed` {
  private func read(
    _ typed: String, _ definition: String
  ) throws -> (text: String?, codes: [String]) {
    let field = try OneField(definition)
    let reader = FieldReader(chart: field.chart, source: OneField.source)
    let (text, findings) = reader.read(typed, as: field.form.fields[0].kind, at: "s.f")
    #expect(findings.allSatisfy { $0.place.field == "s.f" && !$0.remedy.isEmpty })
    return (text, findings.map(\.code))
  }

  @Test(arguments: [
    ("type: montant", " 1 234,5 € ", "1234.50"), ("type: date", "01/03/2016", "2016-03-01"),
    ("type: entier", "1 200", "1200"), ("type: oui_non", "Oui", "oui"),
    ("type: identifiant, identifiant: postal_code", "62300", "62300"),
    ("type: texte_long", "un\r\ndeux\n", "un\ndeux"), ("type: texte", "  a  ", "a"),
  ])
  func `is put in the one spelling that files use`(
    definition: String, typed: String, text: String
  ) throws {
    let read = try read(typed, definition)
    #expect(read.text == text && read.codes.isEmpty)
  }

  @Test(arguments: [
    ("type: montant", "1.234", "valeur_illisible"),
    ("type: texte, longueur_max: 2", "abc", "valeur_illisible"),
    ("type: texte", "a\u{7}", "valeur_illisible"), ("type: texte", "a\u{202E}", "valeur_illisible"),
    ("type: identifiant, identifiant: siret", "12", "identifiant_invalide"),
  ])
  func `is refused as in a file`(definition: String, typed: String, code: String) throws {
    let read = try read(typed, definition)
    #expect(read.text == nil && read.codes == [code])
  }

  @Test func `that is nothing is neither right nor wrong`() throws {
    let read = try read("   ", "type: entier")
    #expect(read.text == nil && read.codes.isEmpty)
  }

  @Test func `is counted with the others of its list`() throws {
    let field = try OneField("type: entier, multiple: true, nombre_max: 2")
    let reader = FieldReader(chart: field.chart, source: OneField.source)
    let kind = field.form.fields[0].kind
    #expect(reader.check(.list(["1", "2"]), as: kind, at: "s.f").isEmpty)
    #expect(
      reader.check(.list(["1", "2", "3"]), as: kind, at: "s.f").map(\.code) == ["valeur_illisible"])
    #expect(
      reader.check(.list(["x", "y"]), as: kind, at: "s.f").map(\.place.field) == [
        "s.f[1]", "s.f[2]",
      ])
  }
}

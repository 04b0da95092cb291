import Foundation
import Testing
import Vocabulary

@testable import Documents

@Suite struct `A template` {
  private func findings(_ template: String) throws -> [Finding] {
    var sources = try TestFiles.sources()
    sources["recepisse.txt.mustache"] = template
    do throws(Refusal) {
      _ = try DocumentTemplates(sources: sources)
      return []
    } catch {
      return error.findings
    }
  }

  @Test(arguments: DocumentKind.allCases)
  func `of the project names only what its document has`(kind: DocumentKind) throws {
    let source = try #require(try TestFiles.sources()[kind.fileName])
    #expect(TemplateCheck.findings(in: source, named: kind.fileName, for: kind.shape) == [])
  }

  @Test func `with an unknown tag is refused, with its line and the nearest name`() throws {
    #expect(
      try findings("Dossier {{numero}}\n{{titr}}\n") == [
        Finding(
          code: "balise_inconnue", family: .malformed,
          place: Finding.Place(file: "recepisse.txt.mustache", line: 2),
          message: "La balise « titr » n’existe pas dans ce document.",
          remedy: "Vouliez-vous écrire « titre » ?")
      ])
  }

  @Test func `may name a row’s field in its section only`() throws {
    #expect(try findings("{{#etapes}}{{etape}} {{numero}}{{/etapes}}") == [])
    #expect(try findings("{{etape}}").map(\.code) == ["balise_inconnue"])
    #expect(try findings("{{^etapes}}{{etape}}{{/etapes}}").map(\.code) == ["balise_inconnue"])
  }

  @Test(arguments: [
    "{{{numero}}}", "{{&numero}}", "{{>autre}}", "{{=<% %>=}}", "{{% CONTENT_TYPE:TEXT}}", "{{.}}",
    "{{numero",
  ])
  func `may not bypass escaping, include files or change its own syntax`(template: String) throws {
    #expect(try findings(template).map(\.code) == ["balise_non_admise"])
  }

  @Test(arguments: [
    ("{{#etapes}}", ["section_ouverte"]), ("{{/etapes}}", ["section_mal_fermee"]),
    ("{{#avec_etapes}}{{#etapes}}{{/avec_etapes}}{{/etapes}}", ["section_mal_fermee"]),
    ("{{formation}}", ["balise_sans_texte"]), ("{{etapes}}", ["balise_sans_texte"]),
    ("{{! un commentaire }}{{ numero }}", []),
  ])
  func `closes its sections and shows only texts`(template: String, codes: [String]) throws {
    #expect(try findings(template).map(\.code).prefix(max(1, codes.count)) == codes[...])
  }

  @Test func `that is missing is named, every one of them`() {
    let error = #expect(throws: Refusal.self) { try DocumentTemplates(sources: [:]) }
    #expect(error?.findings.map(\.code) == DocumentKind.allCases.map { _ in "modele_absent" })
    #expect(error?.findings.map(\.place.file) == DocumentKind.allCases.map(\.fileName))
  }

  @Test func `shows nothing for a text that is absent, whatever surrounds it`() throws {
    let templates = try TestFiles.templates()
    let page = templates.minutes(try PrintedSession.view(), as: .page)
    #expect(page.contains("Optional") == false)
  }
}

import Forms
import Foundation
import TestKit
import Testing

@Suite struct `The page of the forms` {
  @Test
  func `docs/formats/formulaires.md says what the editions ask; AAP_REGENERER=1 writes it again`()
    throws
  {
    let forms = try Territory.lensLievin.forms
    func named(_ editions: [String]) throws -> [FormEdition] {
      try editions.map { try #require(forms[$0]) }
    }
    let page = FormsPage.markdown(
      editions: try named([
        "association-2", "commune-2", "etablissement-public-1", "bailleur-1", "autre-1",
      ]),
      earlier: try named(["association-1", "commune-1"]))
    let path = "docs/formats/formulaires.md"
    if ProcessInfo.processInfo.environment["AAP_REGENERER"] == "1" {
      try Data(page.utf8).write(to: ProjectRoot.url(path))
    }
    #expect(String(decoding: try ProjectRoot.data(path), as: UTF8.self) == page)
  }
}

@Suite struct `The page of the dossier format` {
  @Test func `its example has nothing unreadable`() throws {
    let page = String(decoding: try ProjectRoot.data("docs/formats/dossier.md"), as: UTF8.self)
    let example = page.components(separatedBy: "```yaml\n")[1].components(separatedBy: "```")[0]
    let territory = try Territory.lensLievin
    let form = try #require(territory.forms["association-2"])
    let (answers, findings) = try DossierText(text: example)
      .answers(form: form, chart: territory.chart)
    #expect(findings == [])
    #expect(answers.rows("financement.demandes").count == 2)
  }
}

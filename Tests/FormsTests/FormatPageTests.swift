import Forms
import Foundation
import TestKit
import Testing

@Suite struct `The page of the dossier format` {
  @Test(arguments: ["association-1", "commune-1"])
  func `names every field of every form, under its section`(edition: String) throws {
    let page = String(decoding: try ProjectRoot.data("docs/formats/dossier.md"), as: UTF8.self)
    let form = try #require(try Territory.lensLievin.forms[edition])
    let absent = form.sections.flatMap { section in
      let parts = page.components(separatedBy: "### `\(section.id)`\n")
      let text = parts.count == 2 ? parts[1].components(separatedBy: "\n#")[0] : ""
      return section.fields.map(\.id).filter { id in
        !text.contains("| `\(id.dropFirst(section.id.count + 1))`")
      }
    }
    #expect(absent == [])
  }

  @Test func `its example has nothing unreadable`() throws {
    let page = String(decoding: try ProjectRoot.data("docs/formats/dossier.md"), as: UTF8.self)
    let example = page.components(separatedBy: "```yaml\n")[1].components(separatedBy: "```")[0]
    let territory = try Territory.lensLievin
    let form = try #require(territory.forms["association-1"])
    let (answers, findings) = try DossierText(text: example)
      .answers(form: form, chart: territory.chart)
    #expect(findings == [])
    #expect(answers.rows("financement.demandes").count == 2)
  }
}

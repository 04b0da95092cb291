import Exchange
import Forms
import TestKit
import Testing

@Suite struct `A blank dossier in XML` {
  @Test(arguments: ["association-1", "commune-1", "association-2", "bailleur-1"])
  func `asks every question, is valid as it is, and reads back as nothing`(edition name: String)
    throws
  {
    let territory = try Territory.lensLievin
    let edition = try #require(territory.forms[name])
    let blank = FilledForm(form: name, call: "2026", applicantKind: edition.applicantKinds[0])
    let bytes = DepositXML.blank(blank, edition: edition, chart: territory.chart)
    let text = String(decoding: bytes, as: UTF8.self)
    for field in edition.fields { #expect(text.contains("<champ id=\"\(field.id)\">")) }
    #expect(try XMLLint.validate(text, schema: DepositSample.schemaName).status == 0)
    let read = DepositXML.read(bytes, schema: try DepositSample.schema(), file: "vierge.xml")
    #expect(read.findings == [])
    let (filled, findings) = FilledForm.read(
      try #require(read.node), edition: edition, chart: territory.chart, file: "vierge.xml")
    #expect(findings == [])
    #expect(filled == blank)
  }
}

import Contract
import Exchange
import Forms
import TestKit
import Testing
import Vocabulary

@Suite struct `A form written as XML` {
  static let seeds: [UInt64] = [1, 2, 3]

  @Test(arguments: seeds, Territory.editions)
  func `comes back the same, alone and among others`(seed: UInt64, edition: String) throws {
    let territory = try Territory.lensLievin
    let form = try #require(territory.forms[edition])
    let schema = try DepositSample.schema()
    var random = RandomForm(seed: seed)
    let forms = (0..<25).map { _ in random.next(form, chart: territory.chart) }
    #expect(Set(forms).count == forms.count)
    let documents = forms.map { DepositXML.write($0, edition: form) }
    for (filled, bytes) in zip(forms, documents) {
      let read = DepositXML.read(bytes, schema: schema, file: "essai.xml")
      #expect(read.findings == [])
      let again = FilledForm.read(
        try #require(read.node), edition: form, chart: territory.chart, file: "essai.xml")
      #expect(again.findings == [])
      #expect(again.filled == filled)
      // Two texts that only look alike are equal for Swift: the bytes tell them apart.
      #expect(DepositXML.write(again.filled, edition: form) == bytes)
    }
    let texts = documents.map { String(decoding: $0, as: UTF8.self) }
    let several = DepositSample.several(texts)
    let reading = try DepositSample.reading(several, piece: [1, 7, 65_536][Int(seed) % 3])
    let nodes = try reading.deposits.map { try #require($0.node) }
    let rewritten = nodes.map { node in
      DepositXML.write(
        FilledForm.read(node, edition: form, chart: territory.chart, file: "").filled, edition: form
      )
    }
    #expect(rewritten == documents)
    #expect(
      try XMLLint.validate(several, schema: DepositSample.schemaName).status == 0)
  }

  @Test func `keeps what no file could have held readable`() throws {
    let edition = try DepositSample.edition()
    var filled = FilledForm(form: "association-1", call: nil, applicantKind: "association")
    filled["porteur.nom"] = .text("A\u{01}B\u{FFFF}C\u{FFFE}D")
    let bytes = DepositXML.write(filled, edition: edition)
    let read = DepositXML.read(bytes, schema: try DepositSample.schema(), file: "essai.xml")
    #expect(read.node?["porteur"]?["nom"]?.text == "A\u{FFFD}B\u{FFFD}C\u{FFFD}D")
    #expect(read.node?["appel"] == nil)
  }

  @Test func `loses nothing of 8 000 characters of four bytes`() throws {
    let edition = try DepositSample.edition()
    let text = String(repeating: "𝄞<", count: 4_000)
    var filled = try DepositSample.filled()
    filled["projet.contenu"] = .text(text)
    let read = DepositXML.read(
      DepositXML.write(filled, edition: edition), schema: try DepositSample.schema(), file: "")
    #expect(read.findings == [])
    #expect(read.node?["projet"]?["contenu"]?.text == text)
  }
}

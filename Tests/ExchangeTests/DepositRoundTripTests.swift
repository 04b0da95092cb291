import Contract
import Exchange
import Forms
import TestKit
import Testing
import Vocabulary

@Suite struct `A form written as XML` {
  static let seeds: [UInt64] = [1, 2, 3]

  @Test(arguments: seeds, ["association-1", "commune-1"])
  func `comes back the same, alone and among others`(seed: UInt64, edition: String) throws {
    let territory = try Territory.lensLievin
    let form = try #require(territory.forms[edition])
    let schema = try DepositSample.schema()
    var random = RandomForms(edition: form, chart: territory.chart, seed: seed)
    let forms = (0..<60).map { _ in random.next() }
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

/// Forms filled at random, right and wrong, always the same for a seed.
struct RandomForms {
  let edition: FormEdition
  let chart: ChartOfAccounts
  private var state: UInt64

  init(edition: FormEdition, chart: ChartOfAccounts, seed: UInt64) {
    (self.edition, self.chart, state) = (edition, chart, seed)
  }

  /// Pieces that break careless writers and readers.
  private static let pieces = [
    "atelier", "été", "cœur", "Œuvre", "« guillemets »", "\"", "'", "’", "<", "&", ">", "]]>",
    "<![CDATA[", "&amp;", "&#38;", "<!-- -->", "<?pi?>", "\t", "   ", "\n", "\n    en retrait",
    "\n\n",
    "\u{2028}", "\u{A0}", "\u{202F}", "\u{202E}", "\u{200B}", "e\u{301}", "é", "😀", "𝄞", "\u{FEFF}",
    "\u{10FFFF}", "\u{E000}", "%", "{}", "1 234,50 €", "2016-03-01", "01/03/2016", "oui", "37,5 %",
  ]

  private mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(truncatingIfNeeded: state >> 33) % bound
  }

  private mutating func text() -> String {
    let isLong = below(60) == 0
    return (0..<(isLong ? 1_200 : 1 + below(6))).map { _ in
      Self.pieces[below(Self.pieces.count)]
    }.joined(separator: below(2) == 0 ? " " : "")
  }

  private mutating func scalar() -> SourceNode {
    SourceNode(.scalar(below(12) == 0 ? "" : text(), isPlain: false), line: 1)
  }

  private mutating func header() -> SourceNode {
    SourceNode(.scalar(String(text().prefix(40)), isPlain: false), line: 1)
  }

  private mutating func value(of kind: Field.Kind) -> SourceNode {
    switch kind {
    case .list:
      return SourceNode(.sequence((0..<below(4)).map { _ in scalar() }), line: 1)
    case .table(let columns):
      let rows = (0..<below(4)).map { _ in
        SourceNode(.mapping(columns.map { entry($0.id, scalar()) }), line: 1)
      }
      return SourceNode(.sequence(rows), line: 1)
    case .accounts(let side):
      let accounts = chart.accounts(of: side).filter { _ in below(3) == 0 }
      return SourceNode(.mapping(accounts.map { entry($0.code, scalar()) }), line: 1)
    default: return scalar()
    }
  }

  private func entry(_ key: String, _ node: SourceNode) -> SourceNode.Entry {
    SourceNode.Entry(key: key, line: 1, value: node)
  }

  /// The next form, as any format reads it.
  mutating func next() -> FilledForm {
    var entries: [SourceNode.Entry] = []
    if below(4) > 0 { entries.append(entry("appel", header())) }
    entries.append(entry("type_porteur", header()))
    for section in edition.sections {
      let fields = section.fields.filter { _ in below(3) > 0 }.map { field in
        entry(AnswerReader.name(of: field), value(of: field.kind))
      }
      entries.append(entry(section.id, SourceNode(.mapping(fields), line: 1)))
    }
    return FilledForm.read(
      SourceNode(.mapping(entries), line: 1), edition: edition, chart: chart, file: "essai"
    ).filled
  }
}

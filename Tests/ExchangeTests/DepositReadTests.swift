import Contract
import Exchange
import Forms
import TestKit
import Testing
import Vocabulary

@Suite struct `A dossier read from XML` {
  static let text = """
    <?xml version="1.0"?>
    <!-- avant -->
    <depot xmlns="urn:aap:depot:1"
      version="1.0" formulaire="association-1"
      appel="2016 &amp; &#38;amp;" type_porteur="association">
      <section id="porteur">
        <champ
          id="porteur.nom"><valeur>Amicale</valeur></champ>
        <champ id="porteur.sigle"/>
      </section>
      <section id="projet">
        <champ id="projet.partenaires">
          <ligne>
            <cellule colonne="nom">Collège</cellule>
          </ligne>
        </champ>
      </section>
      <section id="lieux">
        <champ id="lieux.communes">
          <valeur>62498</valeur>
          <valeur>62427</valeur>
        </champ>
      </section>
      <section id="budget">
        <champ id="budget.charges"><montant compte="641">1200</montant></champ>
      </section>
    </depot>
    """

  private static func scalar(_ text: String, _ line: Int, isPlain: Bool = false) -> SourceNode {
    SourceNode(.scalar(text, isPlain: isPlain), line: line)
  }

  private static func mapping(_ entries: [(String, SourceNode)], _ line: Int) -> SourceNode {
    SourceNode(
      .mapping(entries.map { .init(key: $0.0, line: $0.1.line, value: $0.1) }), line: line)
  }

  @Test(arguments: [1, 7, 65_536])
  func `has the shape and the lines of the file`(piece: Int) throws {
    let reading = try DepositSample.reading(Self.text, piece: piece)
    let deposit = try #require(reading.deposits.first)
    #expect(reading.deposits.count == 1)
    #expect(reading.report == DepositsReport(count: 1, isSingle: true, findings: []))
    #expect([deposit.position, deposit.line] == [1, 3])
    #expect(deposit.findings == [])
    let entries = try #require(deposit.node?.entries)
    #expect(
      entries.map(\.key) == [
        "formulaire", "appel", "type_porteur", "porteur", "projet", "lieux", "budget",
      ])
    #expect(entries.map(\.line) == [3, 3, 3, 6, 11, 18, 24])
    #expect(deposit.node?["appel"] == Self.scalar("2016 & &amp;", 3))
    #expect(
      entries[3].value
        == SourceNode(
          .mapping([
            .init(key: "nom", line: 7, value: Self.scalar("Amicale", 8)),
            .init(key: "sigle", line: 9, value: Self.scalar("", 9, isPlain: true)),
          ]), line: 6))
    #expect(
      entries[4].value["partenaires"]
        == SourceNode(
          .sequence([Self.mapping([("nom", Self.scalar("Collège", 14))], 13)]), line: 12))
    #expect(
      entries[5].value["communes"]
        == SourceNode(.sequence([Self.scalar("62498", 20), Self.scalar("62427", 21)]), line: 19))
    #expect(
      entries[6].value["charges"] == Self.mapping([("641", Self.scalar("1200", 25))], 25))
  }

  @Test func `has the same lines with the line ends of Windows`() throws {
    let windows = Self.text.replacing("\n", with: "\r\n")
    #expect(try DepositSample.read(windows).node == DepositSample.read(Self.text).node)
  }

  static let values: [(written: String, read: String)] = [
    ("Ami<!-- au milieu -->cale", "Amicale"),
    ("Ami<?php echo 1 ?>cale", "Amicale"),
    ("Ami<![CDATA[<&c>]]>ale", "Ami<&c>ale"),
    ("Ami&lt;&amp;&gt;&quot;&apos;&#233;&#x1F600;cale", "Ami<&>\"'é😀cale"),
    ("  Ami \n\t cale ", "  Ami \n\t cale "),
    ("Ami&#13;&#10;cale", "Ami\r\ncale"),
    ("Ami\u{2028}\u{85}\u{A0}\u{202E}cale", "Ami\u{2028}\u{85}\u{A0}\u{202E}cale"),
    ("%0a&#37;DTD;", "%0a%DTD;"),
    ("", ""),
    ("<![CDATA[\(String(repeating: "é", count: 8_000))]]>", String(repeating: "é", count: 8_000)),
  ]

  @Test(arguments: values.indices, [1, 65_536])
  func `has its values as they are written`(index: Int, piece: Int) throws {
    let value = Self.values[index]
    let text = Self.text.replacing("Amicale", with: value.written)
    let deposit = try #require(try DepositSample.reading(text, piece: piece).deposits.first)
    #expect(deposit.findings == [])
    let name = deposit.node?["porteur"]?["nom"]
    #expect(name?.text.map { Array($0.utf8) } == Array(value.read.utf8))
  }

  @Test func `begins with a byte order mark`() throws {
    for piece in [1, 65_536] {
      let bytes = [0xEF, 0xBB, 0xBF] + Array(Self.text.utf8)
      let marked = try DepositSample.reading(bytes, piece: piece)
      #expect(marked == (try DepositSample.reading(Self.text)))
    }
  }

  static let inert = [
    (
      " formulaire=",
      " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
        + "xsi:schemaLocation=\"urn:aap:depot:1 http://exemple.invalid/x.xsd\" formulaire="
    ),
    (
      "</depot>",
      "<extensions><xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" "
        + "href=\"file:///etc/passwd\"/><x xmlns=\"urn:x\" a=\"b\">t</x></extensions></depot>"
    ),
    ("<?xml version=\"1.0\"?>", "<?xml version=\"1.0\"?><?xml-stylesheet href=\"x.xsl\"?>"),
    ("<?xml version=\"1.0\"?>", "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>"),
  ]

  @Test(arguments: inert.indices)
  func `is the same whatever is to be ignored`(index: Int) throws {
    let (place, more) = Self.inert[index]
    let text = Self.text.replacing(place, with: more, maxReplacements: 1)
    #expect(text != Self.text)
    let read = try DepositSample.read(text)
    #expect(read.findings == [])
    #expect(read.node == (try DepositSample.read(Self.text).node))
  }

  @Test func `is refused when it holds several`() throws {
    for count in [0, 1, 2] {
      let text = DepositSample.several(Array(repeating: try DepositSample.text(), count: count))
      let read = try DepositSample.read(text)
      #expect(read.node == nil)
      #expect(read.findings.map(\.code) == ["plusieurs_dossiers"])
    }
  }

  @Test func `has unknown fields left to the form, which knows the nearest`() throws {
    let edition = try DepositSample.edition()
    let text = Self.text.replacing(
      "porteur.sigle\"/>", with: "porteur.sigl\"><valeur>A</valeur></champ>")
    let node = try #require(try DepositSample.read(text).node)
    let (_, findings) = FilledForm.read(
      node, edition: edition, chart: try Territory.lensLievin.chart, file: "essai.xml")
    #expect(findings.map(Seen.init) == [Seen("champ_inconnu", line: 9, field: "porteur.sigl")])
    #expect(findings.first?.message.contains("« sigle »") == true)
  }
}

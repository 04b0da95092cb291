import Contract
import Exchange
import Foundation
import Testing
import Vocabulary

@Suite struct `A file of many dossiers` {
  private static let open = "<depots xmlns=\"urn:aap:depot:1\" version=\"1.0\">"

  @Test(arguments: [0, 1, 3])
  func `hands out each with its rank`(count: Int) throws {
    let text = try DepositSample.text()
    let several = DepositSample.several(Array(repeating: text, count: count))
    for piece in [1, 100, 65_536] {
      let reading = try DepositSample.reading(several, piece: piece)
      #expect(reading.deposits.map(\.position) == Array(0..<count).map { $0 + 1 })
      #expect(reading.codes == Array(repeating: [], count: count))
      #expect(reading.report == DepositsReport(count: count, isSingle: false, findings: []))
    }
    #expect(try XMLLint.validate(several, schema: DepositSample.schemaName).status == 0)
  }

  @Test func `gives back what a dossier alone gives, lines apart`() throws {
    let text = try DepositSample.text()
    let alone = try #require(try DepositSample.read(text).node)
    let deposits = try DepositSample.reading(DepositSample.several([text])).deposits
    // One line more: that of « depots ».
    #expect(deposits.map(\.node) == [alone.lowered(by: 1)])
  }

  static let faults: [(wrong: String, before: Int, codes: [String])] = [
    ("<dossier><p>t</p></dossier>", 2, ["element_inattendu"]),
    ("\(open)</depots>", 2, ["element_inattendu"]),
    ("<x:depot xmlns:x=\"urn:x\"/>", 2, ["element_inattendu"]),
    ("perdu", 2, ["contenu_refuse"]),
    ("&inconnue;", 1, ["xml_entite"]),
    ("<depot", 1, ["xml_mal_forme"]),
    ("<depot>", 1, ["attribut_manquant"]),
    ("\u{01}", 1, ["xml_caractere"]),
    ("</depots>", 1, ["xml_suite"]),
    ("<a a=\"\(String(repeating: "x", count: 1 << 17))\"/>", 1, ["xml_trop_gros"]),
    ("<a>\(String(repeating: "<b>", count: 20))", 1, ["element_inattendu", "xml_trop_profond"]),
  ]

  @Test(arguments: faults.indices)
  func `is wrong between two dossiers`(index: Int) throws {
    let fault = Self.faults[index]
    let text = try DepositSample.text()
    let several = DepositSample.several([text, text]).replacing(
      "</depot>\n", with: "</depot>\n\(fault.wrong)\n", maxReplacements: 1)
    let reading = try DepositSample.reading(several)
    #expect(reading.deposits.count == fault.before)
    #expect(reading.codes == Array(repeating: [], count: fault.before))
    #expect(reading.report?.count == fault.before)
    #expect(Array(reading.documentCodes.prefix(fault.codes.count)) == fault.codes)
    #expect(try XMLLint.validate(several, schema: DepositSample.schemaName).status != 0)
  }

  @Test(arguments: [
    ("version=\"1.0\">", "version=\"2.0\">", "valeur_refusee"),
    (" version=\"1.0\">", ">", "attribut_manquant"),
    (" version=\"1.0\">", " version=\"1.0\" annee=\"2016\">", "attribut_inconnu"),
    ("urn:aap:depot:1", "urn:autre", "racine_inconnue"),
  ])
  func `is of another version or format`(right: String, wrong: String, code: String) throws {
    let several = DepositSample.several([try DepositSample.text()]).replacing(
      Self.open, with: Self.open.replacing(right, with: wrong))
    let reading = try DepositSample.reading(several)
    #expect(reading.deposits == [])
    #expect(reading.documentCodes == [code])
    #expect(reading.report?.findings.first?.place.line == 2)
    #expect(try XMLLint.validate(several, schema: DepositSample.schemaName).status == 3)
  }

  @Test func `breaks off in a dossier, and those before it are read`() throws {
    let text = try DepositSample.text()
    let several = DepositSample.several([text, text, text])
    let places = several.ranges(of: "<champ id=\"lieux.communes\">")
    let cut = String(several[..<places[1].lowerBound])
    let reading = try DepositSample.reading(cut)
    #expect(reading.codes == [[]])
    #expect(reading.documentCodes == ["xml_tronque"])
    #expect(reading.report?.count == 1)
  }

  @Test func `has a dossier too heavy, and those after it are read`() throws {
    let text = try DepositSample.text()
    let long = String(repeating: "x", count: 16_000)
    func heavy(_ count: Int) -> String {
      let values = String(repeating: "<valeur>\(long)</valeur>", count: count)
      return text.replacing(
        "<valeur>Salle des fêtes</valeur>", with: values)
    }
    let several = DepositSample.several([heavy(130), heavy(132), text])
    let reading = try DepositSample.reading(several)
    #expect(reading.codes == [[], ["dossier_trop_gros"], []])
    #expect(reading.deposits.map { $0.node == nil } == [false, true, false])
    #expect(reading.deposits[1].findings.first?.place.line == reading.deposits[1].line)
    #expect(reading.report?.findings == [])
  }

  @Test func `is read no further once the receiver throws`() throws {
    struct Enough: Error {}
    let text = try DepositSample.text()
    let bytes = Array(DepositSample.several([text, text, text]).utf8)
    let memory = ReadMemory()
    let reader = try DepositsXMLReader(schema: try DepositSample.schema(), file: "essai.xml") {
      memory.deposits.append($0)
      if memory.deposits.count == 2 { throw Enough() }
    }
    #expect(throws: Enough.self) { try bytes.withUnsafeBytes { try reader.feed($0) } }
    #expect(reader.isStopped)
    try bytes.withUnsafeBytes { try reader.feed($0) }
    #expect(try reader.finish().count == 2)
    #expect(memory.deposits.map(\.position) == [1, 2])
  }
}

extension SourceNode {
  /// The same node so many lines lower.
  func lowered(by lines: Int) -> SourceNode {
    let value: Value =
      switch self.value {
      case .scalar: self.value
      case .sequence(let nodes): .sequence(nodes.map { $0.lowered(by: lines) })
      case .mapping(let entries):
        .mapping(
          entries.map {
            Entry(key: $0.key, line: $0.line + lines, value: $0.value.lowered(by: lines))
          })
      }
    return SourceNode(value, line: line + lines)
  }
}

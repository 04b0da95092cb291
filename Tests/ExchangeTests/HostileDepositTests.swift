import Contract
import Exchange
import Testing
import Vocabulary

@Suite struct `A file that is no dossier` {
  private static let open =
    "<depot xmlns=\"urn:aap:depot:1\" version=\"1.0\" formulaire=\"f\" type_porteur=\"t\">"
  private static let start = "\(open)<section id=\"s\"><champ id=\"s.c\"><valeur>"
  private static let end = "</valeur></champ></section></depot>"

  private static func entity(_ declaration: String) -> [UInt8] {
    Array("<!DOCTYPE depot \(declaration)>\(start)&e;\(end)".utf8)
  }

  private static func utf16(mark: Bool, littleEnd: Bool) -> [UInt8] {
    let units = (mark ? [0xFEFF] : []) + Array("<?xml version=\"1.0\"?>\(start)\(end)".utf16)
    return units.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return littleEnd ? [low, high] : [high, low]
    }
  }

  private static func declaring(_ encoding: String, _ value: [UInt8]) -> [UInt8] {
    Array("<?xml version=\"1.0\" encoding=\"\(encoding)\"?>\(start)".utf8) + value
      + Array(end.utf8)
  }

  private static func many(_ count: Int, _ piece: (Int) -> String) -> String {
    (0..<count).map(piece).joined()
  }

  static let cases: [(name: String, bytes: [UInt8], code: String)] = [
    ("empty", [], "fichier_vide"),
    ("blank", Array("  \n".utf8), "xml_absent"),
    ("prose", Array("Bonjour à tous".utf8), "xml_absent"),
    ("YAML", Array("formulaire: association-1\n".utf8), "xml_absent"),
    ("JSON", Array("{\"formulaire\":1}".utf8), "xml_absent"),
    ("an archive", [0x50, 0x4B, 0x03, 0x04, 0x00], "xml_absent"),
    ("cut in a tag", Array("<depot xmlns=\"urn:aap".utf8), "xml_tronque"),
    ("cut in a value", Array("\(start)Amica".utf8), "xml_tronque"),
    ("cut before the end", Array("\(start)\(end)".utf8.dropLast(8)), "xml_tronque"),
    ("Latin-1", declaring("ISO-8859-1", [0xE9]), "encodage_inattendu"),
    ("Windows-1252", declaring("windows-1252", [0x80]), "encodage_inattendu"),
    ("UTF-16 said, not done", declaring("UTF-16", []), "encodage_inattendu"),
    ("an encoding nobody knows", declaring("x-minitel", []), "encodage_inattendu"),
    ("UTF-16, little end first", utf16(mark: true, littleEnd: true), "encodage_inattendu"),
    ("UTF-16, big end first", utf16(mark: true, littleEnd: false), "encodage_inattendu"),
    ("UTF-16 without mark", utf16(mark: false, littleEnd: true), "encodage_inattendu"),
    ("Latin-1 bytes", declaring("UTF-8", [0xE9, 0x20]), "xml_caractere"),
    ("a surrogate", declaring("UTF-8", [0xED, 0xA0, 0x80]), "xml_caractere"),
    ("an overlong slash", declaring("UTF-8", [0xC0, 0xAF]), "xml_caractere"),
    ("a NUL byte", declaring("UTF-8", [0x61, 0x00, 0x62]), "xml_caractere"),
    ("a control character", declaring("UTF-8", [0x01]), "xml_caractere"),
    ("a forbidden reference", declaring("UTF-8", Array("&#0;".utf8)), "xml_caractere"),
    ("an unknown entity", declaring("UTF-8", Array("&eacute;".utf8)), "xml_entite"),
    (
      "billion laughs",
      entity(
        "[<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
          + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY e \"&c;&c;&c;&c;&c;&c;&c;&c;\">]"),
      "doctype_refuse"
    ),
    (
      "a file of the machine", entity("[<!ENTITY e SYSTEM \"file:///etc/passwd\">]"),
      "doctype_refuse"
    ),
    ("a remote type", entity("SYSTEM \"http://exemple.invalid/p.dtd\""), "doctype_refuse"),
    (
      "a parameter entity",
      entity("[<!ENTITY % p SYSTEM \"http://exemple.invalid/p\"> %p;]"), "doctype_refuse"
    ),
    ("an empty type", Array("<!DOCTYPE depot>\(start)\(end)".utf8), "doctype_refuse"),
    ("another element", Array("<p/>".utf8), "racine_inconnue"),
    ("a page", Array("<html><body>Bonjour</body></html>".utf8), "racine_inconnue"),
    ("two dossiers without a root", Array("\(start)\(end)\(start)\(end)".utf8), "xml_suite"),
    ("text after the root", Array("\(start)\(end)fin".utf8), "xml_suite"),
    (
      "a huge attribute",
      Array("\(open.dropLast()) a=\"\(String(repeating: "x", count: 1 << 20))\">".utf8),
      "xml_trop_gros"
    ),
    (
      "a million attributes",
      Array("<depot \(many(1_000_000) { "a\($0)=\"\" " })/>".utf8), "xml_trop_gros"
    ),
    (
      "a huge comment", Array("<!--\(String(repeating: "x", count: 1 << 20))--><p/>".utf8),
      "xml_trop_gros"
    ),
    (
      "a text above the bound",
      Array("\(start)\(String(repeating: "x", count: 65_537))\(end)".utf8),
      "texte_trop_gros"
    ),
    ("two values of an attribute", Array("<depot a=\"1\" a=\"2\"/>".utf8), "xml_mal_forme"),
    ("crossed tags", Array("\(start)</champ></valeur>".utf8), "xml_mal_forme"),
    (
      "endless new names",
      Array(
        "\(open)<extensions>\(many(200_000) { "<x:n\($0)aaaaaaaaaaaaaaaaaaaa xmlns:x=\"urn:x\"/>" })"
          .utf8),
      "xml_trop_de_noms"
    ),
    (
      "XInclude in a value",
      Array(
        "\(start)<i:include xmlns:i=\"http://www.w3.org/2001/XInclude\" href=\"/etc/passwd\"/>\(end)"
          .utf8),
      "contenu_refuse"
    ),
  ]

  @Test(arguments: cases.indices)
  func `is named for what it is`(index: Int) throws {
    let hostile = Self.cases[index]
    let read = DepositXML.read(
      hostile.bytes, schema: try DepositSample.schema(), file: "essai.xml")
    #expect(read.node == nil)
    #expect(read.findings.first?.code == hostile.code, "\(hostile.name)")
    #expect(read.findings.areBlocking)
    #expect(Set(read.findings.map(\.place.file)) == ["essai.xml"])
  }

  @Test(arguments: cases.indices.filter { cases[$0].bytes.count < 1_000 })
  func `is named the same when it comes byte after byte`(index: Int) throws {
    let hostile = Self.cases[index]
    let reading = try DepositSample.reading(hostile.bytes, piece: 1)
    let codes = reading.documentCodes + reading.codes.joined()
    #expect(codes.first == hostile.code, "\(hostile.name)")
  }

  @Test(arguments: [16, 17, 100_000])
  func `nests too deep`(depth: Int) throws {
    let inside = String(repeating: "<x:a>", count: depth - 2)
    let text = "\(Self.open)<extensions xmlns:x=\"urn:x\">\(inside)"
    let codes = try DepositSample.read(text).findings.map(\.code)
    #expect(codes == [depth == 16 ? "xml_tronque" : "xml_trop_profond"])
  }

  @Test func `holds 200 MB of text in one element, let go as it comes`() throws {
    let memory = ReadMemory()
    let reader = try DepositsXMLReader(schema: try DepositSample.schema(), file: "essai.xml") {
      memory.deposits.append($0)
    }
    let piece = Array(repeating: UInt8(ascii: "x"), count: 1 << 20)
    try Array(Self.start.utf8).withUnsafeBytes { try reader.feed($0) }
    for _ in 0..<200 { try piece.withUnsafeBytes { try reader.feed($0) } }
    try Array(Self.end.utf8).withUnsafeBytes { try reader.feed($0) }
    let report = try reader.finish()
    #expect(report.findings == [])
    #expect(
      memory.deposits.map { $0.findings.map(Seen.init) } == [
        [Seen("texte_trop_gros", line: 1, field: "s.c")]
      ])
  }

  @Test func `gives advice about dossiers, not about programmes`() throws {
    let schema = try DepositSample.schema()
    let advice = Set(
      Self.cases.flatMap { hostile in
        DepositXML.read(hostile.bytes, schema: schema, file: "essai.xml").findings
      }.map { "\($0.message) \($0.remedy)" })
    #expect(advice.filter { $0.contains("programmation") } == [])
    #expect(advice.contains { $0.contains("Donnez un fichier XML de dossier.") })
  }
}

import Exchange
import Testing
import Vocabulary

@Suite struct `A file that is no programme` {
  static let bomb = """
    <?xml version="1.0"?>
    <!DOCTYPE programmation [<!ENTITY a "rire"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
    <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>
    <programmation xmlns="urn:aap:programmation:1" version="1.0">&d;</programmation>
    """

  static let cases: [(name: String, bytes: [UInt8], code: String)] = [
    ("empty", [], "fichier_vide"),
    ("one byte", [0x3C], "xml_absent"),
    ("blank", Array("  \n".utf8), "xml_absent"),
    ("prose", Array("Bonjour à tous".utf8), "xml_absent"),
    ("JSON", Array("{\"projets\":[]}".utf8), "xml_absent"),
    ("UTF-16, little end first", utf16(mark: true, littleEnd: true), "encodage_inattendu"),
    ("UTF-16, big end first", utf16(mark: true, littleEnd: false), "encodage_inattendu"),
    ("UTF-16 without mark", utf16(mark: false, littleEnd: true), "encodage_inattendu"),
    (
      "Latin-1", Array("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><p/>".utf8),
      "encodage_inattendu"
    ),
    ("bytes that are not UTF-8", Array("<p>".utf8) + [0xE9, 0x20], "racine_inconnue"),
    ("billion laughs", Array(bomb.utf8), "doctype_refuse"),
    (
      "a file of the machine",
      Array("<!DOCTYPE p [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><p>&e;</p>".utf8),
      "doctype_refuse"
    ),
    (
      "a remote type", Array("<!DOCTYPE p SYSTEM \"http://exemple.invalid/p.dtd\"><p/>".utf8),
      "doctype_refuse"
    ),
    ("another element", Array("<p/>".utf8), "racine_inconnue"),
    (
      "an endless tag", Array(("<p a=\"" + String(repeating: "x", count: 1 << 20)).utf8),
      "xml_trop_gros"
    ),
  ]

  static func utf16(mark: Bool, littleEnd: Bool) -> [UInt8] {
    let units = (mark ? [0xFEFF] : []) + Array("<?xml version=\"1.0\"?><p/>".utf16)
    return units.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return littleEnd ? [low, high] : [high, low]
    }
  }

  @Test(arguments: cases.indices, [1, 65_536])
  func `is named for what it is`(index: Int, piece: Int) throws {
    let hostile = Self.cases[index]
    let report = try SampleProgramme.validated(hostile.bytes, piece: piece)
    #expect(report.findings.first?.code == hostile.code, "\(hostile.name)")
    #expect(report.isValid == false)
  }

  @Test(arguments: [64, 65, 100_000])
  func `nests too deep`(depth: Int) throws {
    let inside = String(repeating: "<x:a>", count: depth - 2)
    let text = try SampleProgramme.written([]).text.replacing(
      "</programmation>", with: "<extensions xmlns:x=\"urn:x\">\(inside)")
    let codes = try SampleProgramme.validated(text).findings.map(\.code)
    #expect(codes == [depth == 64 ? "xml_tronque" : "xml_trop_profond"])
  }

  @Test(arguments: [
    ("titre>Parents", "titre>\(String(repeating: "é", count: 1 << 20))", "texte_trop_gros"),
    ("cible=\"60\"", "cible=\"\(String(repeating: "x", count: 1 << 20))\"", "xml_trop_gros"),
    ("cible=\"60\"", "cible=\"\(String(repeating: "x", count: 1001))\"", "valeur_refusee"),
    ("<entete", "<!-- \(String(repeating: "x", count: 1 << 20)) --><entete", "xml_trop_gros"),
    ("titre>Parents", "titre>&inconnue;", "xml_entite"),
    ("titre>Parents", "titre>\u{01}", "xml_caractere"),
    ("</titre>", "</tytre>", "xml_mal_forme"),
    ("cible=\"60\"", "cible=\"60\" cible=\"61\"", "xml_mal_forme"),
  ])
  func `spoils one place`(right: String, wrong: String, code: String) throws {
    let text = try SampleProgramme.written([SampleProgramme.project()]).text
    let spoilt = text.replacing(right, with: wrong, maxReplacements: 1)
    #expect(spoilt != text)
    #expect(try SampleProgramme.validated(spoilt).findings.map(\.code) == [code])
  }

  @Test(arguments: [0.1, 0.5, 0.9])
  func `is cut short`(share: Double) throws {
    let text = try SampleProgramme.written([SampleProgramme.project()]).text
    let cut = String(text.prefix(Int(Double(text.count) * share)))
    let codes = try SampleProgramme.validated(cut).findings.map(\.code)
    #expect(codes == ["xml_tronque"])
  }
}

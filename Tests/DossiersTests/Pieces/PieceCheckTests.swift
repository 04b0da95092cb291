import Contract
import Dossiers
import TestKit
import Testing
import Vocabulary

@Suite struct `The check of a paper` {
  private func check(
    _ bytes: [UInt8], _ name: String, formats: String = "[pdf, txt]"
  ) throws -> PieceCheck {
    let rules = try Territory.call(pieces: "{formats: \(formats)}").pieces
    return PieceCheck(bytes, name: name, rules: rules)
  }

  @Test func `says nothing of a sound file of an admitted format`() throws {
    let sound = try check(Papers.pdf(), "statuts.pdf")
    #expect(sound.format == .pdf && sound.findings == [])
    #expect(try check(Array("a".utf8), "note").findings == [])
  }

  @Test(
    arguments: [
      ([], "rib.pdf", "piece_vide", .malformed),
      ([1, 2, 3], "rib.pdf", "piece_illisible", .malformed),
      ([0x7F, 0x45, 0x4C, 0x46], "rib.pdf", "piece_refusee", .malformed),
      (Papers.png, "rib.png", "format_non_admis", .rule),
    ] as [([UInt8], String, String, Finding.Family)])
  func `refuses, saying what and what to do`(
    bytes: [UInt8], name: String, code: String, family: Finding.Family
  ) throws {
    let refused = try check(bytes, name)
    #expect(refused.format == nil)
    #expect(refused.findings.map(\.code) == [code])
    let finding = try #require(refused.findings.first)
    #expect(finding.severity == .blocking && finding.family == family)
    #expect(finding.place.file == name && finding.source != nil && !finding.remedy.isEmpty)
  }

  @Test(
    arguments: [
      (Papers.pdf(), "statuts.docx", ["extension_trompeuse"]),
      (Papers.pdf(), "statuts.pdf.exe", ["extension_trompeuse"]),
      (Papers.pdf("<</Encrypt 5 0 R>>"), "statuts.pdf", ["pdf_protege"]),
      (Array(Papers.pdf().dropLast(6)), "statuts.PDF", ["piece_tronquee"]),
      (Papers.pdf(), "statuts", []), (Papers.pdf(), "dossier.2025/statuts", []),
    ] as [([UInt8], String, [String])])
  func `warns, and still accepts`(bytes: [UInt8], name: String, codes: [String]) throws {
    let accepted = try check(bytes, name)
    #expect(accepted.format == .pdf)
    #expect(accepted.findings.map(\.code) == codes)
    #expect(!accepted.findings.areBlocking)
  }

  @Test func `never repeats a name as it was typed`() throws {
    let findings = try check([], "/tmp/a\u{202E}b\n.pdf").findings
    #expect(findings.map(\.place.file) == ["ab.pdf"])
  }
}

import Contract
import Foundation
import Vocabulary

/// A season of sample dossiers: which call, which files, when each arrives, what becomes of it.
struct SeasonFile {
  /// One sample dossier.
  struct Entry {
    let file: SourceFile
    let depositedAt: Instant
    /// What the season says must happen: `depose`, `refuse` or `irrecevable`.
    let expected: String
    /// Codes of the blocking findings expected.
    let codes: [String]
  }

  /// Where the season stands.
  let folder: String
  let territory: String
  let call: String
  let entries: [Entry]

  /// Reads `saison.yaml` of a folder, and the dossiers it names.
  static func load(folder: String) throws -> SeasonFile {
    let name = "\(folder)/saison.yaml"
    let file = try InputFile.read(name)
    let findings = FindingList(file: name)
    do {
      let root = RecordReader(
        try YAMLSource.read(file.bytes, limits: .reference), path: "", findings: findings)
      root.allowOnly(["schema", "appel", "territoire", "note", "dossiers"])
      let season = SeasonFile(
        folder: folder, territory: root.text("territoire"), call: root.text("appel"),
        entries: try root.records("dossiers").map { try entry($0, folder: folder) })
      guard findings.findings.isEmpty else { throw Refusal(findings.findings) }
      return season
    } catch let error as UnreadableSource {
      throw Refusal([error.finding(file: name)])
    }
  }

  /// The seasons shipped with the program; the one with most dossiers first.
  static func shipped(in folder: String) throws -> [SeasonFile] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let seasons = try names.sorted().filter { name in
      FileManager.default.fileExists(atPath: "\(folder)/\(name)/saison.yaml")
    }.map { try load(folder: "\(folder)/\($0)") }
    return seasons.sorted { ($1.entries.count, $0.folder) < ($0.entries.count, $1.folder) }
  }

  private static func entry(_ record: RecordReader, folder: String) throws -> Entry {
    record.allowOnly(["fichier", "depose_le", "attendu", "constats"])
    let text = record.text("depose_le")
    guard let instant = Instant(rfc3339: text) else {
      record.wrongType("depose_le", record.node, expected: "un instant RFC 3339")
      throw Refusal(record.findings.findings)
    }
    let name = record.text("fichier")
    return Entry(
      file: try InputFile.read("\(folder)/\(name)", showing: name), depositedAt: instant,
      expected: record.text("attendu"), codes: record.texts("constats"))
  }
}

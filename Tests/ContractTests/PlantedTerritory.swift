import Contract
import Foundation
import TestKit
import Vocabulary

/// The files of a territory of the fixtures, in which errors can be planted.
struct PlantedTerritory {
  /// What planting needs: a text that stands once in the file.
  struct NotThere: Error { let text: String }

  /// Where a finding stands, and which.
  struct Spot: Hashable, CustomStringConvertible {
    let file: String
    let line: Int?
    let field: String?
    let code: String
    var description: String { "\(file):\(line ?? 0) \(field ?? "-") \(code)" }
  }

  static let callNames = ["appel.yaml", "enveloppes.yaml", "grille.yaml"]
  private var texts: [String: String] = [:]

  init(_ folder: String, call: String = "appel-2026") throws {
    for name in ReferenceFiles.names { try read("fixtures/\(folder)/\(name)", as: name) }
    for name in Self.callNames { try read("fixtures/\(folder)/\(call)/\(name)", as: name) }
  }

  private mutating func read(_ path: String, as name: String) throws {
    texts[name] = String(decoding: try ProjectRoot.data(path), as: UTF8.self)
  }

  /// Replaces the text that stands once in a file, and says on which line the new one starts.
  mutating func plant(_ new: String, for old: String, in file: String) throws -> Int {
    let text = texts[file] ?? ""
    let parts = text.components(separatedBy: old)
    guard parts.count == 2 else { throw NotThere(text: "\(file): \(old)") }
    texts[file] = parts[0] + new + parts[1]
    let start = new.prefix { $0 == "\n" }.count
    return parts[0].filter { $0 == "\n" }.count + 1 + start
  }

  private func sources(_ names: [String]) -> [SourceFile] {
    names.map { SourceFile(name: $0, bytes: Array((texts[$0] ?? "").utf8)) }
  }

  /// Every finding of the reference files, then of the call.
  func findings() throws -> [Finding] {
    guard let files = ReferenceFiles(sources(ReferenceFiles.names)) else {
      throw NotThere(text: "reference files")
    }
    let (data, findings) = files.load()
    guard let data else { return findings }
    let call = sources(Self.callNames)
    return findings
      + CallFiles(call: call[0], purses: call[1], grid: call[2])
      .load(with: data, evaluators: Territory.evaluators).findings
  }

  /// The findings reduced to their places and codes.
  func spots() throws -> [Spot] {
    try findings().map {
      Spot(file: $0.place.file ?? "", line: $0.place.line, field: $0.place.field, code: $0.code)
    }
  }
}

import Foundation
import GRDB

extension JournalAct {
  /// The same act, whose detail also seals what it brought into the base.
  ///
  /// - Parameters:
  ///   - rules: what was read from the files, as the base keeps it.
  ///   - files: the fingerprint of the files.
  /// - Returns: the act to journal.
  func sealing(rules: String, files: String) -> JournalAct {
    let start = detail.isEmpty ? "" : "\(detail) "
    return JournalAct(
      actor: actor, at: at, act: act, subject: subject,
      detail: "\(start)règles \(Fingerprint.of(rules.utf8)) fichiers \(files)")
  }
}

/// What the journal sealed of a base or of a call when it was opened.
struct OpeningSeal: Hashable {
  let rules: String
  let files: String

  /// Reads the last four words of the detail; `nil` for an act that seals nothing.
  init?(detail: String) {
    let words = detail.split(separator: " ").suffix(4).map(String.init)
    guard words.count == 4, words[0] == "règles", words[2] == "fichiers" else { return nil }
    rules = words[1]
    files = words[3]
  }
}

/// What the journal sealed of the events that one act added to a session.
struct EventSeal: Hashable {
  /// Line of the journal.
  let line: Int
  let at: String
  let actor: String
  let call: String
  let events: ClosedRange<Int>
  let digest: String

  /// Reads the last three words of the detail; `nil` for an act that seals no event.
  init?(_ row: Row) {
    let words = (row["detail"] as String).split(separator: " ").suffix(3).map(String.init)
    guard words.count == 3, words[0] == "événements" else { return nil }
    let bounds = words[1].split(separator: "-").compactMap { Int($0) }
    guard bounds.count == 2, bounds[0] <= bounds[1] else { return nil }
    line = row["sequence"]
    at = row["at"]
    actor = row["actor"]
    call = row["subject"]
    events = bounds[0]...bounds[1]
    digest = words[2]
  }
}

extension Fingerprint {
  /// The fingerprint of files with their names, in the order given.
  static func ofFiles(_ files: [KeptFile]) -> String {
    of(files.flatMap { Array("\($0.name)\n".utf8) + $0.bytes })
  }
}

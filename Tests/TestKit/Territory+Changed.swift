import Contract
import Foundation
import Vocabulary

/// A text of a call's file, which stands there once, and what takes its place.
public struct CallChange: Sendable {
  let file: String
  let old: String
  let new: String

  /// Replaces a text of `appel.yaml`.
  public static func call(_ old: String, _ new: String) -> CallChange {
    CallChange(file: "appel.yaml", old: old, new: new)
  }

  /// Replaces a text of `enveloppes.yaml`.
  public static func purses(_ old: String, _ new: String) -> CallChange {
    CallChange(file: "enveloppes.yaml", old: old, new: new)
  }
}

extension TemporaryFolder {
  /// A copy of a territory of the fixtures whose call of 2026 is changed; gives its path.
  ///
  /// - Parameters:
  ///   - name: the territory.
  ///   - changes: what is replaced, in order.
  /// - Returns: the path of the copy.
  /// - Throws: ``Territory/Unloadable`` when a text to replace does not stand once, or what copying throws.
  public func territory(_ name: String, changing changes: [CallChange]) throws -> String {
    let path = file(name)
    try FileManager.default.copyItem(atPath: ProjectRoot.url("fixtures/\(name)").path, toPath: path)
    for change in changes {
      let file = "\(path)/appel-2026/\(change.file)"
      let parts = try String(contentsOfFile: file, encoding: .utf8)
        .components(separatedBy: change.old)
      guard parts.count == 2 else { throw Territory.Unloadable(reasons: [change.old]) }
      try Data(parts.joined(separator: change.new).utf8).write(to: URL(filePath: file))
    }
    return path
  }
}

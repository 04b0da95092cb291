public import Contract
import Foundation
import Vocabulary

extension Territory {
  /// The call of 2016 of the first territory with other rules for its papers: what stands under `pieces`, in
  /// braces on one line, or as lines.
  public static func call(pieces: String) throws -> Call {
    let folder = "fixtures/lens-lievin/appel-2016"
    let text = String(decoding: try source("\(folder)/appel.yaml").bytes, as: UTF8.self)
    let lines = text.split(separator: "\n").prefix { $0 != "pieces:" } + ["pieces: \(pieces)"]
    let files = CallFiles(
      call: SourceFile(name: "appel.yaml", bytes: Array(lines.joined(separator: "\n").utf8)),
      purses: try source("\(folder)/enveloppes.yaml"), grid: try source("\(folder)/grille.yaml"))
    let (call, findings) = files.load(with: try lensLievin.reference, evaluators: evaluators)
    guard let call, findings.isEmpty else { throw Unloadable(reasons: findings.map(\.message)) }
    return call
  }
}

extension TemporaryFolder {
  /// A copy of a territory of the fixtures whose calls have other rules for their papers; gives its path.
  ///
  /// - Parameters:
  ///   - name: the territory.
  ///   - pieces: what stands under `pieces` in every call, in braces on one line.
  /// - Returns: the path of the copy.
  /// - Throws: what copying or reading throws.
  public func territory(_ name: String, pieces: String) throws -> String {
    let path = file(name)
    try FileManager.default.copyItem(atPath: ProjectRoot.url("fixtures/\(name)").path, toPath: path)
    for folder in try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    where folder.hasPrefix("appel-") {
      let call = "\(path)/\(folder)/appel.yaml"
      let lines = try String(contentsOfFile: call, encoding: .utf8).split(separator: "\n")
        .prefix { $0 != "pieces:" }
      try Data((lines + ["pieces: \(pieces)", ""]).joined(separator: "\n").utf8)
        .write(to: URL(filePath: call))
    }
    return path
  }

  /// Writes bytes in a file of the folder, and gives its path.
  @discardableResult
  public func write(_ bytes: [UInt8], to name: String) throws -> String {
    try Data(bytes).write(to: URL(filePath: file(name)))
    return file(name)
  }
}

extension TemporaryFolder {
  /// A copy of a territory whose calls give associations and communes the first editions of their
  /// forms, short enough for tests to name their questions by number.
  ///
  /// - Returns: the path of the copy.
  public func territoryWithFirstForms(_ name: String) throws -> String {
    let path = try territory(name, pieces: "{}")
    for folder in try FileManager.default.contentsOfDirectory(atPath: path)
    where folder.hasPrefix("appel-") {
      let call = "\(path)/\(folder)/appel.yaml"
      let text = try String(contentsOfFile: call, encoding: .utf8)
        .replacing("association-2", with: "association-1").replacing("commune-2", with: "commune-1")
      try Data(text.utf8).write(to: URL(filePath: call))
    }
    return path
  }
}

import Foundation

/// The folder of a demonstration: made by us and marked so, or refused.
struct DemoFolder {
  /// Present in every folder that a demonstration made.
  private static let mark = ".aap-demo"

  let path: String

  /// Makes the folder, or empties one that an earlier demonstration made.
  ///
  /// - Throws: ``DeskError/cannotCreate(path:reason:)`` for a folder that holds something else.
  static func prepare(_ path: String) throws -> DemoFolder {
    let manager = FileManager.default
    var isFolder: ObjCBool = false
    if manager.fileExists(atPath: path, isDirectory: &isFolder) {
      let content = (try? manager.contentsOfDirectory(atPath: path)) ?? []
      let isOurs = content.contains(mark)
      guard isFolder.boolValue, content.isEmpty || isOurs else {
        throw DeskError.cannotCreate(
          path: path,
          reason: "ce dossier contient autre chose qu’une démonstration ; choisissez-en un autre "
            + "avec --dossier-sortie")
      }
      for name in content where isOurs { try? manager.removeItem(atPath: "\(path)/\(name)") }
    } else {
      do {
        try manager.createDirectory(atPath: path, withIntermediateDirectories: true)
      } catch {
        throw DeskError.cannotCreate(path: path, reason: "le dossier parent est absent ou protégé")
      }
    }
    guard manager.createFile(atPath: "\(path)/\(mark)", contents: nil) else {
      throw DeskError.cannotCreate(path: path, reason: "le dossier est protégé")
    }
    return DemoFolder(path: path)
  }

  /// Writes one file of the demonstration.
  func write(_ text: String, to name: String) throws {
    try OutputFile.write(text, to: "\(path)/\(name)")
  }
}

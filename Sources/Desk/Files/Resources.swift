import Contract
import Foundation
import Vocabulary

/// The files shipped beside the program: `templates/` and `schemas/`.
public struct Resources: Sendable {
  /// The folder that holds both.
  public let root: String

  /// Looks for the resources: `AAP_RESSOURCES`, then `../share/aap` beside the executable, then the
  /// nearest ancestor of the executable that holds both folders.
  ///
  /// - Throws: ``DeskError/resourcesMissing(tried:)``.
  public static func locate(environment: [String: String], executable: String) throws -> Resources {
    var tried: [String] = []
    if let folder = environment["AAP_RESSOURCES"] {
      if holdsBoth(folder) { return Resources(root: folder) }
      tried.append(folder)
    }
    let program = URL(fileURLWithPath: executable).resolvingSymlinksInPath()
    var folder = program.deletingLastPathComponent()
    let shared = folder.deletingLastPathComponent().appendingPathComponent("share/aap").path
    if holdsBoth(shared) { return Resources(root: shared) }
    tried.append(shared)
    let start = folder.path
    while folder.path != "/" {
      if holdsBoth(folder.path) { return Resources(root: folder.path) }
      folder.deleteLastPathComponent()
    }
    tried.append("\(start) et ses dossiers parents")
    throw DeskError.resourcesMissing(tried: tried)
  }

  /// Uses a folder known to hold both.
  public init(root: String) { self.root = root }

  private static func holdsBoth(_ folder: String) -> Bool {
    ["templates", "schemas"].allSatisfy { name in
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(
        atPath: "\(folder)/\(name)", isDirectory: &isFolder)
      return exists && isFolder.boolValue
    }
  }

  /// A shipped file, by its path under the root.
  func file(_ path: String) throws -> SourceFile {
    try InputFile.read("\(root)/\(path)", showing: path, limit: 16 << 20)
  }
}

import Foundation

/// A file written beside its final name, and given that name only once complete.
final class OutputFile {
  private let path: String
  private let temporaryPath: String
  private let handle: FileHandle
  private var isDone = false

  /// Starts writing; the folder must exist.
  init(_ path: String) throws {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw DeskError.cannotCreate(path: path, reason: "c’est un dossier")
    }
    self.path = path
    temporaryPath = "\(path).en-cours-\(ProcessInfo.processInfo.processIdentifier)"
    guard FileManager.default.createFile(atPath: temporaryPath, contents: nil),
      let handle = FileHandle(forWritingAtPath: temporaryPath)
    else {
      throw DeskError.cannotCreate(path: path, reason: "le dossier est absent ou protégé")
    }
    self.handle = handle
  }

  deinit {
    if !isDone {
      try? handle.close()
      try? FileManager.default.removeItem(atPath: temporaryPath)
    }
  }

  /// Appends bytes.
  func write(_ bytes: some Sequence<UInt8>) throws {
    do {
      try handle.write(contentsOf: Data(bytes))
    } catch {
      throw DeskError.inputOutput(path: path, reason: error.localizedDescription)
    }
  }

  /// Forces everything to the disk, then gives the file its name.
  func finish() throws {
    do {
      try handle.synchronize()
      try handle.close()
    } catch {
      throw DeskError.inputOutput(path: path, reason: error.localizedDescription)
    }
    guard rename(temporaryPath, path) == 0 else {
      throw DeskError.cannotCreate(path: path, reason: String(cString: strerror(errno)))
    }
    isDone = true
  }

  /// Writes a whole file at once.
  static func write(_ text: String, to path: String) throws {
    let file = try OutputFile(path)
    try file.write(text.utf8)
    try file.finish()
  }
}

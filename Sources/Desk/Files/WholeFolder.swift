import Foundation

/// A folder written beside its final name, and given that name only once complete.
///
/// A folder that we made before is replaced whole; one that holds anything else is never touched. Files
/// are not forced to the disk one by one: there are hundreds, and the base makes them again at will.
final class WholeFolder {
  /// As the person named it.
  private let path: String
  private let destination: String
  private let temporaryPath: String
  /// Present in every folder that we made: the names of the files it held then.
  private let mark: String
  private var names: [String] = []
  private var folders: Set<String> = [""]
  private var isOpen = true

  /// Starts writing; the parent folder must exist.
  ///
  /// - Parameters:
  ///   - path: the name to give to the folder.
  ///   - mark: the name of the file that tells a folder we made from any other.
  /// - Throws: ``DeskError/cannotCreate(path:reason:)``.
  init(_ path: String, mark: String) throws {
    let process = ProcessInfo.processInfo.processIdentifier
    self.path = path
    self.mark = mark
    destination = try Self.destination(of: path)
    temporaryPath = "\(destination).en-cours-\(process)"
    try Self.requireReplaceable(path, destination, mark: mark)
    try? FileManager.default.removeItem(atPath: temporaryPath)
    guard mkdir(temporaryPath, 0o777) == 0 else {
      throw DeskError.cannotCreate(path: path, reason: SystemFault.french(errno))
    }
  }

  deinit {
    if isOpen { try? FileManager.default.removeItem(atPath: temporaryPath) }
  }

  /// How many files it holds.
  var count: Int { names.count }

  /// Writes a file of the folder.
  ///
  /// - Parameters:
  ///   - text: its content.
  ///   - name: its path in the folder.
  /// - Throws: ``DeskError``.
  func write(_ text: String, to name: String) throws {
    try makeFolder(of: name)
    try put(text, in: name)
    names.append(name)
  }

  /// Gives the folder its name, in the place of the one we made before.
  func finish() throws {
    try put(names.sorted().map { "\($0)\n" }.joined(), in: mark)
    try Self.requireReplaceable(path, destination, mark: mark)
    let former = "\(destination).ancien-\(ProcessInfo.processInfo.processIdentifier)"
    let isReplacing = FileManager.default.fileExists(atPath: destination)
    if isReplacing, rename(destination, former) != 0 {
      throw DeskError.cannotCreate(path: path, reason: SystemFault.french(errno))
    }
    guard rename(temporaryPath, destination) == 0 else {
      let reason = SystemFault.french(errno)
      if isReplacing { _ = rename(former, destination) }
      throw DeskError.cannotCreate(path: path, reason: reason)
    }
    isOpen = false
    if isReplacing { try? FileManager.default.removeItem(atPath: former) }
  }

  private func makeFolder(of name: String) throws {
    let folder = name.split(separator: "/").dropLast().joined(separator: "/")
    guard folders.insert(folder).inserted else { return }
    do {
      try FileManager.default.createDirectory(
        atPath: "\(temporaryPath)/\(folder)", withIntermediateDirectories: true)
    } catch {
      throw DeskError.inputOutput(path: path, reason: SystemFault.french(errno))
    }
  }

  private func put(_ text: String, in name: String) throws {
    let isWritten = FileManager.default.createFile(
      atPath: "\(temporaryPath)/\(name)", contents: Data(text.utf8))
    guard isWritten else {
      throw DeskError.inputOutput(path: path, reason: SystemFault.french(errno))
    }
  }

  /// The folder that a name leads to, links followed when it is there.
  private static func destination(of path: String) throws -> String {
    var name = path
    while name.count > 1, name.hasSuffix("/") { name.removeLast() }
    guard !name.isEmpty, name != "-", name != "/", name != ".", name != ".." else {
      throw DeskError.cannotCreate(path: path, reason: "donnez le nom d’un dossier à créer")
    }
    let exists = FileManager.default.fileExists(atPath: name)
    return exists ? URL(filePath: name).resolvingSymlinksInPath().path : name
  }

  /// Refuses a folder that holds anything that we did not put there.
  private static func requireReplaceable(
    _ path: String, _ destination: String, mark: String
  ) throws {
    let manager = FileManager.default
    var isFolder: ObjCBool = false
    guard manager.fileExists(atPath: destination, isDirectory: &isFolder) else { return }
    guard isFolder.boolValue else {
      throw DeskError.cannotCreate(path: path, reason: "ce nom est celui d’un fichier")
    }
    let held = files(in: destination)
    let listed = manager.contents(atPath: "\(destination)/\(mark)").map {
      Set(String(decoding: $0, as: UTF8.self).split(separator: "\n").map(String.init))
    }
    let foreign = held.filter { $0 != mark && !(listed?.contains($0) ?? false) }
    guard let first = foreign.min() else { return }
    throw DeskError.cannotCreate(
      path: path,
      reason: "ce dossier contient « \(first) », que cette commande n’y a pas mis ; "
        + "choisissez-en un autre, ou déplacez ce fichier")
  }

  /// The paths of the files in a folder, from it.
  private static func files(in folder: String) -> [String] {
    let manager = FileManager.default
    return (manager.subpaths(atPath: folder) ?? []).filter { name in
      var isFolder: ObjCBool = false
      _ = manager.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder)
      return !isFolder.boolValue
    }
  }
}

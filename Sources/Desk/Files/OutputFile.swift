import Foundation

/// A file written beside its final name, and given that name only once complete.
final class OutputFile {
  /// As the person named it.
  private let path: String
  private let destination: String
  private let temporaryPath: String
  private let descriptor: Int32
  private let replaces: Bool
  private var isOpen = true

  /// Starts writing; the folder must exist.
  ///
  /// - Parameters:
  ///   - path: the name to give to the file.
  ///   - replaces: take the place of a file of that name; otherwise such a file is never touched.
  /// - Throws: ``DeskError/cannotCreate(path:reason:)``, notably when the name is that of anything but
  ///   an ordinary file.
  init(_ path: String, replaces: Bool = true) throws {
    self.path = path
    self.replaces = replaces
    destination = try OutputName.destination(of: path)
    if !replaces { try OutputName.requireFree(path) }
    temporaryPath = "\(destination).en-cours-\(ProcessInfo.processInfo.processIdentifier)"
    descriptor = open(
      temporaryPath, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, mode_t(0o666))
    guard descriptor >= 0 else {
      throw DeskError.cannotCreate(path: path, reason: SystemFault.french(errno))
    }
  }

  deinit {
    guard isOpen else { return }
    close(descriptor)
    unlink(temporaryPath)
  }

  /// Appends bytes.
  func write(_ bytes: some Sequence<UInt8>) throws {
    try Array(bytes).withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = Foundation.write(
          descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { throw failure() }
        rest = rest.dropFirst(count)
      }
    }
  }

  /// Forces everything to the disk, then gives the file its name.
  func finish() throws {
    guard fsync(descriptor) == 0 else { throw failure() }
    guard try replaces || !linked() else { return try finishClosing() }
    guard rename(temporaryPath, destination) == 0 else {
      throw DeskError.cannotCreate(path: path, reason: SystemFault.french(errno))
    }
    try finishClosing()
  }

  /// Gives the file a second name, which fails when that name is taken; `false` where disks know no links.
  private func linked() throws -> Bool {
    if link(temporaryPath, destination) == 0 {
      unlink(temporaryPath)
      return true
    }
    guard [EPERM, ENOTSUP, ENOSYS].contains(errno) else {
      throw DeskError.cannotCreate(path: path, reason: SystemFault.french(errno))
    }
    try OutputName.requireFree(path)
    return false
  }

  private func finishClosing() throws {
    isOpen = false
    guard close(descriptor) == 0 else { throw failure() }
  }

  private func failure() -> DeskError {
    DeskError.inputOutput(path: path, reason: SystemFault.french(errno))
  }

  /// Writes a whole file at once.
  static func write(_ text: String, to path: String) throws {
    let file = try OutputFile(path)
    try file.write(text.utf8)
    try file.finish()
  }
}

/// Where a file that someone names really goes.
enum OutputName {
  /// More links than this and the system itself gives up.
  private static let mostLinks = 40

  /// The ordinary file that a name leads to, there or not, links followed.
  ///
  /// - Throws: ``DeskError/cannotCreate(path:reason:)`` for an empty name, standard output, or anything
  ///   that a file must never replace.
  static func destination(of path: String) throws -> String {
    if path.isEmpty { throw refusal(path, "ce nom de fichier est vide") }
    if path == "-" {
      throw refusal(
        path, "ce fichier ne prend son nom qu’une fois complet ; donnez un nom de fichier")
    }
    var destination = path
    for _ in 0..<mostLinks {
      var status = stat()
      guard lstat(destination, &status) == 0 else {
        if errno == ENOENT { return destination }
        throw refusal(path, SystemFault.french(errno))
      }
      switch status.st_mode & S_IFMT {
      case S_IFREG: return destination
      case S_IFLNK: destination = try target(of: destination)
      case let kind: throw refusal(path, name(of: kind))
      }
    }
    throw refusal(path, SystemFault.french(ELOOP))
  }

  /// Refuses a name that something already bears, be it a link that leads nowhere.
  static func requireFree(_ path: String) throws {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    throw refusal(path, SystemFault.french(EEXIST))
  }

  private static func target(of link: String) throws -> String {
    guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: link) else {
      throw refusal(link, "ce lien est illisible")
    }
    if target.hasPrefix("/") { return target }
    guard let slash = link.lastIndex(of: "/") else { return target }
    return String(link[...slash]) + target
  }

  private static func name(of kind: mode_t) -> String {
    switch kind {
    case S_IFDIR: "c’est un dossier"
    case S_IFIFO: "c’est un tube nommé, pas un fichier ordinaire"
    case S_IFSOCK: "c’est une prise de communication, pas un fichier ordinaire"
    default: "c’est un périphérique, pas un fichier ordinaire"
    }
  }

  private static func refusal(_ path: String, _ reason: String) -> DeskError {
    DeskError.cannotCreate(path: path, reason: reason)
  }
}

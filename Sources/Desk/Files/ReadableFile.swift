import Foundation
import Vocabulary

/// A file open for reading, whose errors are said in French.
final class ReadableFile {
  static let pieceSize = 256 << 10

  private let path: String
  private let descriptor: Int32
  /// In bytes, as the system tells it when the file is opened; nothing sure for pipes and devices.
  let size: Int

  /// Opens a file, a pipe or a device; never a folder.
  ///
  /// - Parameters:
  ///   - path: where it is.
  ///   - onlyOrdinary: refuse pipes and devices too, without waiting for whoever writes in them.
  /// - Throws: ``DeskError/inputMissing(path:)``, ``DeskError/inputOutput(path:reason:)``, or a ``Refusal``
  ///   for what is not an ordinary file.
  init(_ path: String, onlyOrdinary: Bool = false) throws {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC | (onlyOrdinary ? O_NONBLOCK : 0))
    guard descriptor >= 0 else {
      if [ENOENT, ENOTDIR, EACCES, EPERM].contains(errno) {
        throw DeskError.inputMissing(path: path)
      }
      throw DeskError.inputOutput(path: path, reason: SystemFault.french(errno))
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      close(descriptor)
      throw DeskError.inputMissing(path: path)
    }
    size = Int(status.st_size)
    guard !onlyOrdinary || status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw Self.notOrdinary(path)
    }
  }

  private static func notOrdinary(_ path: String) -> Refusal {
    Refusal([
      Finding(
        code: "fichier_non_ordinaire", family: .malformed, place: Finding.Place(file: path),
        message: "Ce n’est pas un fichier ordinaire, mais un tube ou un périphérique.",
        remedy: "Enregistrez d’abord son contenu dans un fichier.")
    ])
  }

  deinit { close(descriptor) }

  /// Appends the next bytes, at most this many; `false` at the end.
  func append(to bytes: inout [UInt8], atMost most: Int) throws -> Bool {
    let piece = try [UInt8](unsafeUninitializedCapacity: min(most, Self.pieceSize)) {
      buffer, count in
      count = try next(into: UnsafeMutableRawBufferPointer(buffer))
    }
    bytes += piece
    return !piece.isEmpty
  }

  private func next(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while true {
      let count = read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      guard errno == EINTR else {
        throw DeskError.inputOutput(path: path, reason: SystemFault.french(errno))
      }
    }
  }
}

import Foundation

/// A file open for reading, whose errors are said in French.
final class ReadableFile {
  static let pieceSize = 256 << 10

  private let path: String
  private let descriptor: Int32

  /// Opens a file, a pipe or a device; never a folder.
  ///
  /// - Throws: ``DeskError/inputMissing(path:)`` or ``DeskError/inputOutput(path:reason:)``.
  init(_ path: String) throws {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
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

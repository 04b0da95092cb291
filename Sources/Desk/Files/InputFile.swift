public import Contract
import Foundation
import Vocabulary

/// Reads files that people name, within a limit.
public enum InputFile {
  /// Largest file a person may give to be read in memory: 8 MiB.
  public static let limit = 8 << 20

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: where it is.
  ///   - name: how to call it in messages; the path by default.
  ///   - limit: largest size read, in bytes.
  /// - Returns: its name and bytes.
  /// - Throws: ``DeskError/inputMissing(path:)``, or a ``Refusal`` when it is too large.
  public static func read(
    _ path: String, showing name: String? = nil, limit: Int = Self.limit
  ) throws -> SourceFile {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
      !isFolder.boolValue, let handle = FileHandle(forReadingAtPath: path)
    else { throw DeskError.inputMissing(path: path) }
    defer { try? handle.close() }
    // One byte more than the limit tells a large file from one that fits, without reading it all.
    guard let data = try? handle.read(upToCount: limit + 1) else {
      if let size = try? handle.seekToEnd(), size == 0 {
        return SourceFile(name: name ?? path, bytes: [])
      }
      throw DeskError.inputOutput(path: path, reason: "lecture interrompue")
    }
    guard data.count <= limit else {
      throw Refusal([
        Finding(
          code: "fichier_trop_gros", family: .malformed,
          place: Finding.Place(file: name ?? path),
          message: "Le fichier dépasse \(limit >> 20) Mio, la limite de lecture.",
          remedy: "Vérifiez que c’est le bon fichier.")
      ])
    }
    return SourceFile(name: name ?? path, bytes: Array(data))
  }
}

extension InputFile {
  /// Gives a file piece by piece, without holding it; stops when the body answers `false`.
  static func stream(_ path: String, _ body: (UnsafeRawBufferPointer) throws -> Bool) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
      !isFolder.boolValue, let handle = FileHandle(forReadingAtPath: path)
    else { throw DeskError.inputMissing(path: path) }
    defer { try? handle.close() }
    var goesOn = true
    while goesOn {
      let piece: Data?
      do {
        piece = try handle.read(upToCount: 256 << 10)
      } catch {
        throw DeskError.inputOutput(path: path, reason: error.localizedDescription)
      }
      guard let piece, !piece.isEmpty else { return }
      goesOn = try piece.withUnsafeBytes(body)
    }
  }
}

extension InputFile {
  /// Gives the lines of a file one by one with their number; blank lines are passed over.
  static func lines(of path: String, _ body: ([UInt8], Int) throws -> Void) throws {
    var pending: [UInt8] = []
    var number = 0
    func take(_ line: ArraySlice<UInt8>) throws {
      number += 1
      let isBlank = line.allSatisfy { $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }
      if !isBlank { try body(Array(line.last == 0x0D ? line.dropLast() : line), number) }
    }
    try stream(path) { piece in
      pending += piece
      var start = pending.startIndex
      while let end = pending[start...].firstIndex(of: 0x0A) {
        try take(pending[start..<end])
        start = end + 1
      }
      pending.removeSubrange(..<start)
      guard pending.count <= limit else {
        throw Refusal([
          Finding(
            code: "fichier_trop_gros", family: .malformed,
            place: Finding.Place(file: path, line: number + 1),
            message: "Une ligne dépasse \(limit >> 20) Mio, la limite de lecture.",
            remedy: "Un fichier .jsonl contient un dossier par ligne.")
        ])
      }
      return true
    }
    if !pending.isEmpty { try take(pending[...]) }
  }
}

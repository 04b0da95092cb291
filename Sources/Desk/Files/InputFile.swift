public import Contract
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
  /// - Throws: ``DeskError/inputMissing(path:)``, ``DeskError/inputOutput(path:reason:)``, or a ``Refusal`` when it is too large.
  public static func read(
    _ path: String, showing name: String? = nil, limit: Int = Self.limit
  ) throws -> SourceFile {
    let file = try ReadableFile(path)
    // One byte more than the limit tells a large file from one that fits, without reading it all.
    var bytes: [UInt8] = []
    while bytes.count <= limit, try file.append(to: &bytes, atMost: limit + 1 - bytes.count) {}
    guard bytes.count <= limit else {
      throw Refusal([
        Finding(
          code: "fichier_trop_gros", family: .malformed,
          place: Finding.Place(file: name ?? path),
          message: "Le fichier dépasse \(limit >> 20) Mio, la limite de lecture.",
          remedy: "Vérifiez que c’est le bon fichier.", source: .dossierFormat)
      ])
    }
    return SourceFile(name: name ?? path, bytes: bytes)
  }
}

extension InputFile {
  /// Gives a file piece by piece, without holding it; stops when the body answers `false`.
  static func stream(_ path: String, _ body: (UnsafeRawBufferPointer) throws -> Bool) throws {
    let file = try ReadableFile(path)
    var piece: [UInt8] = []
    while try file.append(to: &piece, atMost: ReadableFile.pieceSize) {
      guard try piece.withUnsafeBytes(body) else { return }
      piece.removeAll(keepingCapacity: true)
    }
  }
}

extension InputFile {
  /// Gives the lines of a file one by one with their number; blank lines are passed over.
  ///
  /// A line beyond ``limit`` is given as `nil`, and what follows it is read.
  static func lines(of path: String, _ body: ([UInt8]?, Int) throws -> Void) throws {
    var pending: [UInt8] = []
    var number = 0
    var isTooLong = false
    func take(_ line: ArraySlice<UInt8>) throws {
      number += 1
      defer { isTooLong = false }
      if isTooLong { return try body(nil, number) }
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
      if pending.count > limit {
        isTooLong = true
        pending.removeAll()
      }
      return true
    }
    if !pending.isEmpty || isTooLong { try take(pending[...]) }
  }

  /// Why a line of a file of many dossiers is not read.
  static func tooLongLine(_ name: String) -> Finding {
    Finding(
      code: "fichier_trop_gros", family: .malformed, place: Finding.Place(file: name),
      message: "Cette ligne dépasse \(limit >> 20) Mio, la limite de lecture.",
      remedy: "Un fichier .jsonl contient un dossier par ligne.", source: .dossierFormat)
  }
}

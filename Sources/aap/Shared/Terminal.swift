import Desk
import Foundation

/// The terminal, or the pipe in its place: lines in, words out.
enum Terminal {
  /// What a dialogue talks to; one for each run, since it reads ahead.
  static func console() -> Console {
    let lines = LineReader(descriptor: STDIN_FILENO)
    return Console(
      read: { try lines.next() }, say: { Output.say($0) },
      give: { Output.result($0, done: $1) })
  }
}

/// Reads a descriptor line by line, without ever cutting a line in silence.
private final class LineReader {
  /// What Linux passes on of a line typed on a terminal: the rest is lost (termios(3), canonical mode).
  private static let longestTyped = 4_095
  /// Longest line read from a pipe, in bytes.
  private static let longestPiped = 1 << 20

  private let descriptor: Int32
  private let longest: Int
  private var pending: [UInt8] = []
  private var isAtEnd = false

  init(descriptor: Int32) {
    self.descriptor = descriptor
    longest = isatty(descriptor) == 1 ? Self.longestTyped - 1 : Self.longestPiped
  }

  /// The next line without its end; `nil` when the input is over.
  func next() throws -> TypedLine? {
    var line: [UInt8] = []
    var isCut = false
    while true {
      if let end = pending.firstIndex(of: 0x0A) {
        line += pending[..<end]
        pending.removeSubrange(...end)
        return Self.typed(line, isCut: isCut || line.count > longest)
      }
      line += pending
      pending = []
      if line.count > longest {
        isCut = true
        line = []
      }
      guard try fill() else {
        return line.isEmpty && !isCut ? nil : Self.typed(line, isCut: isCut)
      }
    }
  }

  private static func typed(_ bytes: [UInt8], isCut: Bool) -> TypedLine {
    guard !isCut else { return .tooLong }
    let line = bytes.last == 0x0D ? bytes.dropLast() : bytes[...]
    return String(validating: line, as: UTF8.self).map { .text($0) } ?? .unreadable
  }

  /// Reads some more; `false` at the end of the input, or when the terminal is gone.
  private func fill() throws -> Bool {
    guard !isAtEnd else { return false }
    var piece = [UInt8](repeating: 0, count: 4_096)
    while true {
      let count = read(descriptor, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 || errno == EIO else {
        throw DeskError.inputOutput(path: "entrée standard", reason: SystemFault.french(errno))
      }
      isAtEnd = count <= 0
      pending += piece.prefix(max(0, count))
      return !isAtEnd
    }
  }
}

import Desk
import Foundation

/// The two streams: results on standard output, messages and progress on standard error.
enum Output {
  /// What a shell reports of a writer whose reader left.
  private static let readerLeft: Int32 = 141

  /// Whether the command line asks for JSON, wherever the option stands.
  static let wantsJSON: Bool = {
    let arguments = CommandLine.arguments
    if arguments.contains("--format=json") { return true }
    guard let index = arguments.firstIndex(of: "--format") else { return false }
    return arguments.indices.contains(index + 1) && arguments[index + 1] == "json"
  }()

  /// Writes a result, exactly as given; it is out before anything else happens.
  ///
  /// When standard output refuses it, the program ends: quietly if its reader left, else with 74.
  ///
  /// - Parameters:
  ///   - text: the result.
  ///   - done: what was done all the same, for whoever will not read the result.
  static func result(_ text: String, done: String? = nil) {
    let fault = write(text, to: STDOUT_FILENO)
    guard fault != 0 else { return }
    refuseResult(fault, done: done)
  }

  /// Writes a result that is only made now, once something was done.
  ///
  /// - Throws: what making it throws, after having said what was done.
  static func result(done: String, _ make: () throws -> String) throws {
    let text: String
    do {
      text = try make()
    } catch {
      message(done)
      throw error
    }
    result(text, done: done)
  }

  private static func refuseResult(_ fault: Int32, done: String? = nil) -> Never {
    guard fault != EPIPE else { exit(readerLeft) }
    message(
      "aap : écriture impossible sur la sortie standard : \(SystemFault.french(fault))."
        + (done.map { " \($0)" } ?? ""))
    exit(74)
  }

  /// Writes a result made of bytes, exactly as given.
  static func result(_ bytes: [UInt8]) {
    let fault = bytes.withUnsafeBytes { write($0, to: STDOUT_FILENO) }
    guard fault != 0 else { return }
    refuseResult(fault)
  }

  /// Whether standard output is someone's screen.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Writes a line for the person at the terminal.
  static func message(_ text: String) {
    // Whoever closed the stream does not want to be told.
    _ = write(text + "\n", to: STDERR_FILENO)
  }

  /// Says part of a dialogue, exactly as given; the program ends quietly when nobody is there any more.
  static func say(_ text: String) {
    guard write(text, to: STDERR_FILENO) == 0 else { exit(readerLeft) }
  }

  /// Writes everything; the error number of the system, or zero.
  private static func write(_ text: String, to descriptor: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { write(UnsafeRawBufferPointer($0), to: descriptor) }
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = UnsafeRawBufferPointer(rebasing: rest)
      let count = Foundation.write(descriptor, piece.baseAddress, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return errno }
      rest = rest.dropFirst(count)
    }
    return 0
  }
}

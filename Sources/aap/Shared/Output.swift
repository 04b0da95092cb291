import Foundation

/// The two streams: results on standard output, messages and progress on standard error.
enum Output {
  /// Whether the command line asks for JSON, wherever the option stands.
  static let wantsJSON: Bool = {
    let arguments = CommandLine.arguments
    if arguments.contains("--format=json") { return true }
    guard let index = arguments.firstIndex(of: "--format") else { return false }
    return arguments.indices.contains(index + 1) && arguments[index + 1] == "json"
  }()

  /// Writes a result, exactly as given.
  static func result(_ text: String) { print(text, terminator: "") }

  /// Writes a result that must be out before anything else happens: the acknowledgement of an act.
  static func acknowledge(_ text: String) {
    result(text)
    fflush(nil)
  }

  /// Writes a line for the person at the terminal.
  static func message(_ text: String) {
    // Whoever closed the stream does not want to be told.
    try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
  }
}

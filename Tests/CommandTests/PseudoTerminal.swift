import Foundation
import TestKit
import Testing

/// The program talking to a terminal of eighty columns, whose echo is off so that only its own words are
/// read (pty(7)).
final class PseudoTerminal {
  /// What the terminal cannot do.
  struct Unusable: Error { let step: String }

  private let master: Int32
  private let process = Process()
  private let folder: TemporaryFolder
  private var unread: [UInt8] = []
  /// Everything the program has said.
  private(set) var said = ""

  init(_ arguments: [String], environment: [String: String]) throws {
    folder = try TemporaryFolder()
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    guard master >= 0 else { throw Unusable(step: "opening") }
    let slave = try Self.otherEnd(of: master)
    try Self.prepare(slave)
    let terminal = FileHandle(fileDescriptor: slave, closeOnDealloc: true)
    process.executableURL = Program.executable
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    process.standardInput = terminal
    process.standardError = terminal
    process.standardOutput = try Self.handle(folder.write("", to: "sortie"))
    try process.run()
    try terminal.close()
  }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    close(master)
  }

  private static func handle(_ path: String) throws -> FileHandle {
    try #require(FileHandle(forWritingAtPath: path))
  }

  /// The end that the program sees; Glibc hides from Swift the functions that find it.
  private static func otherEnd(of master: Int32) throws -> Int32 {
    var number: Int32 = 0
    var isLocked: Int32 = 0
    guard ioctl(master, UInt(numberRequest), &number) == 0,
      ioctl(master, UInt(lockRequest), &isLocked) == 0
    else { throw Unusable(step: "unlocking") }
    let slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    guard slave >= 0 else { throw Unusable(step: "other end") }
    return slave
  }

  /// Requests of `ioctl_tty(2)` that are macros with a size, which Swift does not see.
  private static let numberRequest: UInt32 = 0x8004_5430
  private static let lockRequest: UInt32 = 0x4004_5431

  private static func prepare(_ slave: Int32) throws {
    var settings = termios()
    guard tcgetattr(slave, &settings) == 0 else { throw Unusable(step: "settings") }
    settings.c_lflag &= ~tcflag_t(ECHO)
    settings.c_oflag &= ~tcflag_t(ONLCR)
    settings.c_iflag |= tcflag_t(IUTF8)
    var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    guard tcsetattr(slave, TCSANOW, &settings) == 0,
      ioctl(slave, UInt(TIOCSWINSZ), &size) == 0
    else { throw Unusable(step: "size") }
  }

  /// What went to the standard output.
  var output: String {
    String(
      decoding: FileManager.default.contents(atPath: folder.file("sortie")) ?? Data(), as: UTF8.self
    )
  }

  /// Types a line.
  func type(_ line: String) {
    let bytes = Array("\(line)\n".utf8)
    _ = write(master, bytes, bytes.count)
  }

  /// Waits for the next cue and gives what was said since the last; `nil` when the program ends first.
  func nextCue(within seconds: Int = 20) throws -> String? {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < deadline {
      let text = String(decoding: unread, as: UTF8.self)
      let last = text.hasSuffix("\n") ? text.dropLast().split(separator: "\n").last : nil
      if let last, last.hasSuffix(":"), last.hasPrefix("Votre ") || last.hasPrefix("Ligne ") {
        unread = []
        said += text
        return text
      }
      guard try fill(within: 100) else { return nil }
    }
    throw Unusable(step: "no cue in \(seconds) s after: \(said.suffix(300))")
  }

  /// Reads what there is; `false` once the program has left.
  private func fill(within milliseconds: Int32) throws -> Bool {
    var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, milliseconds) > 0 else { return true }
    var piece = [UInt8](repeating: 0, count: 8_192)
    let count = read(master, &piece, piece.count)
    guard count > 0 else { return false }
    unread += piece.prefix(count)
    return true
  }

  /// Kills the program at once, as a power cut would.
  func cut() {
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Waits for the program's own end.
  func finish() throws -> Int32 {
    while try fill(within: 100) {}
    said += String(decoding: unread, as: UTF8.self)
    process.waitUntilExit()
    return process.terminationStatus
  }
}

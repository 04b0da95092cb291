import Foundation
import TestKit
import Testing

/// The program as built beside these tests, run as people run it.
enum Program {
  /// What a run left.
  struct Outcome: Sendable {
    let code: Int32
    let output: String
    let messages: String
    /// Whether a signal ended it, rather than itself.
    let wasKilled: Bool

    /// The standard output read as JSON.
    func json() throws -> Any {
      try JSONSerialization.jsonObject(with: Data(output.utf8), options: .fragmentsAllowed)
    }
  }

  /// The executable: beside the test bundle, else where a plain build puts it.
  static let executable: URL = {
    let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "aap")
    let isThere = FileManager.default.isExecutableFile(atPath: beside.path)
    return isThere ? beside : ProjectRoot.url(".build/debug/aap")
  }()

  /// Runs it to its end.
  static func run(
    _ arguments: [String], environment: [String: String] = [:], in folder: String = "/tmp"
  ) throws -> Outcome {
    let running = try start(arguments, environment: environment, in: folder)
    return running.finish()
  }

  /// Runs a line of shell in which `$AAP` is the program.
  static func shell(
    _ line: String, environment: [String: String] = [:], in folder: String = "/tmp"
  ) throws -> Outcome {
    let more = environment.merging(["AAP": executable.path]) { $1 }
    let shell = URL(filePath: "/bin/bash")
    return try start(["-c", line], of: shell, environment: more, in: folder).finish()
  }

  /// Starts it without waiting.
  static func start(
    _ arguments: [String], of program: URL = executable, environment: [String: String] = [:],
    in folder: String = "/tmp"
  ) throws -> RunningProgram {
    try #require(
      FileManager.default.isExecutableFile(atPath: program.path), "no program at \(program.path)")
    return try RunningProgram(
      program, arguments, environment: ["PATH": "/usr/bin:/bin"].merging(environment) { $1 },
      in: folder)
  }
}

/// A program at work; its streams go to files, so that nobody waits for a reader.
final class RunningProgram {
  let process = Process()
  private let folder: TemporaryFolder

  init(
    _ program: URL, _ arguments: [String], environment: [String: String], in working: String
  ) throws {
    folder = try TemporaryFolder()
    process.executableURL = program
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = URL(filePath: working)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try Self.handle(folder.write("", to: "sortie"))
    process.standardError = try Self.handle(folder.write("", to: "messages"))
    try process.run()
  }

  private static func handle(_ path: String) throws -> FileHandle {
    try #require(FileHandle(forWritingAtPath: path))
  }

  /// What it has printed so far.
  var output: String { text(of: "sortie") }

  /// Waits for its end.
  func finish() -> Program.Outcome {
    process.waitUntilExit()
    return Program.Outcome(
      code: process.terminationStatus, output: output, messages: text(of: "messages"),
      wasKilled: process.terminationReason == .uncaughtSignal)
  }

  private func text(of name: String) -> String {
    let bytes = FileManager.default.contents(atPath: folder.file(name)) ?? Data()
    return String(decoding: bytes, as: UTF8.self)
  }
}

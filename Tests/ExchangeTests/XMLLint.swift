import Foundation
import TestKit

/// The reference validator of the system; its absence fails the test that needs it.
enum XMLLint {
  struct Answer: Equatable {
    var status: Int32
    var errors: String
  }

  /// What `xmllint --schema` says of a text.
  static func validate(
    _ text: String, schema name: String = "schemas/programmation-1.0.xsd"
  ) throws -> Answer {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "document.xml")
    try Data(text.utf8).write(to: file)
    let schema = ProjectRoot.url(name)
    return try run(["--noout", "--schema", schema.path(), file.path()])
  }

  private static func run(_ arguments: [String]) throws -> Answer {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/xmllint")
    process.arguments = arguments
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let data = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Answer(
      status: process.terminationStatus, errors: String(decoding: data, as: UTF8.self))
  }
}

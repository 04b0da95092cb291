import Foundation
import TestKit
import Testing

/// A training base made by the program itself, with the second territory's call open.
struct TrainingBase {
  let folder: TemporaryFolder
  var path: String { folder.file("base.sqlite") }

  static let reference = ProjectRoot.url("fixtures/henin-carvin").path
  static let sound = season("01-rouvroy-charte-de-proximite.yaml")

  static func season(_ file: String) -> String {
    ProjectRoot.url("fixtures/saisons/henin-carvin-2026/\(file)").path
  }

  init(reference: String = "henin-carvin", call: String = "appel-2026") throws {
    folder = try TemporaryFolder()
    let territory =
      reference.hasPrefix("/") ? reference : ProjectRoot.url("fixtures/\(reference)").path
    try expect(0, "init", "--referentiel", territory, "--formation")
    try expect(0, "appel", "ouvrir", "--config", "\(territory)/\(call)/appel.yaml")
  }

  var environment: [String: String] {
    [
      "AAP_BASE": path, "AAP_ACTEUR": "secretariat", "AAP_MAINTENANT": "2026-01-10T10:00:00+01:00",
    ]
  }

  /// Runs a command on the base.
  func run(_ arguments: String..., environment more: [String: String] = [:]) throws
    -> Program.Outcome
  {
    try Program.run(
      arguments, environment: environment.merging(more) { $1 }, in: folder.path)
  }

  /// Runs a command on the base and expects its exit code.
  @discardableResult
  func expect(
    _ code: Int32, _ arguments: String..., location: SourceLocation = #_sourceLocation
  ) throws -> Program.Outcome {
    try expect(code, arguments, location: location)
  }

  /// Runs a command on the base and expects its exit code.
  @discardableResult
  func expect(
    _ code: Int32, _ arguments: [String], location: SourceLocation = #_sourceLocation
  ) throws -> Program.Outcome {
    let outcome = try Program.run(arguments, environment: environment, in: folder.path)
    #expect(
      outcome.code == code, "\(arguments) \(outcome.messages)", sourceLocation: location)
    #expect(!outcome.wasKilled, sourceLocation: location)
    return outcome
  }

  /// How many acts the journal holds.
  func journalLength() throws -> Int {
    let lines = try expect(0, "journal", "lister", "--limite", "100000", "--format", "json").json()
    return try #require(lines as? [Any]).count
  }

  /// The fingerprint each deposited number has, as the base lists them.
  func deposited() throws -> [String] {
    let lines = try expect(0, "dossier", "lister", "--format", "json").json()
    return try #require(lines as? [[String: Any]]).compactMap { $0["numero"] as? String }
  }
}

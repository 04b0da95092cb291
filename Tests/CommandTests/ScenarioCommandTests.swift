import Foundation
import TestKit
import Testing

@Suite struct `Scenarios compared by the command line` {
  private let instance = ProjectRoot.url("fixtures/instances/retrait.json").path
  private let scenarios = ProjectRoot.url("fixtures/instances/retrait-scenarios.json").path

  @Test func `are tables, JSON and CSV of the same comparison`() throws {
    let command = ["simuler", instance, "--scenarios", scenarios]
    let table = try Program.run(command)
    #expect(table.code == 0)
    #expect(table.output.hasPrefix("SCÉNARIOS\nScénario"))
    #expect(table.output.contains("\u{1B}") == false)
    let json = try #require(
      try Program.run(command + ["--format", "json"]).json() as? [String: Any])
    #expect((json["scenarios"] as? [Any])?.count == 5)
    let csv = try Program.run(command + ["--format", "csv"]).output
    #expect(csv.split(separator: "\r\n").count == 1 + 6 * 7)
  }

  @Test func `are written in a page whole or not at all`() throws {
    let folder = try TemporaryFolder()
    let page = folder.file("page.html")
    let command = ["simuler", instance, "--html", page, "--scenarios"]
    let faulty = try folder.write(#"{"scenarios":[{"nom":"S","enveloppes":[{}]}]}"#, to: "s.json")
    let refused = try Program.run(command + [faulty, "--format", "json"])
    #expect(refused.code == 65)
    #expect(refused.output.contains("scenarios[0].enveloppes[0].id"))
    #expect(refused.output.contains("choix_attendu"))
    #expect(folder.names == ["s.json"])
    let made = try Program.run(command + [scenarios])
    #expect(made.code == 0)
    #expect(folder.names.sorted() == ["page.html", "s.json"])
    let text = String(decoding: try Data(contentsOf: URL(filePath: page)), as: UTF8.self)
    #expect(text.hasPrefix("<!DOCTYPE html>\n<html lang=\"fr\">"))
  }

  @Test(
    arguments: [
      (["--html", "/tmp/jamais-cree.html"], 64),
      (["--scenarios", "/absent.json"], 66),
      (["--scenarios", "/absent.json", "--verifier", "/absent.json"], 64),
    ] as [([String], Int32)])
  func `are refused when the line makes no sense`(options: [String], code: Int32) throws {
    let outcome = try Program.run(["simuler", instance] + options)
    #expect(outcome.code == code, "\(outcome.messages)")
    #expect(outcome.output.isEmpty)
  }
}

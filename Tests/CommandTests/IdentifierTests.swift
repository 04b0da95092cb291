import Foundation
import TestKit
import Testing

/// A case of the fixtures; commas and quotes are found in its last column only.
private struct Row {
  let kind: String
  let isValid: Bool?

  init(_ line: Substring) {
    let cells = line.split(separator: ",", maxSplits: 3, omittingEmptySubsequences: false)
    kind = String(cells[0])
    isValid = Bool(String(cells[2]))
  }
}

@Suite struct `aap identifiant verifier` {
  @Test func `says of each case of the fixtures what the fixtures say`() throws {
    let path = ProjectRoot.url("fixtures/identifiants/cas.csv").path
    let outcome = try Program.run(
      ["identifiant", "verifier", "--lot", path, "--format", "json"])
    #expect(outcome.code == 1)
    let verdicts = try #require(try outcome.json() as? [[String: Any]])
    let rows = try String(contentsOfFile: path, encoding: .utf8)
      .split(whereSeparator: \.isNewline).dropFirst().map(Row.init)
    #expect(rows.count > 40)
    #expect(verdicts.map { $0["kind"] as? String } == rows.map(\.kind))
    let wrong = zip(verdicts, rows).filter { ($0["valide"] as? Bool) != $1.isValid }
    #expect(wrong.map { "\($1)" } == [])
    for verdict in verdicts {
      #expect(Set(verdict.keys) == ["kind", "value", "valide", "motif"])
      #expect((verdict["motif"] is NSNull) == (verdict["valide"] as? Bool == true))
    }
  }

  @Test func `takes several values of one type`() throws {
    let outcome = try Program.run(
      ["identifiant", "verifier", "siren", "732829320", "732 829 320", "1", "--format", "csv"])
    #expect(outcome.code == 65)
    #expect(
      outcome.output.split(whereSeparator: \.isNewline).map { $0.split(separator: ",")[2] }
        == ["valide", "oui", "oui", "non"])
  }
}

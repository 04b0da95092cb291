import Foundation
import Testing
import Vocabulary

@Suite struct `A finding` {
  static func finding(
    _ code: String, file: String? = nil, line: Int? = nil, field: String? = nil,
    severity: Finding.Severity = .blocking
  ) -> Finding {
    Finding(
      code: code, severity: severity, place: .init(file: file, line: line, field: field),
      message: "Le total est faux.", remedy: "Corrigez le total.", source: "Règlement, art. 1")
  }

  @Test func `comes in reading order: file, line, field, code`() {
    let shuffled = [
      Self.finding("b", file: "b.yaml", line: 1), Self.finding("a", file: "a.yaml"),
      Self.finding("b", file: "a.yaml", line: 10), Self.finding("a", file: "a.yaml", line: 9),
      Self.finding("z", file: "a.yaml", line: 10, field: "a"),
      Self.finding("a", file: "a.yaml", line: 10, field: "b"),
      Self.finding("a", file: "a.yaml", line: 10), Self.finding("c"),
    ]
    let expected = [
      Self.finding("c"), Self.finding("a", file: "a.yaml", line: 9),
      Self.finding("a", file: "a.yaml", line: 10), Self.finding("b", file: "a.yaml", line: 10),
      Self.finding("z", file: "a.yaml", line: 10, field: "a"),
      Self.finding("a", file: "a.yaml", line: 10, field: "b"),
      Self.finding("a", file: "a.yaml"), Self.finding("b", file: "b.yaml", line: 1),
    ]
    #expect(shuffled.inReadingOrder() == expected)
    #expect(Array(shuffled.reversed()).inReadingOrder() == expected)
  }

  @Test(
    arguments: [
      ([], false), ([.warning, .information], false), ([.warning, .blocking], true),
    ] as [([Finding.Severity], Bool)])
  func `blocks only when it is said to`(severities: [Finding.Severity], areBlocking: Bool) {
    let findings = severities.map { Self.finding("a", severity: $0) }
    #expect(findings.areBlocking == areBlocking)
  }

  @Test func `weighs most when it blocks`() {
    #expect(
      Finding.Severity.allCases.sorted() == [.blocking, .warning, .information])
    #expect(
      Finding.Severity.allCases.map(\.rawValue) == ["bloquant", "avertissement", "information"])
  }

  @Test func `survives a file`() throws {
    let finding = Self.finding("total", file: "dossier.yaml", line: 12, field: "budget.total")
    let encoded = try JSONEncoder().encode(finding)
    #expect(try JSONDecoder().decode(Finding.self, from: encoded) == finding)
  }
}

@Suite struct `A source` {
  @Test func `is a citation, with a link when one is known`() {
    #expect(LegalSource("Code, art. 1") == "Code, art. 1")
    #expect(LegalSource("Code, art. 1").link == nil)
    #expect(LegalSource("Code, art. 1", link: "https://example.org") != "Code, art. 1")
  }
}

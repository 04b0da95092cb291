public import Vocabulary

/// Findings told to people, or written for programs.
public enum FindingText {
  /// One paragraph a finding: where, what, why, what to do.
  public static func forPeople(_ findings: [Finding]) -> String {
    findings.map(paragraph).joined(separator: "\n")
  }

  /// `{"constats":[…]}` as `docs/commandes.md` gives it.
  public static func json(_ findings: [Finding]) -> String {
    let objects = findings.map { finding in
      let members = [
        ("code", JSONText.string(finding.code)),
        ("gravite", JSONText.string(finding.severity.rawValue)),
        ("fichier", finding.place.file.map(JSONText.string) ?? "null"),
        ("champ", finding.place.field.map(JSONText.string) ?? "null"),
        ("ligne", finding.place.line.map(String.init) ?? "null"),
        ("message", JSONText.string(finding.message)),
        ("remede", JSONText.string(finding.remedy)),
        ("source", (finding.source?.citation).map(JSONText.string) ?? "null"),
      ]
      return "{\(members.map { "\"\($0)\":\($1)" }.joined(separator: ","))}"
    }
    return "{\"constats\":[\(objects.joined(separator: ",\n "))]}\n"
  }

  /// The exit code findings lead to: 65 when something could not be read, else 1 when a rule refuses,
  /// else 0.
  public static func exitCode(for findings: [Finding]) -> Int32 {
    let blocking = findings.filter { $0.severity == .blocking }
    if blocking.contains(where: { $0.family == .malformed }) { return 65 }
    return blocking.isEmpty ? 0 : 1
  }

  private static func paragraph(_ finding: Finding) -> String {
    let mark =
      switch finding.severity {
      case .blocking: "REFUS"
      case .warning: "AVERTISSEMENT"
      case .information: "INFORMATION"
      }
    let place = [
      finding.place.file, finding.place.line.map { "ligne \($0)" },
      finding.place.field.map { "champ \($0)" },
    ].compactMap { $0 }.joined(separator: ", ")
    let head = place.isEmpty ? mark : "\(mark) — \(place)"
    let source = finding.source.map { "\n  Source : \($0.citation)" } ?? ""
    return """
      \(head) [\(finding.code)]
        \(finding.message)
        À faire : \(finding.remedy)\(source)

      """
  }
}

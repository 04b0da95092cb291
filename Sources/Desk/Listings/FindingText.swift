public import Vocabulary

/// Findings told to people, or written for programs.
public enum FindingText {
  /// One paragraph a finding: where, what, why, what to do.
  public static func forPeople(_ findings: [Finding]) -> String {
    findings.map(paragraph).joined(separator: "\n")
  }

  /// `{"constats":[…]}` as `docs/commandes.md` gives it.
  public static func json(_ findings: [Finding]) -> String {
    "{\"constats\":\(list(findings))}\n"
  }

  /// The findings alone, one a line.
  static func list(_ findings: [Finding]) -> String {
    let objects = findings.map { finding in
      var object = JSONObject()
      object.add("code", finding.code)
      object.add("gravite", finding.severity.rawValue)
      object.add("fichier", finding.place.file)
      object.add("champ", finding.place.field)
      object.add("ligne", finding.place.line)
      object.add("message", finding.message)
      object.add("remede", finding.remedy)
      object.add("source", finding.source?.citation)
      return object.text
    }
    return "[\(objects.joined(separator: ",\n "))]"
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

import Forms
import Vocabulary

/// Findings told in the dialogue, where the line of a file means nothing.
enum FindingWords {
  /// What is wrong with the value just typed, why, and what to do.
  static func short(_ findings: [Finding]) -> [String] {
    findings.flatMap { finding -> [String] in
      let source =
        finding.code == "identifiant_invalide"
        ? finding.source.map { "Source : \($0.citation)" } : nil
      return [finding.message, "À faire : \(finding.remedy)", source].compactMap { $0 }
    }
  }

  /// The field of the form that a finding is about, whatever cell it names.
  static func question(of finding: Finding, in edition: FormEdition) -> Int? {
    guard let path = finding.place.field else { return nil }
    return edition.fields.firstIndex { field in
      path == field.id || path.hasPrefix(field.id + "[") || path.hasPrefix(field.id + ".")
    }
  }

  /// One finding with the number of its question, so that one can go there.
  static func long(_ finding: Finding, in edition: FormEdition) -> String {
    let place = question(of: finding, in: edition).map {
      "Question \($0 + 1) (\(edition.fields[$0].label)) : "
    }
    let source = finding.source.map { " Source : \($0.citation)." } ?? ""
    return "- \(place ?? "")\(finding.message) À faire : \(finding.remedy)\(source)"
  }
}

import Dossiers
import Vocabulary

/// Partners act with the applicant: each counts once, the applicant not at all.
enum Partnership: Evaluator {
  static let name = "partenariat"
  static let settings = [EvaluatorSetting("plein", 1...1000)]

  static func evaluate(_ facts: ScoringFacts, settings: [String: Int]) -> Evaluation {
    var seen: Set<String> = [facts.application.applicant.name.lettersOnly]
    let names = facts.application.project.partners.map(\.name).filter { name in
      let letters = name.lettersOnly
      return letters.utf8.count >= 2 && seen.insert(letters).inserted
    }
    guard !names.isEmpty else { return .nothing("Aucun partenaire n’est cité.") }
    let full = settings["plein", default: 1]
    return Evaluation(
      ratio: Share.rising(names.count, from: 0, to: full),
      reason: "Partenaires différents cités\u{00A0}: \(names.count), pour \(full) attendus.",
      evidence: names.prefix(5).joined(separator: ", ") + (names.count > 5 ? "…" : ""))
  }
}

extension String {
  /// Folded letters and digits alone, to tell whether two names are the same.
  var lettersOnly: String {
    var result = String.UnicodeScalarView()
    for scalar in folded.unicodeScalars {
      let properties = scalar.properties
      if properties.isAlphabetic || properties.numericType != nil { result.append(scalar) }
    }
    return String(result)
  }
}

import Contract
import Vocabulary

/// A criterion that reviewers mark from 0 to 4; their marks make one as the grid says.
enum HumanMark {
  /// The mean, or the median, of the marks handed in, as a share of the highest mark.
  ///
  /// The marks themselves are not evidence: they are shown to those who may see them (`examens`).
  ///
  /// Without a mark nothing is given, and the card says so: nobody is judged in silence.
  static func evaluate(_ marks: [Int], aggregation: Grid.Aggregation) -> Evaluation {
    guard !marks.isEmpty else { return .nothing("Aucune note n’a été rendue.") }
    let sorted = marks.sorted()
    let (sum, count) =
      switch aggregation {
      case .mean: (sorted.reduce(0, +), sorted.count)
      case .median: (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2], 2)
      }
    let divisor = count * Criterion.highestMark
    let hundredths = (sum * 200 + count) / (2 * count)
    let name = aggregation == .mean ? "Moyenne" : "Médiane"
    return Evaluation(
      ratio: (sum * 2 * Evaluation.whole + divisor) / (2 * divisor),
      reason: "\(name) des notes rendues (\(marks.count))\u{00A0}: "
        + "\(hundredths / 100),\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100) sur "
        + "\(Criterion.highestMark).",
      evidence: "")
  }

  /// A criterion that people mark takes no settings.
  static func findings(about criterion: Criterion, at index: Int, file: String) -> [Finding] {
    criterion.settings.keys.sorted().map { name in
      Finding(
        code: "parametre_inconnu", family: .malformed,
        place: Finding.Place(file: file, field: "criteres[\(index)].parametres.\(name)"),
        message: "Critère « \(criterion.code) »\u{00A0}: une note humaine n’a pas de paramètre.",
        remedy: "Retirez « \(name) »\u{00A0}; « agregation » se donne pour toute la grille.")
    }
  }
}

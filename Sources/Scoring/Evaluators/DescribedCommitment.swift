import Matching

/// A commitment judged by what its description says, not by its length.
///
/// The setting `longueur` is a length of ordinary prose, in signs. It is compared with twice the
/// letters of the different meaningful words, because about half the signs of French prose are spaces
/// and grammar: set phrases, padding and repetition add nothing.
enum DescribedCommitment {
  static let settings = [EvaluatorSetting("longueur", 1...100_000)]
  /// Signs of ordinary prose that one letter of a meaningful word stands for.
  private static let signsPerLetter = 2

  /// Judges a description.
  ///
  /// - Parameters:
  ///   - text: what the applicant wrote.
  ///   - substance: its measure.
  ///   - settings: with `longueur`.
  ///   - subject: the commitment, in French, with its article.
  /// - Returns: the whole once the useful words stand for `longueur` signs.
  static func evaluate(
    _ text: String?, substance: TextSubstance, settings: [String: Int], subject: String
  ) -> Evaluation {
    let full = settings["longueur", default: 1]
    guard substance.words > 0 else {
      return .nothing("Rien de précis n’est écrit sur \(subject).", evidence: text?.excerpt ?? "")
    }
    let signs = substance.letters * signsPerLetter
    return Evaluation(
      ratio: Share.rising(signs, from: 0, to: full),
      reason: "Mots utiles et différents sur \(subject)\u{00A0}: \(substance.words), qui valent "
        + "\(signs) signes de texte suivi, pour \(full) attendus\u{00A0}; "
        + "les répétitions ne comptent pas.",
      evidence: text?.excerpt ?? "")
  }
}

extension String {
  /// The beginning of the text on one line, between French quotes; empty for an empty text.
  var excerpt: String {
    let limit = 80
    var start = String.UnicodeScalarView()
    var count = 0
    var hasSpace = false
    for scalar in unicodeScalars {
      if scalar.isSpace {
        hasSpace = count > 0
        continue
      }
      guard count + (hasSpace ? 1 : 0) < limit else { return "« \(String(start))… »" }
      if hasSpace {
        start.append(" ")
        count += 1
        hasSpace = false
      }
      start.append(scalar)
      count += 1
    }
    return count == 0 ? "" : "« \(String(start)) »"
  }
}

extension Unicode.Scalar {
  fileprivate var isSpace: Bool {
    value < 0x80 ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
  }
}

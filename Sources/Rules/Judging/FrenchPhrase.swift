import Vocabulary

/// Counts and lists as French sentences need them.
enum FrenchPhrase {
  /// `1 jour`, `12 jours`.
  static func days(_ count: Int) -> String { FrenchNumber.count(count, "jour", "jours") }

  /// The largest whole unit of a duration: `moins d’une minute`, `3 heures`.
  static func duration(seconds: Int64) -> String {
    let minutes = Int(seconds / 60)
    return switch minutes {
    case ..<1: "moins d’une minute"
    case ..<60: FrenchNumber.count(minutes, "minute", "minutes")
    case ..<1440: FrenchNumber.count(minutes / 60, "heure", "heures")
    default: days(minutes / 1440)
    }
  }

  /// `commune de …`, `commune d’…`.
  static func commune(_ name: String) -> String {
    let isElided = name.folded.first.map { "aeiou".contains($0) } ?? false
    return isElided ? "commune d’\(name)" : "commune de \(name)"
  }

  /// `a`, `a et b`, `a, b et c`.
  static func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return "\(items.dropLast().joined(separator: ", ")) et \(last)"
  }
}

extension String {
  /// The text with a capital first letter, to begin a sentence.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

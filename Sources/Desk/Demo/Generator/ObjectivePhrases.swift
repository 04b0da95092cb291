import Contract
import Vocabulary

/// What the texts of a dossier take from an objective, prepared once for the season.
struct ObjectivePhrases: Sendable {
  let code: String
  /// Ranks in ``ActivityFamily/all``.
  let families: [Int]
  /// Sentences that tie a need to the objective.
  let ties: [String]
  /// Sentences that say what is aimed at; empty when the plan expects nothing in particular.
  let aims: [String]
  let indicators: [Objective.Indicator]
  let audience: Objective.Audience?
  /// Codes of the other objectives of its axis.
  let siblings: [String]

  init(_ objective: Objective, among all: [Objective]) {
    code = objective.code
    families = ActivityFamily.matching(objective, in: ActivityFamily.all)
    let label = Self.shortened(objective.label)
    ties = [
      "L’action répond à l’objectif « \(label) » du contrat de ville.",
      "C’est tout l’enjeu de l’objectif « \(label) », que nous portons ici.",
      "Le contrat de ville le dit aussi : \(Self.lowered(label)).",
    ]
    aims = objective.expectations.flatMap { expectation in
      let text = Self.lowered(Self.shortened(expectation))
      return ["Ce que nous visons : \(text).", "L’action doit aussi permettre ceci : \(text)."]
    }
    indicators = objective.indicators.filter { $0.label.count <= 300 && $0.code.count <= 20 }
    audience = objective.audience
    siblings = all.filter { $0.axis == objective.axis && $0.code != objective.code }.map(\.code)
  }

  /// The text cut at a word, when it is longer than a sentence can bear.
  private static func shortened(_ text: String) -> String {
    guard text.count > 180 else { return text }
    let words = text.prefix(179).split(separator: " ").dropLast()
    return words.joined(separator: " ") + "…"
  }

  /// The text with a small first letter, unless it begins with an acronym.
  private static func lowered(_ text: String) -> String {
    guard let second = text.dropFirst().first, second.isLowercase || second == "’" else {
      return text
    }
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}

import Contract
import Vocabulary

/// A family of activities: fragments from which titles and texts of dossiers are composed.
///
/// In fragments, `{n}` stands for a small number, drawn anew each time.
struct ActivityFamily: Sendable {
  /// People an action of the family is for.
  struct Public: Sendable {
    let label: String
    let ages: ClosedRange<Int>?
  }

  /// Beginnings of words that call for this family when an objective's text has them, folded.
  let stems: [String]
  let titles: [String]
  let needs: [String]
  let actions: [String]
  let publics: [Public]
  /// Each with its role, separated by a bar.
  let partners: [(name: String, role: String)]
  let indicators: [String]

  init(
    stems: String, titles: String, needs: String, actions: String, publics: [Public],
    partners: String, indicators: String
  ) {
    self.stems = stems.split(separator: " ").map(String.init)
    self.titles = Self.lines(titles)
    self.needs = Self.lines(needs)
    self.actions = Self.lines(actions)
    self.publics = publics
    self.partners = Self.lines(partners).compactMap { line in
      let parts = line.split(separator: "|").map { String($0).trimmedOfSpaces }
      return parts.count == 2 ? (parts[0], parts[1]) : nil
    }
    self.indicators = Self.lines(indicators)
  }

  static func lines(_ text: String) -> [String] {
    text.split(separator: "\n").map { String($0).trimmedOfSpaces }
  }

  static let all: [ActivityFamily] = [
    .expression, .citizenship, .neighbours, .jobs, .enterprise, .schooling, .parents, .health,
    .housing, .surroundings, .safety, .mobility, .digital, .shops,
  ]

  /// For each objective, the ranks in ``all`` of the families its words call for; all when none.
  static func matching(_ objective: Objective, in families: [ActivityFamily]) -> [Int] {
    let label = objective.label.folded
    let expected = objective.expectations.joined(separator: " ").folded
    let scores = families.map { family in
      family.stems.count { label.contains($0) } * 4 + family.stems.count { expected.contains($0) }
    }
    let best = scores.max() ?? 0
    guard best > 0 else { return Array(families.indices) }
    return families.indices.filter { scores[$0] * 2 > best }
  }
}

public import Vocabulary

/// A project that a scenario treats otherwise than the base.
public struct ScenarioMovement: Hashable, Sendable {
  /// Which way it moves.
  public enum Kind: String, Sendable, CaseIterable {
    /// Retained by the scenario only.
    case enters = "entre"
    /// Retained by the base only.
    case leaves = "sort"
    /// Retained by both, with more.
    case gains = "gagne"
    /// Retained by both, with less.
    case loses = "perd"
  }

  public let project: String
  public let kind: Kind
  /// What the base gives.
  public let before: Cents
  /// What the scenario gives.
  public let after: Cents

  /// What the scenario adds, or takes.
  public var difference: Cents { after - before }

  /// The projects that move from one result to another, in the order of the first.
  static func between(_ base: ScenarioResult, _ other: ScenarioResult) -> [ScenarioMovement] {
    base.projects.compactMap { project in
      guard let after = other.share(of: project.id) else { return nil }
      let kind: Kind? =
        switch (project.isRetained, after.isRetained) {
        case (false, true): .enters
        case (true, false): .leaves
        case (false, false): nil
        case (true, true):
          if after.total > project.total {
            .gains
          } else {
            after.total < project.total ? .loses : nil
          }
        }
      return kind.map {
        ScenarioMovement(
          project: project.id, kind: $0, before: project.total, after: after.total)
      }
    }
  }
}

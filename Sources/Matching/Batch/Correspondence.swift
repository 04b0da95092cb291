public import Contract
import Vocabulary

/// The objectives and co-funders found for one project of a batch.
public struct Correspondence: Hashable, Sendable {
  public let id: String
  /// Best first.
  public let objectives: [ObjectiveMatch]
  /// In the order in which to turn to them.
  public let funders: [FunderMatch]

  /// Groups the matches of one project.
  public init(id: String, objectives: [ObjectiveMatch], funders: [FunderMatch]) {
    self.id = id
    self.objectives = objectives
    self.funders = funders
  }

  /// A score in millionths as a number from 0 to 1, with six decimals at most: `0.83`.
  public static func scoreText(_ millionths: Int) -> String {
    JSONText.decimal(millionths: millionths)
  }

  /// One line of JSON, without a line break; scores in 0…1 with six decimals at most.
  public var json: String {
    let objectives = objectives.map { match in
      "{\"code\":\(JSONText.string(match.code))"
        + ",\"score\":\(Self.scoreText(match.score))"
        + ",\"preuves\":\(JSONText.list(match.evidence.map { JSONText.string($0) }))}"
    }
    let funders = funders.map { match in
      "{\"id\":\(JSONText.string(match.id)),\"rang\":\(match.rank)"
        + ",\"motif\":\(JSONText.string(match.reason))}"
    }
    return "{\"id\":\(JSONText.string(id)),\"objectifs\":\(JSONText.list(objectives))"
      + ",\"financeurs\":\(JSONText.list(funders))}"
  }
}

/// Matches the projects of a batch with the plan of action alone, without a call.
///
/// Not to be shared between threads, as its ``ObjectiveMatcher`` is not.
public final class BatchMatcher {
  private let objectives: ObjectiveMatcher
  private let funders: FunderMatcher

  /// Reads the plan of action once for the whole batch.
  public init(reference: ReferenceData, lexicon: Lexicon = .empty) {
    objectives = ObjectiveMatcher(reference: reference, lexicon: lexicon)
    funders = FunderMatcher(reference: reference)
  }

  /// The objectives of a project, and the funders that the plan names for the best one.
  public func correspondence(of project: BatchProject) -> Correspondence {
    let matches = objectives.match(project.text)
    return Correspondence(
      id: project.id, objectives: matches,
      funders: matches.first.map { funders.funders(of: $0.code) } ?? [])
  }
}

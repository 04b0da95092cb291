public import Contract
import Vocabulary

/// The objectives and co-funders found for one project of a batch.
public struct Correspondence: Hashable, Sendable {
  public let id: String
  /// Best first.
  public let objectives: [ObjectiveMatch]
  /// In the order in which to turn to them.
  public let funders: [FunderMatch]
  /// Partners that the plan of action names for the best objective beside its funders.
  public let partners: [FunderID]
  /// What should make a reader careful; empty when nothing does.
  public let doubts: [MatchDoubt]

  /// Groups the matches of one project.
  public init(
    id: String, objectives: [ObjectiveMatch], funders: [FunderMatch], partners: [FunderID] = [],
    doubts: [MatchDoubt] = []
  ) {
    self.id = id
    self.objectives = objectives
    self.funders = funders
    self.partners = partners
    self.doubts = doubts
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
    return "{\"id\":\(JSONText.string(id)),\"objectifs\":\(JSONText.list(objectives))"
      + ",\"financeurs\":\(JSONText.list(funders.map(\.json)))"
      + ",\"partenaires\":\(JSONText.list(partners.map(JSONText.string)))"
      + ",\"doutes\":\(JSONText.list(doubts.map { JSONText.string($0.french) }))}"
  }
}

/// Matches the projects of a batch with the plan of action alone, without a call.
///
/// Not to be shared between threads, as its ``ObjectiveMatcher`` is not.
public final class BatchMatcher {
  private let objectives: ObjectiveMatcher
  private let funders: FunderMatcher

  /// Reads the plan of action once for the whole batch.
  public init(reference: ReferenceData, vocabulary: MatchingVocabulary = .empty) {
    objectives = ObjectiveMatcher(reference: reference, vocabulary: vocabulary)
    funders = FunderMatcher(reference: reference)
  }

  /// Whether a project was learned: it is then matched without what it taught.
  func hasLearned(_ project: BatchProject) -> Bool { objectives.hasLearned(project.text) }

  /// The objectives of a project, and the funders that the plan names for the best one.
  public func correspondence(of project: BatchProject) -> Correspondence {
    let matches = objectives.match(project.text)
    let best = matches.first?.code ?? ""
    return Correspondence(
      id: project.id, objectives: matches, funders: funders.funders(of: best),
      partners: funders.partners(of: best), doubts: MatchDoubt.all(about: matches))
  }
}

extension FunderMatch {
  /// One JSON object; what only a call tells is there when a call was looked at.
  fileprivate var json: String {
    var parts = ["\"id\":\(JSONText.string(id))", "\"rang\":\(rank)"]
    parts.append("\"motif\":\(JSONText.string(reason))")
    if let purse {
      parts.append("\"enveloppe\":\(JSONText.string(purse))")
      parts.append("\"eligible\":\(JSONText.string(eligibility.rawValue))")
      parts.append("\"sollicite\":\(isAsked)")
      parts.append("\"oublie\":\(isForgotten)")
      parts.append("\"remarques\":\(JSONText.list(remarks.map(JSONText.string)))")
    }
    if let source { parts.append("\"source\":\(JSONText.string(source.citation))") }
    return "{\(parts.joined(separator: ","))}"
  }
}

import Contract
import Dossiers
public import Scoring
import Store
public import Vocabulary

/// The projects on which the committee should spend its time.
public struct SensitivityStudy: Sendable {
  /// A project that changes side of the line, with what lists show of it.
  public struct Line: Sendable {
    public let borderline: Sensitivity.Borderline
    public let title: String
    public let need: Cents
  }

  public let lines: [Line]
  /// Dossiers of the ranking, and how many are above the line.
  public let ranked: Int
  public let retained: Int
}

extension Desk {
  /// Finds the projects that change side of the line when something moves a little.
  ///
  /// - Parameters:
  ///   - context: the call.
  ///   - change: by how many points each weight moves.
  ///   - line: where the ranking is cut; by default, where the needs exceed what all the purses hold.
  /// - Returns: the projects, with what makes each change side.
  /// - Throws: ``DeskError/noRanking``, ``Store/Failure``.
  public func studySensitivity(
    in context: CallContext, weightChange change: Int, line: CutLine? = nil
  ) throws -> SensitivityStudy {
    // It names reviewers and tells their marks.
    _ = try permit("étudier la sensibilité du classement", to: .secretary, .chair)
    let call = context.call
    let terms = try rankingTerms(in: context)
    var titles: [DossierNumber: (title: String, need: Cents)] = [:]
    var cases: [Sensitivity.Case] = []
    let reviews = terms.grid.humanCriteria.isEmpty ? [:] : try keptReviews(call: call.id)
    try store.forEachRankedRatios(call: call.id) { card in
      cases.append(
        Sensitivity.Case(
          number: card.number, ratios: card.ratios, need: card.need,
          reviews: reviews[card.number.order] ?? []))
      titles[card.number] = (card.title, card.need)
    }
    let purses = call.purses.map(\.amount).total()
    let study = Sensitivity(cases, grid: terms.grid, line: line ?? .amount(purses))
    return SensitivityStudy(
      lines: study.borderlines(weightChange: change).map { borderline in
        let known = titles[borderline.number]
        return SensitivityStudy.Line(
          borderline: borderline, title: known?.title ?? "", need: known?.need ?? .zero)
      }, ranked: cases.count, retained: study.retained)
  }

  /// The reviews that served to score each dossier of the ranking, by order of deposit.
  private func keptReviews(call: String) throws -> [Int: [ScoringBeside.Review]] {
    var reviews: [Int: [ScoringBeside.Review]] = [:]
    try store.forEachKeptBeside(call: call) { order, text in
      if let beside = ScoringBeside(text: text), !beside.reviews.isEmpty {
        reviews[order] = beside.reviews
      }
    }
    return reviews
  }
}

import Contract
import Dossiers
import Foundation
import Matching
import Scoring
import Store
import Vocabulary

/// Scores dossiers with one version of a grid and one of the words.
struct DossierScoring: Sendable {
  /// What is known of a dossier once it is scored, late criteria apart.
  struct Scored: Sendable {
    let card: PendingCard
    let need: Cents
    let cost: CostFacts
  }

  let grid: Grid
  private let context: CallContext
  private let scoring: ScoringContext
  private let matchers: MatcherPool

  init(grid: Grid, vocabulary: MatchingVocabulary, in context: CallContext) {
    self.grid = grid
    self.context = context
    scoring = ScoringContext(reference: context.reference, call: context.call.with(grid: grid))
    matchers = MatcherPool(reference: context.reference, vocabulary: vocabulary)
  }

  /// Scores dossiers on every core, in order.
  ///
  /// - Throws: ``DeskError`` when a dossier kept by the base cannot be read again.
  func score(
    _ dossiers: [(received: ReceivedDossier, beside: ScoringBeside)]
  ) throws -> [Scored] {
    let scored = dossiers.parallelMap { dossier in
      Result { try score(dossier.received, beside: dossier.beside) }
    }
    return try scored.map { try $0.get() }
  }

  /// What the evaluators find of a dossier.
  ///
  /// - Parameters:
  ///   - received: the dossier.
  ///   - beside: what is known outside it.
  ///   - comparables: what the actions of the call cost, once they are all known.
  /// - Returns: what was found, with the facts it rests on.
  /// - Throws: ``DeskError`` when the dossier cannot be read again.
  func assess(
    _ received: ReceivedDossier, beside: ScoringBeside, comparables: ComparableCosts? = nil
  ) throws -> (assessment: Assessment, facts: ScoringFacts) {
    guard let application = context.library.read(received.sourceFile).application else {
      throw DeskError.inputOutput(
        path: received.number.text, reason: "le dossier conservé ne se relit pas")
    }
    return matchers.lend { matcher in
      let facts = ScoringFacts(
        of: application, in: scoring, matcher: matcher,
        beside: beside.completed(by: application), comparables: comparables)
      return (Assessment(of: facts, with: grid), facts)
    }
  }

  private func score(_ received: ReceivedDossier, beside: ScoringBeside) throws -> Scored {
    let (assessment, facts) = try assess(received, beside: beside)
    let application = facts.application
    return Scored(
      card: PendingCard(
        number: received.number, version: received.version, card: assessment.stored,
        ratios: assessment.ratios, beside: beside.text,
        facets: Self.facets(of: application)),
      need: application.need, cost: facts.costFacts)
  }

  /// Where the ranking can be cut.
  private static func facets(of application: Application) -> String {
    func list(_ codes: some Sequence<String>) -> String {
      JSONText.list(Set(codes).sorted().map(JSONText.string))
    }
    return "{\"financeurs\":\(list(application.plan.requests.map(\.funder)))"
      + ",\"quartiers\":\(list(application.project.places.districts))}"
  }
}

extension ScoringBeside {
  /// Adds what the dossier itself says of the year before.
  fileprivate func completed(by application: Application) -> ScoringBeside {
    let project = application.project
    guard project.isRenewal || project.renews != nil else {
      return ScoringBeside(renewal: nil, reviews: reviews)
    }
    return ScoringBeside(
      renewal: Renewal(previous: project.renews, hasReport: renewal?.hasReport ?? false),
      reviews: reviews)
  }

  /// As the base keeps it, always the same bytes.
  var text: String {
    let reviews = reviews.map { review in
      let marks = review.marks.sorted { $0.key < $1.key }.map {
        "\(JSONText.string($0.key)):\($0.value)"
      }
      return "{\"examinateur\":\(JSONText.string(review.reviewer))"
        + ",\"notes\":{\(marks.joined(separator: ","))}}"
    }
    return "{\"bilan_joint\":\(renewal?.hasReport ?? false)"
      + ",\"examens\":\(JSONText.list(reviews))}"
  }

  /// Reads back what the base keeps; `nil` when it is not that.
  init?(text: String) {
    struct Kept: Decodable {
      struct Review: Decodable {
        let examinateur: String
        let notes: [String: Int]
      }
      let bilan_joint: Bool
      let examens: [Review]
    }
    guard let kept = try? JSONDecoder().decode(Kept.self, from: Data(text.utf8)) else { return nil }
    self.init(
      renewal: Renewal(previous: nil, hasReport: kept.bilan_joint),
      reviews: kept.examens.map { Review(reviewer: $0.examinateur, marks: $0.notes) })
  }
}

extension Desk {
  /// What scoring looks at beside each dossier of a page, a query for all of them.
  func scoringBeside(
    _ page: [ReceivedDossier], grid: Grid, in context: CallContext
  ) throws -> [(received: ReceivedDossier, beside: ScoringBeside)] {
    guard let first = page.first, let last = page.last else { return [] }
    let orders = first.number.order...last.number.order
    let call = context.call.id
    let reviews = grid.humanCriteria.isEmpty ? [:] : try countedReviews(orders: orders, in: context)
    let pieces = grid.looksAtReports ? try store.pieces(call: call, orders: orders) : [:]
    return page.map { received in
      let order = received.number.order
      let hasReport = pieces[order]?.contains { $0.kind == .report } ?? false
      return (
        received,
        ScoringBeside(
          renewal: ScoringBeside.Renewal(previous: nil, hasReport: hasReport),
          reviews: (reviews[order] ?? []).map(ScoringBeside.Review.init))
      )
    }
  }
}

extension ScoringBeside.Review {
  init(_ review: SubmittedReview) {
    self.init(
      reviewer: review.reviewer,
      marks: Dictionary(review.marks.map { ($0.criterion, $0.mark) }) { $1 })
  }
}

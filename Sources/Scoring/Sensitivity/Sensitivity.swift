public import Contract
public import Dossiers
public import Vocabulary

/// Which projects change side of the line when something moves a little.
public struct Sensitivity: Sendable {
  /// A ranked dossier with what its points are made of.
  public struct Case: Hashable, Sendable {
    public let number: DossierNumber
    /// Millionths, in the order of the grid.
    public let ratios: [Int]
    public let need: Cents
    /// The reviews that count.
    public let reviews: [ScoringBeside.Review]

    /// States what is known of a dossier.
    public init(
      number: DossierNumber, ratios: [Int], need: Cents, reviews: [ScoringBeside.Review]
    ) {
      self.number = number
      self.ratios = ratios
      self.need = need
      self.reviews = reviews
    }
  }

  /// What makes a project change side.
  public enum Cause: Hashable, Sendable {
    /// The weight of a criterion changes by so many points.
    case weight(criterion: String, change: Int)
    /// The marks of a reviewer are left out.
    case withoutReviewer(String)
    /// One mark changes by one.
    case mark(reviewer: String, criterion: String, from: Int, to: Int)

    /// For readers, without a final full stop.
    public var french: String {
      switch self {
      case .weight(let criterion, let change):
        "poids de \(criterion) \(change > 0 ? "+" : "−")\(abs(change))"
      case .withoutReviewer(let reviewer): "sans les notes de \(reviewer)"
      case .mark(let reviewer, let criterion, let from, let to):
        "note de \(reviewer) sur \(criterion)\u{00A0}: \(to) au lieu de \(from)"
      }
    }
  }

  /// A project on which the committee should spend its time.
  public struct Borderline: Hashable, Sendable {
    public let number: DossierNumber
    /// From 1, in the ranking as it stands.
    public let rank: Int
    public let total: Points
    /// Whether it is above the line as things stand.
    public let isRetained: Bool
    /// What makes it change side, in the order of the grid, then of the reviewers.
    public let causes: [Cause]
  }

  private let grid: Grid
  private let line: CutLine
  private let cases: [Case]
  /// Best first, as things stand.
  private let order: [RankingEntry]
  private let places: [DossierNumber: Int]
  /// How many are above the line.
  public let retained: Int

  /// Prepares the study of a ranking.
  public init(_ cases: [Case], grid: Grid, line: CutLine) {
    self.cases = cases
    self.grid = grid
    self.line = line
    let weights = GridWeights(grid)
    order = Ranking(cases.map { $0.entry(weights) }).entries
    retained = min(line.retained(order), order.count)
    places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1.number, $0) })
  }

  /// The projects that change side of the line, by rank.
  ///
  /// - Parameter change: by how many points each weight moves, up and down, the others as they are.
  /// - Returns: each with everything that makes it change side.
  public func borderlines(weightChange change: Int) -> [Borderline] {
    var causes: [DossierNumber: [Cause]] = [:]
    for (place, criterion) in grid.criteria.enumerated() {
      for change in [change, -change] where criterion.weight + change >= 0 && change != 0 {
        var weights = GridWeights(grid)
        weights.weights[place] += change
        note(
          .weight(criterion: criterion.code, change: change), in: &causes,
          order: Ranking(cases.map { $0.entry(weights) }).entries)
      }
    }
    noteReviewers(in: &causes)
    noteMarks(in: &causes)
    return order.enumerated().compactMap { index, entry in
      causes[entry.number].map {
        Borderline(
          number: entry.number, rank: index + 1, total: entry.total,
          isRetained: index < retained, causes: $0)
      }
    }
  }

  private func note(
    _ cause: Cause, in causes: inout [DossierNumber: [Cause]], order changed: [RankingEntry]
  ) {
    let count = line.retained(changed)
    for (index, entry) in changed.enumerated() {
      guard let before = places[entry.number] else { continue }
      if (before < retained) != (index < count) { causes[entry.number, default: []].append(cause) }
    }
  }

  private func noteReviewers(in causes: inout [DossierNumber: [Cause]]) {
    let weights = GridWeights(grid)
    let reviewers = Set(cases.flatMap { $0.reviews.map(\.reviewer) }).sorted()
    for reviewer in reviewers {
      let changed = cases.map { each in
        let kept = each.reviews.filter { $0.reviewer != reviewer }
        return each.entry(
          weights, ratios: kept.count == each.reviews.count ? each.ratios : ratios(each, kept))
      }
      note(.withoutReviewer(reviewer), in: &causes, order: Ranking(changed).entries)
    }
  }

  /// A mark moves one project alone, and the line is drawn again.
  private func noteMarks(in causes: inout [DossierNumber: [Cause]]) {
    let weights = GridWeights(grid)
    for each in cases {
      guard let place = places[each.number] else { continue }
      for (index, review) in each.reviews.enumerated() {
        for criterion in grid.humanCriteria {
          guard let mark = review.marks[criterion.code] else { continue }
          for to in [mark - 1, mark + 1] where (0...Criterion.highestMark).contains(to) {
            var reviews = each.reviews
            var marks = review.marks
            marks[criterion.code] = to
            reviews[index] = ScoringBeside.Review(reviewer: review.reviewer, marks: marks)
            let entry = each.entry(weights, ratios: ratios(each, reviews))
            guard changesSide(entry, from: place) else { continue }
            causes[each.number, default: []].append(
              .mark(
                reviewer: review.reviewer, criterion: criterion.code, from: mark, to: to))
          }
        }
      }
    }
  }

  /// Whether a project that leaves its place for the one its new total gives changes side of the line.
  private func changesSide(_ entry: RankingEntry, from place: Int) -> Bool {
    var moved = order
    moved.remove(at: place)
    let arrival = moved.firstIndex { RankingEntry.precedes(entry, $0) } ?? moved.count
    guard arrival != place else { return false }
    moved.insert(entry, at: arrival)
    return (place < retained) != (arrival < line.retained(moved))
  }

  /// The ratios of a dossier with other reviews.
  private func ratios(_ each: Case, _ reviews: [ScoringBeside.Review]) -> [Int] {
    var ratios = each.ratios
    for (place, criterion) in grid.criteria.enumerated() where criterion.isHuman {
      guard place < ratios.count else { continue }
      ratios[place] =
        HumanMark.evaluate(
          reviews.compactMap { $0.marks[criterion.code] }, aggregation: grid.aggregation
        ).ratio
    }
    return ratios
  }
}

extension Sensitivity.Case {
  fileprivate func entry(_ weights: GridWeights, ratios: [Int]? = nil) -> RankingEntry {
    RankingEntry(number: number, ratios: ratios ?? self.ratios, weights: weights, need: need)
  }
}

public import Dossiers
public import Vocabulary

/// What ranking needs to know of a dossier.
public struct RankingEntry: Hashable, Sendable {
  public let number: DossierNumber
  public let total: Points
  /// Points on the criterion of greatest weight.
  public let heaviest: Points
  /// The total asked for.
  public let need: Cents
  /// Code of the axis of its objective, to rank one axis alone.
  public let axis: String?

  /// States what is known of a dossier.
  public init(
    number: DossierNumber, total: Points, heaviest: Points, need: Cents, axis: String? = nil
  ) {
    self.number = number
    self.total = total
    self.heaviest = heaviest
    self.need = need
    self.axis = axis
  }

  /// Takes the points of a card.
  public init(number: DossierNumber, card: Scorecard, need: Cents, axis: String? = nil) {
    self.init(
      number: number, total: card.total, heaviest: card.heaviest, need: need, axis: axis)
  }

  /// Gives their weights to how far each criterion is met.
  ///
  /// - Parameters:
  ///   - number: the dossier.
  ///   - ratios: millionths, in the order of the grid.
  ///   - weights: those of the grid.
  ///   - need: the total asked for.
  public init(number: DossierNumber, ratios: [Int], weights: GridWeights, need: Cents) {
    let (total, heaviest) = weights.points(of: ratios)
    self.init(number: number, total: total, heaviest: heaviest, need: need)
  }

  /// The rule of the ranking: more points; then more on the criterion of greatest weight; then the
  /// smaller need; then the dossier deposited first.
  public static func precedes(_ left: RankingEntry, _ right: RankingEntry) -> Bool {
    if left.total != right.total { return left.total > right.total }
    if left.heaviest != right.heaviest { return left.heaviest > right.heaviest }
    if left.need != right.need { return left.need < right.need }
    return left.number < right.number
  }
}

/// The dossiers of a call in order, without equal ranks.
public struct Ranking: Hashable, Sendable {
  /// The rule in French, to print under a ranking.
  public static let rule = """
    À égalité de points\u{00A0}: le plus de points au critère de plus fort poids, puis le besoin \
    le plus faible, puis le dossier déposé le premier.
    """

  /// Best first.
  public let entries: [RankingEntry]

  /// Ranks dossiers, whatever their order; numbers must differ.
  ///
  /// - Parameters:
  ///   - entries: the dossiers.
  ///   - axis: keeps only those of this axis, when given.
  public init(_ entries: some Sequence<RankingEntry>, axis: String? = nil) {
    self.entries = entries.filter { axis == nil || $0.axis == axis }
      .sorted(by: RankingEntry.precedes)
  }

  /// Each dossier with its rank, from 1.
  public var ranked: [(rank: Int, entry: RankingEntry)] {
    entries.enumerated().map { (rank: $0.offset + 1, entry: $0.element) }
  }
}

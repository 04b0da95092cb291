public import Contract

/// The weights of a grid, ready to be given to the ratios of many dossiers.
public struct GridWeights: Hashable, Sendable {
  /// Whole points, in the order of the grid.
  public var weights: [Int]

  /// Takes the weights of a grid.
  public init(_ grid: Grid) { weights = grid.criteria.map(\.weight) }

  /// The place of the criterion of greatest weight, the first when several share it.
  private var heaviest: Int {
    weights.indices.reduce(0) { weights[$1] > weights[$0] ? $1 : $0 }
  }

  /// The total of the points and those on the criterion of greatest weight.
  ///
  /// - Parameter ratios: millionths, in the order of the grid; those that are missing give nothing.
  /// - Returns: both, in tenths of points.
  public func points(of ratios: [Int]) -> (total: Points, heaviest: Points) {
    guard !weights.isEmpty else { return (.zero, .zero) }
    var total = Points.zero
    var best = Points.zero
    let heaviest = heaviest
    for (place, ratio) in ratios.prefix(weights.count).enumerated() {
      let points = Points(weight: weights[place], ratio: ratio)
      total = total + points
      if place == heaviest { best = points }
    }
    return (total, best)
  }
}

public import Contract
public import Vocabulary

/// What one purse may bring to one project: a cell of the allocation.
public struct FundingCell: Hashable, Sendable {
  public let purse: String
  /// Least amount when the purse gives any.
  public let minimum: Cents
  /// Most it may give: asked amount, purse ceiling, maximum rate, whichever is least.
  public let maximum: Cents
}

/// What became of one request: the cells it opens, or why no purse can serve it.
public struct RequestOutcome: Hashable, Sendable {
  public let request: FinancingPlan.Request
  public let cells: [FundingCell]
  /// For each purse of the funder that cannot serve, why.
  public let obstacles: [String: [PurseObstacle]]
}

extension Application {
  /// Spreads each request over the purses of its funder: ordinary policies first.
  ///
  /// Specific credits take what remains (loi n° 2014-173, article 1er), each purse within its own
  /// ceiling and rate.
  public func requestOutcomes(in call: Call) -> [RequestOutcome] {
    plan.requests.map { request in
      let purses = call.purses(askedBy: request)
      var obstacles: [String: [PurseObstacle]] = [:]
      var cells: [FundingCell] = []
      var left = request.amount
      for purse in purses.sorted(by: Purse.commonLawFirst) {
        let reasons = self.obstacles(to: purse)
        guard reasons.isEmpty else {
          obstacles[purse.id] = reasons
          continue
        }
        let most = min(left, ceiling(of: purse))
        let least = purse.minimum ?? .zero
        guard most > .zero, most >= least else { continue }
        cells.append(FundingCell(purse: purse.id, minimum: least, maximum: most))
        left -= most
      }
      return RequestOutcome(request: request, cells: cells, obstacles: obstacles)
    }
  }

  /// The cells of every request; two requests that reach one purse add up, within its ceiling.
  public func fundingCells(in call: Call) -> [FundingCell] {
    var order: [String] = []
    var merged: [String: FundingCell] = [:]
    for cell in requestOutcomes(in: call).flatMap(\.cells) {
      guard let earlier = merged[cell.purse] else {
        order.append(cell.purse)
        merged[cell.purse] = cell
        continue
      }
      let bound = call.purse(cell.purse).map { ceiling(of: $0) } ?? earlier.maximum
      merged[cell.purse] = FundingCell(
        purse: cell.purse, minimum: earlier.minimum,
        maximum: min(earlier.maximum + cell.maximum, bound))
    }
    return order.compactMap { merged[$0] }
  }

  /// The most a purse may give to this project, whatever was asked.
  public func ceiling(of purse: Purse) -> Cents {
    let byRate = purse.maximumRate?.share(of: budget.cost, rounding: .down) ?? purse.amount
    return min(purse.amount, purse.maximum ?? purse.amount, byRate)
  }
}

extension Call {
  /// The purses a request is addressed to: those of its funder, of the commune named if any.
  public func purses(askedBy request: FinancingPlan.Request) -> [Purse] {
    purses.filter { purse in
      guard purse.funder == request.funder else { return false }
      return purse.commune == nil || request.commune == nil || purse.commune == request.commune
    }
  }
}

extension Purse {
  /// Ordinary policies before specific credits, then by identifier.
  static func commonLawFirst(_ left: Purse, _ right: Purse) -> Bool {
    if left.nature != right.nature { return left.nature == .commonLaw }
    return left.id < right.id
  }
}

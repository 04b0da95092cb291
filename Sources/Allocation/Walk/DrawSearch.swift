/// What is left to settle of an even draw under side rules.
struct DrawSearch {
  var draw: Draw
  /// A flow with the same totals and the same specific money, free of side rules.
  let flow: Network
  /// Questions that may still be asked.
  var remaining: Int
  /// Whether some answer was not proven.
  var isCutShort = false

  init(draw: Draw, flow: Network, remaining: Int) {
    self.draw = draw
    self.flow = flow
    self.remaining = remaining
  }

  /// The purses whose rate is not settled yet.
  var pending: [Int] { draw.weighing }

  /// The best draw within these capacities if there were no side rules.
  func ideal(caps: [Int64]) -> [Int64] {
    var flow = flow
    _ = flow.cap(to: Array(caps.prefix(draw.available.count)), draw)
    flow.spread(draw)
    return Array(flow.used.prefix(draw.available.count))
  }

  /// By purse, what the pending ones may give; the others are not bounded further.
  func caps(_ cap: (Int64) -> Int64) -> [Int64] {
    var caps = [Int64](repeating: .max, count: draw.available.count)
    for purse in pending { caps[purse] = cap(draw.available[purse]) }
    return caps
  }

  /// The same for given amounts.
  func caps(at amounts: [Int64]) -> [Int64] {
    var caps = [Int64](repeating: .max, count: draw.available.count)
    for purse in pending { caps[purse] = amounts[purse] }
    return caps
  }

  /// The same when the chosen purses may reach the rate, and no other pending one.
  func caps(at rate: Draw.Rate, for chosen: [Int]) -> [Int64] {
    var caps = caps { rate.mostBelow(of: $0) }
    for purse in chosen { caps[purse] = rate.most(of: draw.available[purse]) }
    return caps
  }

  /// Takes over what a trial has spent.
  mutating func takeNote(of trial: DrawSearch) {
    remaining = trial.remaining
    isCutShort = isCutShort || trial.isCutShort
  }
}

extension [Int] {
  /// Every way to choose `count` of the elements, in order.
  func subsets(of count: Int) -> [[Int]] {
    guard count > 0 else { return [[]] }
    return indices.flatMap { index in
      Array(self[(index + 1)...]).subsets(of: count - 1).map { [self[index]] + $0 }
    }
  }
}

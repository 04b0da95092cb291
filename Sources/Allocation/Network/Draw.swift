/// What the purses may give, by which their consumption is compared.
///
/// A draw is better when the rates consumed/available, sorted from the highest, are smaller one after the
/// other; at equal rates, when the first purses give more. All of it follows from one order on units:
/// a unit weighs by the rate it brings its purse to, then by the size of its step, then by purse.
struct Draw {
  /// By purse, in cents, while amounts given are in units.
  let available: [Int64]
  /// The purses whose consumption is settled, and weighs nothing.
  var settled: Set<Int> = []

  /// The purses whose consumption weighs.
  var weighing: [Int] {
    available.indices.filter { available[$0] > 0 && !settled.contains($0) }
  }

  /// Whether the `amount`-th unit of a purse weighs more than the `other`-th of another.
  func weighsMore(_ purse: Int, _ amount: Int64, than second: Int, _ other: Int64) -> Bool {
    guard settled.isEmpty || settled.contains(purse) == settled.contains(second) else {
      return settled.contains(second)
    }
    let left = Int128(amount) * Int128(available[second])
    let right = Int128(other) * Int128(available[purse])
    if left != right { return left > right }
    return (-available[purse], purse) > (-available[second], second)
  }

  /// How many units are better moved from a purse, which gives `amount`, to another.
  func transfer(
    from purse: Int, _ amount: Int64, to second: Int, _ other: Int64, room: Int64
  ) -> Int64 {
    let most = min(amount, room)
    guard most > 0 else { return 0 }
    if settled.contains(second) { return most }
    let sizes = (Int128(available[purse]), Int128(available[second]))
    let gap = Int128(amount + 1) * sizes.1 - Int128(other) * sizes.0
    guard gap > 0 else { return 0 }
    let balanced = min(Int128(most), gap / (sizes.0 + sizes.1))
    let moved = Int64(balanced)
    guard moved > 0 else { return 0 }
    // At the very balance, only the step and the order of purses tell.
    return weighsMore(purse, amount - moved + 1, than: second, other + moved) ? moved : moved - 1
  }

  /// Whether the first draw is better than the second.
  func isBetter(_ first: [Int64], than second: [Int64]) -> Bool {
    for (left, right) in zip(sorted(first), sorted(second)) {
      let rates = (
        Int128(first[left]) * Int128(available[right]),
        Int128(second[right]) * Int128(available[left])
      )
      if rates.0 != rates.1 { return rates.0 < rates.1 }
    }
    return second.lexicographicallyPrecedes(first)
  }

  /// The purses that have something, the highest rate first.
  private func sorted(_ amounts: [Int64]) -> [Int] {
    available.indices.filter { available[$0] > 0 }.sorted { left, right in
      let rates = (
        Int128(amounts[left]) * Int128(available[right]),
        Int128(amounts[right]) * Int128(available[left])
      )
      return rates.0 == rates.1 ? left < right : rates.0 > rates.1
    }
  }
}

extension Draw {
  /// A rate of consumption, as an exact fraction.
  struct Rate {
    let amount: Int64
    let available: Int64

    static func < (left: Rate, right: Rate) -> Bool {
      Int128(left.amount) * Int128(right.available) < Int128(right.amount) * Int128(left.available)
    }

    /// The most that a purse of this size gives without exceeding the rate.
    func most(of size: Int64) -> Int64 {
      Int64(Int128(amount) * Int128(size) / Int128(available))
    }

    /// The most that a purse of this size gives below the rate; -1 when nothing is.
    func mostBelow(of size: Int64) -> Int64 {
      Int64((Int128(amount) * Int128(size) + Int128(available) - 1) / Int128(available)) - 1
    }

    /// Whether a purse of this size can be drawn at this very rate.
    func isReached(by size: Int64) -> Bool { mostBelow(of: size) < most(of: size) }
  }

  func rate(_ purse: Int, _ amount: Int64) -> Rate {
    Rate(amount: amount, available: available[purse])
  }

  /// The highest rate among these purses.
  func highest(_ purses: [Int], _ amounts: [Int64]) -> Rate? {
    purses.map { rate($0, amounts[$0]) }.max { $0 < $1 }
  }

  /// A rate strictly between two that some of these purses can have; nil when there is none.
  func rate(between low: Rate, and high: Rate, of purses: [Int]) -> Rate? {
    for purse in purses.sorted(by: { (available[$0], $1) > (available[$1], $0) }) {
      let first = low.most(of: available[purse]) + 1
      let last = high.mostBelow(of: available[purse])
      if first <= last { return rate(purse, first + (last - first) / 2) }
    }
    return nil
  }
}

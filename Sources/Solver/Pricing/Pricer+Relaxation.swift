extension Pricer {
  /// A part of what a cell may carry, at one price.
  private struct Segment {
    let cell: Int
    let room: Int64
    let price: Double
  }

  /// The cheapest amounts when minima and costs of use are spread over the units; leaves them in
  /// ``amounts``.
  func relaxedCost(_ member: BlockProgramme.Member, isUsed: [Bool]) -> Double? {
    var segments: [Segment] = []
    var fixed: Double = 0
    for (place, cell) in member.cells.enumerated() {
      let use = usePrice[cell]
      if isUsed[place] { fixed += use }
      let room = high[cell] - low[cell]
      guard room > 0 else { continue }
      if isUsed[place] || use == 0 {
        segments.append(Segment(cell: cell, room: room, price: unitPrice[cell]))
      } else if use > 0 {
        let price = unitPrice[cell] + use / Double(high[cell])
        segments.append(Segment(cell: cell, room: room, price: price))
      } else {
        let first = min(room, max(programme.cells[cell].least, 1))
        let price = unitPrice[cell] + use / Double(first)
        segments.append(Segment(cell: cell, room: first, price: price))
        if room > first {
          segments.append(Segment(cell: cell, room: room - first, price: unitPrice[cell]))
        }
      }
    }
    segments.sort { ($0.price, $0.cell) < ($1.price, $1.cell) }
    guard let cost = fill(member, segments, at: nil) else { return nil }
    if respectsShares(member) { return fixed + cost }
    return bestTotal(member, segments).map { fixed + $0 }
  }

  /// Fills the segments up to what is worth it, or exactly to `total` within the shares of it.
  private func fill(
    _ member: BlockProgramme.Member, _ segments: [Segment], at total: Int64?
  ) -> Double? {
    var reached: Int64 = 0
    var cost: Double = 0
    for cell in member.cells {
      amounts[cell] = low[cell]
      reached += low[cell]
      cost += Double(low[cell]) * unitPrice[cell]
      if let total, low[cell] > most(cell, of: total) { return nil }
    }
    for segment in segments {
      let aim = total ?? (segment.price < 0 ? member.ceiling : member.floor)
      guard aim > reached else { break }
      var room = segment.room
      if let total { room = min(room, most(segment.cell, of: total) - amounts[segment.cell]) }
      let taken = min(aim - reached, max(0, room))
      amounts[segment.cell] += taken
      reached += taken
      cost += Double(taken) * segment.price
    }
    if let total { return reached == total ? cost : nil }
    guard reached >= member.floor, reached <= member.ceiling else { return nil }
    return cost
  }

  private func most(_ cell: Int, of total: Int64) -> Int64 {
    let share = programme.cells[cell].shareOfTotal
    return share >= 10_000 ? .max : Int64(Int128(total) * Int128(share) / 10_000)
  }

  private func respectsShares(_ member: BlockProgramme.Member) -> Bool {
    let total = member.cells.reduce(0) { $0 + amounts[$1] }
    return member.cells.allSatisfy { amounts[$0] <= most($0, of: total) }
  }

  /// Totals that are all tried, when there are no more than that.
  private static let fewTotals: Int64 = 64

  /// The cost is convex in the total, cents apart: the best total is looked for by halving on the
  /// slope, or among all of them when they are few.
  private func bestTotal(_ member: BlockProgramme.Member, _ segments: [Segment]) -> Double? {
    guard var left = leastTotal(member) else { return nil }
    let sum = member.cells.reduce(Int64(0)) { $0 + high[$1] }
    var right = min(member.ceiling, sum)
    guard left <= right else { return nil }
    if right - left < Self.fewTotals { return bestOfFew(member, segments, left...right) }
    while left < right {
      let middle = left + (right - left) / 2
      guard let here = fill(member, segments, at: middle),
        let next = fill(member, segments, at: middle + 1)
      else {
        right = middle
        continue
      }
      if next < here { left = middle + 1 } else { right = middle }
    }
    return fill(member, segments, at: left)
  }

  private func bestOfFew(
    _ member: BlockProgramme.Member, _ segments: [Segment], _ totals: ClosedRange<Int64>
  ) -> Double? {
    var best: (cost: Double, total: Int64)?
    for total in totals {
      guard let cost = fill(member, segments, at: total) else { continue }
      if let known = best?.cost, known <= cost { continue }
      best = (cost, total)
    }
    return best.flatMap { fill(member, segments, at: $0.total) }
  }

  /// Below it, some cell must bring more than its share.
  private func leastTotal(_ member: BlockProgramme.Member) -> Int64? {
    var least = max(member.floor, member.cells.reduce(Int64(0)) { $0 + low[$1] })
    for cell in member.cells where low[cell] > 0 {
      let share = Int128(programme.cells[cell].shareOfTotal)
      guard share > 0 else { return nil }
      least = max(least, Int64((Int128(low[cell]) * 10_000 + share - 1) / share))
    }
    return least
  }
}

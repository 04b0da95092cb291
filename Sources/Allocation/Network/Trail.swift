/// The bins a search has reached, and how.
struct Trail {
  /// The residual step by which a bin was reached.
  enum Step {
    /// Straight from the project that asks, through this cell.
    case entry(cell: Int32)
    /// From a bin inside it.
    case climb(from: Int32)
    /// From the bin around it, taking back what it had let out.
    case descend(from: Int32)
    /// By a project that gives less through the first cell and more through the second.
    case shift(from: Int32, to: Int32)
    /// The bin that must let out less.
    case origin
  }

  /// Where a search ends well.
  enum End {
    /// A root with room.
    case root(Int)
    /// A cell whose project has more than its lower bound.
    case surplus(cell: Int)
  }

  private var stamp: [Int32]
  private var round: Int32 = 0
  private(set) var steps: [Step]
  /// Reached bins, in order.
  private(set) var queue: [Int] = []

  init(binCount: Int) {
    stamp = [Int32](repeating: 0, count: binCount)
    steps = [Step](repeating: .origin, count: binCount)
  }

  mutating func restart() {
    round &+= 1
    queue.removeAll(keepingCapacity: true)
  }

  func hasReached(_ bin: Int) -> Bool { stamp[bin] == round }

  mutating func reach(_ bin: Int, by step: Step) {
    guard stamp[bin] != round else { return }
    stamp[bin] = round
    steps[bin] = step
    queue.append(bin)
  }
}

import Allocation
import Vocabulary

extension ExhaustiveOracle {
  /// What a settled list of projects receives, by enumeration.
  struct Amounts {
    struct Answer: Equatable {
      var retained: [String] = []
      /// By rank.
      var totals: [Int64] = []
      var specific: Int64 = 0
    }

    private let oracle: ExhaustiveOracle
    private let retained: [Int]
    private let limits: Limits
    /// The vectors still possible for each retained project, by rank.
    private var options: [[[Int64]]]

    /// `retained` are places in the ranking, in order.
    init(_ oracle: ExhaustiveOracle, of retained: [Int]) {
      self.oracle = oracle
      self.retained = retained
      limits = Limits(oracle)
      options = retained.map { oracle.vectors(of: $0) }
    }

    var isPossible: Bool { fits(options) }

    /// The totals raised by rank, then the least specific money.
    var answer: Answer { answer(raising: Array(retained.indices)) }

    /// The totals raised in this order of the retained projects, then the least specific money.
    func answer(raising order: [Int]) -> Answer {
      var copy = self
      for place in order { copy.raise(place) }
      return copy.settled()
    }

    private mutating func raise(_ place: Int) {
      let best = Set(options[place].map(\.total)).sorted(by: >).first { wanted in
        var narrowed = options
        narrowed[place] = options[place].filter { $0.total == wanted }
        return fits(narrowed)
      }
      options[place] = options[place].filter { $0.total == best }
    }

    private func settled() -> Answer {
      Answer(
        retained: retained.map { oracle.projects[$0].id },
        totals: options.map { $0.first?.total ?? -1 },
        specific: (0...1_000).first { fits(options, specific: $0) } ?? -1)
    }

    private func fits(_ options: [[[Int64]]], specific: Int64 = .max) -> Bool {
      limits.fit(zip(retained, options).map { (oracle.projects[$0], $1) }, specific: specific)
    }
  }
}

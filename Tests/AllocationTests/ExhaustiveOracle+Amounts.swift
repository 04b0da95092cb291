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
      /// What each purse gives, in the order of the instance.
      var draw: [Int64] = []
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

    /// Units given one by one, each to the smallest share of a need that can still take one, the
    /// best ranked among equals; then the least specific money.
    var shares: Answer {
      var copy = self
      var rising = retained.indices.filter { oracle.projects[retained[$0]].need > .zero }
      while let place = rising.min(by: { (copy.share($0), $0) < (copy.share($1), $1) }) {
        let least = copy.least(place) + oracle.unit
        var narrowed = copy.options
        narrowed[place] = narrowed[place].filter { $0.total >= least }
        if fits(narrowed) {
          copy.options = narrowed
        } else {
          rising.removeAll { $0 == place }
          let most = copy.least(place)
          copy.options[place].removeAll { $0.total > most }
        }
      }
      return copy.settled()
    }

    /// The least that the project still may receive, a multiple of the unit above its floor.
    private func least(_ place: Int) -> Int64 { options[place].map(\.total).min() ?? 0 }

    private func share(_ place: Int) -> Fraction {
      Fraction(least(place), oracle.projects[retained[place]].need.rawValue)
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
      let specific = (0...1_000).first { fits(options, specific: $0) } ?? -1
      return Answer(
        retained: retained.map { oracle.projects[$0].id },
        totals: options.map { $0.first?.total ?? -1 }, specific: specific,
        draw: evenDraw(specific: specific))
    }

    private func fits(_ options: [[[Int64]]], specific: Int64 = .max) -> Bool {
      limits.fit(served(options), specific: specific)
    }

    /// The least that soft minima lack with this list: projects, then cents.
    func leastShortfall() -> [Int64]? {
      let soft = oracle.instance.constraints.filter(\.isSoft)
      let counted = soft.map { constraint in
        { (project: Instance.Project, vector: [Int64]) in count(constraint, project, vector) }
      }
      return limits.reachable(served(options), counted).map { reached in
        var missing: [Int64] = [0, 0]
        for (constraint, value) in zip(soft, reached) {
          let (kind, target) = target(constraint)
          missing[kind] += max(0, target - value)
        }
        return missing
      }.min { $0.lexicographicallyPrecedes($1) }
    }

    /// 0 for projects, 1 for cents, and what should be reached.
    private func target(_ constraint: Instance.Constraint) -> (kind: Int, target: Int64) {
      switch constraint {
      case .minimumShare(let id, _, let share):
        let amount = oracle.purses.first { $0.id == id }?.amount.rawValue ?? 0
        return (1, (amount * share.count + 9_999) / 10_000)
      case .minimumCount(_, _, let least): return (0, least)
      default: return (0, 0)
      }
    }

    private func count(
      _ constraint: Instance.Constraint, _ project: Instance.Project, _ vector: [Int64]
    ) -> Int64 {
      let place = oracle.purses.firstIndex { $0.id == constraint.purse }
      switch constraint {
      case .minimumShare(_, let category, _):
        return category.contains(project) ? place.map { vector[$0] } ?? 0 : 0
      case .minimumCount(_, let category, _):
        guard category?.contains(project) ?? true else { return 0 }
        return place.map { vector[$0] > 0 ? 1 : 0 } ?? 1
      default: return 0
      }
    }

    private func served(
      _ options: [[[Int64]]]
    ) -> [(project: Instance.Project, vectors: [[Int64]])] {
      zip(retained, options).map { (oracle.projects[$0], $1) }
    }

    /// Of all the draws, that whose rates sorted from the highest are the least; at equal rates, the
    /// first purses give the most.
    private func evenDraw(specific: Int64) -> [Int64] {
      let available = limits.available
      let draws = limits.draws(served(options), specific: specific)
      return draws.min { left, right in
        let rates = [left, right].map { draw in
          zip(draw, available).filter { $1 > 0 }.map { Fraction($0, $1) }.sorted { $1 < $0 }
        }
        if rates[0] != rates[1] { return rates[0].lexicographicallyPrecedes(rates[1], by: <) }
        return right.lexicographicallyPrecedes(left)
      } ?? []
    }
  }
}

/// A ratio of small numbers.
struct Fraction: Comparable {
  let numerator: Int64
  let denominator: Int64

  init(_ numerator: Int64, _ denominator: Int64) {
    self.numerator = numerator
    self.denominator = denominator
  }

  static func == (left: Self, right: Self) -> Bool {
    left.numerator * right.denominator == right.numerator * left.denominator
  }

  static func < (left: Self, right: Self) -> Bool {
    left.numerator * right.denominator < right.numerator * left.denominator
  }
}

import Allocation
import Vocabulary

extension ExhaustiveOracle {
  /// What is common to several projects: purses, shares, counts, and minima that must be kept.
  struct Limits {
    /// Something that must not exceed `most` in the end.
    private struct Limit {
      let most: Int64
      /// Whether it only grows, so that it can be given up as soon as it is exceeded.
      var onlyGrows = true
      let use: (Instance.Project, [Int64]) -> Int64
    }

    private let purses: [Instance.Purse]
    private let limits: [Limit]

    init(_ oracle: ExhaustiveOracle) {
      let instance = oracle.instance
      purses = oracle.purses
      let whole = purses.enumerated().map { index, purse in
        var most = purse.amount.rawValue
        for case .reserve(purse.id, let kept) in instance.constraints { most -= kept.rawValue }
        return Limit(most: max(0, most)) { $1[index] }
      }
      let purses = purses
      limits =
        whole + instance.constraints.compactMap { Self.limit(of: $0, purses) }
        + oracle.kept.compactMap { Self.limit(keeping: $0.least, of: $0.minimum, purses) }
    }

    private static func limit(
      of constraint: Instance.Constraint, _ purses: [Instance.Purse]
    ) -> Limit? {
      guard let purse = purses.firstIndex(where: { $0.id == constraint.purse }) else { return nil }
      switch constraint {
      case .maximumShare(_, let category, let share):
        let most = purses[purse].amount.rawValue * share.count / 10_000
        return Limit(most: most) { category.contains($0) ? $1[purse] : 0 }
      case .maximumCount(_, let category, let most):
        return Limit(most: most) { (category?.contains($0) ?? true) && $1[purse] > 0 ? 1 : 0 }
      case .cofunding, .reserve, .reservation, .minimumShare, .minimumCount: return nil
      }
    }

    private static func limit(
      keeping least: Int64, of constraint: Instance.Constraint, _ purses: [Instance.Purse]
    ) -> Limit? {
      guard let purse = purses.firstIndex(where: { $0.id == constraint.purse }) else { return nil }
      switch constraint {
      case .minimumShare(_, let category, _):
        return Limit(most: -least, onlyGrows: false) { category.contains($0) ? -$1[purse] : 0 }
      case .minimumCount(_, let category, _):
        return Limit(most: -least, onlyGrows: false) {
          (category?.contains($0) ?? true) && $1[purse] > 0 ? -1 : 0
        }
      default: return nil
      }
    }

    /// Whether one vector each can be chosen, with at most so much specific money.
    func fit(
      _ options: [(project: Instance.Project, vectors: [[Int64]])], specific: Int64 = .max
    ) -> Bool {
      let special = purses.indices.filter { purses[$0].nature == .specific }
      let all = limits + [Limit(most: specific) { special.map($1.at).total }]
      let uses = options.map { project, vectors in
        Array(Set(vectors.map { vector in all.map { $0.use(project, vector) } }))
      }
      var dead: Set<[Int64]> = []
      return choose(uses, 0, all.map(\.most), all.map(\.onlyGrows), &dead)
    }

    /// What each purse may give in the end.
    var available: [Int64] { limits.prefix(purses.count).map { $0.most } }

    /// Every draw on the purses, one vector being chosen for each project.
    func draws(
      _ options: [(project: Instance.Project, vectors: [[Int64]])], specific: Int64
    ) -> [[Int64]] {
      let special = purses.indices.filter { purses[$0].nature == .specific }
      let all = limits + [Limit(most: specific) { _, vector in special.map { vector[$0] }.total }]
      var left: Set<[Int64]> = [all.map(\.most)]
      for (project, vectors) in options {
        let uses = Set(vectors.map { vector in all.map { $0.use(project, vector) } })
        left = Set(
          left.flatMap { left in uses.map { use in zip(left, use).map { $0 - $1 } } }
            .filter { zip($0, all).allSatisfy { $0 >= 0 || !$1.onlyGrows } })
      }
      return left.filter { $0.allSatisfy { $0 >= 0 } }.map { left in
        purses.indices.map { all[$0].most - left[$0] }
      }
    }

    /// What each of these can add up to, one vector being chosen for each project.
    func reachable(
      _ options: [(project: Instance.Project, vectors: [[Int64]])],
      _ counted: [(Instance.Project, [Int64]) -> Int64]
    ) -> Set<[Int64]> {
      let start = limits.map(\.most) + counted.map { _ in 0 }
      var left: Set<[Int64]> = [start]
      for (project, vectors) in options {
        let uses = Set(
          vectors.map { vector in
            limits.map { $0.use(project, vector) } + counted.map { -$0(project, vector) }
          })
        left = Set(
          left.flatMap { left in uses.map { use in zip(left, use).map { $0 - $1 } } }
            .filter { zip($0, limits).allSatisfy { $0 >= 0 || !$1.onlyGrows } })
      }
      return Set(left.map { Array($0.dropFirst(limits.count)) })
    }

    private func choose(
      _ uses: [[[Int64]]], _ place: Int, _ left: [Int64], _ onlyGrows: [Bool],
      _ dead: inout Set<[Int64]>
    ) -> Bool {
      guard place < uses.count else { return left.allSatisfy { $0 >= 0 } }
      let key = [Int64(place)] + left
      if dead.contains(key) { return false }
      for use in uses[place] {
        let after = zip(left, use).map { $0 - $1 }
        let isHopeless = zip(after, onlyGrows).contains { $0 < 0 && $1 }
        if !isHopeless, choose(uses, place + 1, after, onlyGrows, &dead) { return true }
      }
      dead.insert(key)
      return false
    }
  }
}

extension [Int64] {
  fileprivate func at(_ index: Int) -> Int64 { self[index] }
}

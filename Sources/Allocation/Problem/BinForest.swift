import Vocabulary

/// The bins of the network: purses, share limits nested inside them, and one root around all
/// specific purses so that their total can be watched.
struct BinForest {
  private(set) var parent: [Int] = []
  private(set) var capacity: [Int64] = []
  private(set) var cellBin: [Int]
  /// For a bin that is a share limit, its rule; nil for purses and the specific root.
  private(set) var limits: [ShareLimit?] = []
  /// The purse a bin belongs to; nil for the specific root.
  private(set) var purse: [Int?] = []
  /// The root around the specific purses.
  let specificRoot: Int

  /// A share limit as a bin.
  struct ShareLimit {
    let category: Instance.Category
    let share: BasisPoints
  }

  /// Builds the bins; share limits that cross others become side rules of the draft.
  init(instance: Instance, draft: inout ProblemDraft) {
    cellBin = draft.cellPurse
    specificRoot = draft.purses.count
    for (index, purse) in draft.purses.enumerated() {
      parent.append(purse.nature == .specific ? specificRoot : -1)
      capacity.append(draft.purseCapacity[index])
      limits.append(nil)
      self.purse.append(index)
    }
    parent.append(-1)
    capacity.append(.max / 2)
    limits.append(nil)
    purse.append(nil)
    addLimits(of: instance, draft: &draft)
  }

  /// For each bin, the projects that have a cell in it, in order.
  func projects(cellProject: [Int]) -> [[Int]] {
    var projects = [[Int]](repeating: [], count: parent.count)
    for (cell, bin) in cellBin.enumerated() where projects[bin].last != cellProject[cell] {
      projects[bin].append(cellProject[cell])
    }
    return projects
  }

  private mutating func addLimits(of instance: Instance, draft: inout ProblemDraft) {
    var groups: [(purse: Int, limit: ShareLimit, cells: [Int])] = []
    for case .maximumShare(let id, let category, let share) in instance.constraints {
      guard let purse = draft.purseIndex[id] else { continue }
      let cells = draft.cells(of: purse, in: category)
      if !cells.isEmpty {
        groups.append((purse, ShareLimit(category: category, share: share), cells))
      }
    }
    groups.sort { left, right in
      if left.cells.count != right.cells.count { return left.cells.count > right.cells.count }
      if left.purse != right.purse { return left.purse < right.purse }
      return left.limit.precedes(right.limit)
    }
    for group in groups {
      let room = draft.purses[group.purse]
        .room(for: group.limit.category, within: group.limit.share)
      let most = room.rawValue / draft.unit
      add(group.limit, purse: group.purse, cells: group.cells, most: most, draft: &draft)
    }
  }

  /// Groups come by decreasing size: one that lies inside a single bin can be nested there.
  private mutating func add(
    _ limit: ShareLimit, purse: Int, cells: [Int], most: Int64, draft: inout ProblemDraft
  ) {
    for cell in cells where draft.low[cell] == 0 { draft.high[cell] = min(draft.high[cell], most) }
    let around = cellBin[cells[0]]
    guard cells.allSatisfy({ cellBin[$0] == around }) else {
      draft.sideRules.append(.share(group: draft.watch(cells), most: most))
      return
    }
    for cell in cells { cellBin[cell] = parent.count }
    parent.append(around)
    capacity.append(most)
    limits.append(limit)
    self.purse.append(purse)
  }
}

extension BinForest.ShareLimit {
  fileprivate func precedes(_ other: Self) -> Bool {
    let left = [category.criterion.rawValue, category.value]
    let right = [other.category.criterion.rawValue, other.category.value]
    if left != right { return left.lexicographicallyPrecedes(right) { $0.precedesInBytes($1) } }
    return share < other.share
  }
}

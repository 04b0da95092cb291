extension Search {
  /// Goes down every node above the cutoff, the highest bound first; every so often straight down
  /// to a leaf.
  func exploreNodes() {
    let base = master.pricer.decisions
    var queue = NodeQueue()
    var number = 0
    if let root = solve([], from: master.basis, number: &number) { queue.push(root) }
    var popped = 0
    while let node = queue.pop() {
      guard node.bound > cutoff, remaining > 0 else {
        leftBound = max(leftBound, node.bound)
        break
      }
      popped += 1
      var current: Node? = node
      var depth = best == nil || popped % 16 == 1 ? 200 : 1
      while let here = current, depth > 0, remaining > 0, here.bound > cutoff {
        depth -= 1
        var children = expand(here, base, number: &number)
        children.sort { $0.bound == $1.bound ? $0.number < $1.number : $0.bound > $1.bound }
        current = children.first
        for child in children.dropFirst() { queue.push(child) }
      }
      if let current { queue.push(current) }
      master.pricer.decisions = base
    }
    master.pricer.decisions = base
  }

  /// The children of a node that are worth going down.
  private func expand(
    _ node: Node, _ base: Restrictions, number: inout Int
  ) -> [Node] {
    apply(node, base)
    master.basis = node.basis
    master.refresh()
    let mix = Mix(master)
    let undecided = undecidedMembers(mix)
    let branches: [Node.Branch]
    if let member = choose(among: undecided) {
      branches = [.member(member.member, .yes), .member(member.member, .no)]
    } else if let cell = mix.undecidedCell(master) {
      branches = [.cell(cell, .yes), .cell(cell, .no)]
    } else {
      leftBound = max(leftBound, node.bound)
      return []
    }
    return branches.compactMap { branch in
      apply(node, base)
      decide(branch)
      return solve(node.branches + [branch], from: node.basis, number: &number)
    }
  }

  private func apply(_ node: Node, _ base: Restrictions) {
    master.pricer.decisions = base
    for branch in node.branches { decide(branch) }
  }

  private func decide(_ branch: Node.Branch) {
    switch branch {
    case .member(let member, let decision):
      master.pricer.decisions.decide(member: member, decision)
    case .cell(let cell, let decision): master.pricer.decisions.decide(cell: cell, decision)
    }
  }

  /// Solves the relaxation under the present decisions; nil when nothing better can be below.
  private func solve(_ branches: [Node.Branch], from basis: Basis, number: inout Int) -> Node? {
    remaining -= 1
    nodes += 1
    number += 1
    master.basis = basis
    let (relaxation, penalty) = relax()
    guard relaxation.bound > worst - 1e-7 * penalty else { return nil }
    guard relaxation.bound > cutoff else {
      leftBound = max(leftBound, relaxation.bound)
      return nil
    }
    let mix = Mix(master)
    if relaxation.isAllowed {
      if undecidedMembers(mix).isEmpty {
        if settle(mix, relaxation.bound) { return nil }
      } else if number % 8 == 1 {
        round(mix)
      }
    }
    return Node(branches: branches, basis: master.basis, bound: relaxation.bound, number: number)
  }

  /// The relaxation; when it would rather pay than obey, forbidden columns cost more and more.
  ///
  /// - Returns: the relaxation and the last cost, by which its precision is counted.
  private func relax() -> (Master.Relaxation, penalty: Double) {
    let penalty = master.penalty
    defer { master.penalty = penalty }
    var relaxation = master.solve(enough: cutoff, precision: precision)
    for _ in 0..<3 where !relaxation.isAllowed && relaxation.bound > max(cutoff, worst) {
      master.penalty *= 100
      relaxation = master.solve(enough: cutoff, precision: precision)
    }
    return (relaxation, master.penalty)
  }

  private func undecidedMembers(_ mix: Mix) -> [(member: Int, weight: Double)] {
    mix.taken(master).filter { $0.weight > 1e-6 && $0.weight < 1 - 1e-6 && isFree($0.member) }
  }

  private func isFree(_ member: Int) -> Bool { master.pricer.decisions.member[member] == .free }

  /// The member whose decision moves most value.
  private func choose(
    among undecided: [(member: Int, weight: Double)]
  ) -> (member: Int, weight: Double)? {
    var best: (member: Int, weight: Double)?
    var most = -1.0
    for one in undecided {
      let worth =
        (abs(programme.members[one.member].value) + 1) * min(one.weight, 1 - one.weight)
      if worth > most { (most, best) = (worth, one) }
    }
    return best
  }

  /// Makes a solution of a relaxation that leaves no member undecided.
  ///
  /// - Returns: whether nothing better can be below.
  private func settle(_ mix: Mix, _ bound: Double) -> Bool {
    round(mix)
    if bound <= cutoff {
      leftBound = max(leftBound, bound)
      return true
    }
    guard let realise, patience > 0 else { return false }
    let taken = takenByMix(mix)
    guard let amounts = realise(taken, suggestion(mix)) else {
      patience -= 1
      return false
    }
    var filling = Filling(master, prices: master.prices)
    for member in programme.members.indices where taken[member] {
      filling.take(member, programme.members[member].cells.map { amounts[$0] })
    }
    keep(filling.selection())
    guard bound <= cutoff else { return false }
    leftBound = max(leftBound, bound)
    return true
  }

  private func suggestion(_ mix: Mix) -> Suggestion {
    Suggestion(amounts: mix.amounts(master), slacks: Mix.slacks(master))
  }

  private func takenByMix(_ mix: Mix) -> [Bool] {
    var isTaken = [Bool](repeating: false, count: programme.members.count)
    for index in master.basis.key.prefix(programme.blocks.count) {
      for use in master.columns[Int(index)].uses { isTaken[Int(use.member)] = true }
    }
    for one in mix.taken(master) { isTaken[one.member] = one.weight >= 0.5 }
    return isTaken
  }

  /// Keeps the whole part of the mix, then takes the others within what is left.
  func round(_ mix: Mix) {
    var filling = Filling(master, prices: master.prices)
    let mixed = Set(mix.mixed.map(\.block))
    for block in programme.blocks.indices where !mixed.contains(block) {
      for use in master.columns[Int(master.basis.key[block])].uses {
        filling.take(Int(use.member), use.amounts)
      }
    }
    let order = mix.taken(master).filter { $0.weight > 1e-6 }
      .sorted { $0.weight == $1.weight ? $0.member < $1.member : $0.weight > $1.weight }
    for one in order where filling.isOpen(one.member) { _ = filling.take(one.member) }
    filling.fill()
    keep(filling.selection())
  }

  private func keep(_ selection: Selection?) {
    guard let selection else { return }
    if let best, selection.value <= best.value { return }
    best = selection
  }
}

/// What the relaxation mixes: for each block with more than one column, the columns and weights.
struct Mix {
  struct Part {
    let column: Int32
    let weight: Double
  }

  /// Blocks with more than one column of some weight, in order.
  var mixed: [(block: Int, parts: [Part])] = []

  init(_ master: Master) {
    var parts: [Int: [Part]] = [:]
    for place in 0..<master.rowCount {
      let block = master.block(ofWork: place)
      guard block >= 0, block < master.programme.blocks.count else { continue }
      parts[block, default: []].append(
        Part(column: master.basis.work[place], weight: master.basis.weight[place]))
    }
    for (block, works) in parts.sorted(by: { $0.key < $1.key }) {
      let rest = 1 - works.reduce(0) { $0 + $1.weight }
      let all = ([Part(column: master.basis.key[block], weight: rest)] + works)
        .filter { $0.weight > 1e-7 }
      guard all.count > 1 else {
        if let only = all.first, only.column != master.basis.key[block] {
          mixed.append((block, all))
        }
        continue
      }
      mixed.append((block, all))
    }
  }
}

extension Mix {
  /// How much of each member of the mixed blocks is taken.
  func taken(_ master: Master) -> [(member: Int, weight: Double)] {
    var result: [(member: Int, weight: Double)] = []
    for (block, parts) in mixed {
      for member in master.programme.blocks[block].levels.joined() {
        let weight = parts.reduce(0) { sum, part in
          sum + (master.columns[Int(part.column)].takes(member) ? part.weight : 0)
        }
        result.append((member, weight))
      }
    }
    return result
  }

  /// A cell that some of the columns use and others do not, the most undecided one.
  func undecidedCell(_ master: Master) -> Int? {
    var best: (cell: Int, distance: Double)?
    for (_, parts) in mixed {
      var used: [Int: Double] = [:]
      var whole: [Int: Double] = [:]
      for part in parts {
        for use in master.columns[Int(part.column)].uses {
          let cells = master.programme.members[Int(use.member)].cells
          for (cell, amount) in zip(cells, use.amounts) {
            whole[cell, default: 0] += part.weight
            if amount > 0 { used[cell, default: 0] += part.weight }
          }
        }
      }
      for cell in used.keys.sorted() where master.pricer.decisions.cell[cell] == .free {
        let share = (used[cell] ?? 0) / max(whole[cell] ?? 1, 1e-9)
        let distance = min(share, 1 - share)
        guard distance > 1e-6, distance > best?.distance ?? 0 else { continue }
        best = (cell, distance)
      }
    }
    return best?.cell
  }

  /// What each cell carries in the mix, rounded to whole units.
  func amounts(_ master: Master) -> [Int64] {
    var sums = [Double](repeating: 0, count: master.programme.cells.count)
    func add(_ column: Column, _ weight: Double) {
      for use in column.uses {
        let cells = master.programme.members[Int(use.member)].cells
        for (cell, amount) in zip(cells, use.amounts) { sums[cell] += weight * Double(amount) }
      }
    }
    let blocks = Set(mixed.map(\.block))
    for block in master.programme.blocks.indices where !blocks.contains(block) {
      add(master.columns[Int(master.basis.key[block])], 1)
    }
    for (_, parts) in mixed {
      for part in parts { add(master.columns[Int(part.column)], part.weight) }
    }
    return sums.map { Int64($0.rounded()) }
  }

  /// How much of each slack the mix uses, rounded up to whole units.
  static func slacks(_ master: Master) -> [Int64] {
    let first = master.programme.blocks.count
    return master.programme.slacks.indices.map { number in
      let block = first + number
      var rest = 1.0
      var sum = 0.0
      for place in 0..<master.rowCount where master.block(ofWork: place) == block {
        let weight = master.basis.weight[place]
        rest -= weight
        sum += weight * Double(master.columns[Int(master.basis.work[place])].slack)
      }
      sum += rest * Double(master.columns[Int(master.basis.key[block])].slack)
      return Int64((sum - 1e-6).rounded(.up))
    }
  }
}

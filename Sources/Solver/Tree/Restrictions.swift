/// What a node of the search has decided: members in or out, cells used or not.
struct Restrictions {
  enum Decision: Int8 {
    case free = 0
    case yes = 1
    case no = 2
  }

  private(set) var member: [Decision]
  private(set) var cell: [Decision]
  /// How many decisions each block is under.
  private(set) var count: [Int32]
  private let blockOfMember: [Int32]
  private let memberOfCell: [Int32]

  init(_ programme: BlockProgramme) {
    var blockOfMember = [Int32](repeating: 0, count: programme.members.count)
    for (number, block) in programme.blocks.enumerated() {
      for level in block.levels { for member in level { blockOfMember[member] = Int32(number) } }
    }
    var memberOfCell = [Int32](repeating: 0, count: programme.cells.count)
    for (number, member) in programme.members.enumerated() {
      for cell in member.cells { memberOfCell[cell] = Int32(number) }
    }
    self.blockOfMember = blockOfMember
    self.memberOfCell = memberOfCell
    member = [Decision](repeating: .free, count: programme.members.count)
    cell = [Decision](repeating: .free, count: programme.cells.count)
    count = [Int32](repeating: 0, count: programme.blocks.count)
    for (number, one) in programme.members.enumerated() {
      if one.isForced { decide(member: number, .yes) }
      if one.isForbidden { decide(member: number, .no) }
    }
  }

  func block(of member: Int) -> Int { Int(blockOfMember[member]) }

  mutating func decide(member number: Int, _ decision: Decision) {
    let block = Int(blockOfMember[number])
    if member[number] != .free { count[block] -= 1 }
    if decision != .free { count[block] += 1 }
    member[number] = decision
  }

  mutating func decide(cell number: Int, _ decision: Decision) {
    let block = Int(blockOfMember[Int(memberOfCell[number])])
    if cell[number] != .free { count[block] -= 1 }
    if decision != .free { count[block] += 1 }
    cell[number] = decision
  }
}

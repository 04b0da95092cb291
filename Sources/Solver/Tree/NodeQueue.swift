/// A node still to be explored: its decisions, and the basis its relaxation ended with.
struct Node {
  enum Branch {
    case member(Int, Restrictions.Decision)
    case cell(Int, Restrictions.Decision)
  }

  let branches: [Branch]
  let basis: Basis
  let bound: Double
  let number: Int
}

/// Nodes by bound, the highest first; equal bounds by depth, then by age.
struct NodeQueue {
  private var heap: [Node] = []

  private func precedes(_ left: Node, _ right: Node) -> Bool {
    if left.bound != right.bound { return left.bound > right.bound }
    if left.branches.count != right.branches.count {
      return left.branches.count > right.branches.count
    }
    return left.number < right.number
  }

  mutating func push(_ node: Node) {
    heap.append(node)
    var place = heap.count - 1
    while place > 0, precedes(heap[place], heap[(place - 1) / 2]) {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func pop() -> Node? {
    guard let top = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return top }
    heap[0] = last
    var place = 0
    while true {
      var best = place
      for child in [2 * place + 1, 2 * place + 2]
      where child < heap.count && precedes(heap[child], heap[best]) {
        best = child
      }
      guard best != place else { return top }
      heap.swapAt(place, best)
      place = best
    }
  }
}

import Committee
import Testing

@Suite struct `The ladder of firmness` {
  @Test(arguments: Firmness.allCases, Firmness.allCases)
  func `is climbed, or left before payment`(from: Firmness, to: Firmness) {
    let order = Firmness.allCases
    let climbs =
      to != .cancelled && from != .cancelled
      && order.firstIndex(of: to) ?? 0 > order.firstIndex(of: from) ?? 0
    let leaves = to == .cancelled && from != .cancelled && from != .paid
    #expect(from.mayBecome(to) == (climbs || leaves))
  }
}

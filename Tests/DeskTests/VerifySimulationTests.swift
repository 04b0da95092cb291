import Allocation
import Desk
import Testing
import Vocabulary

@Suite struct `A result called the most valuable` {
  private static let instance = Instance(
    projects: (1...3).map {
      Instance.Project(
        id: "P\($0)", rank: Int64($0), score: $0 == 3 ? 10 : 40, need: Cents(10), floor: Cents(10))
    }, purses: [Instance.Purse(id: "A", amount: Cents(10))],
    cells: (1...3).map { Instance.Cell(project: "P\($0)", purse: "A", maximum: Cents(10)) })

  /// The result that retains this project alone.
  private func claim(retaining id: String) -> Claim {
    var banned = Self.instance
    for index in banned.projects.indices where banned.projects[index].id != id {
      banned.projects[index].band = .never
    }
    return Claim(Allocator.solve(banned, strategy: .value))
  }

  @Test func `may be another list worth the same`() {
    #expect(Desk.departures(of: claim(retaining: "P1"), from: Self.instance, .value) == [])
    #expect(Desk.departures(of: claim(retaining: "P2"), from: Self.instance, .value) == [])
  }

  @Test func `may not be worth less`() {
    let found = Desk.departures(of: claim(retaining: "P3"), from: Self.instance, .value)
    #expect(found.map(\.code) == ["strategie_non_suivie"])
    #expect(found.first?.place.field == "objectif")
  }
}

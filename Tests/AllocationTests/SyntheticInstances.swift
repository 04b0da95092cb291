import Allocation
import TestKit
import Vocabulary

/// Instances of the size of a season and more, drawn from a seed.
enum SyntheticInstances {
  /// There is money for about half of the projects; each project may be paid by two to five purses.
  static func instance(
    projects count: Int, purses purseCount: Int, seed: UInt64, hasMinima: Bool = false,
    hasShares: Bool = false
  ) -> Instance {
    var random = SplitMix64(seed: seed)
    var instance = Instance(projects: [], purses: [], cells: [])
    var asked = [Int64](repeating: 0, count: purseCount)
    for number in 1...count {
      let need = random.cents(2_000...80_000) * 100
      let project = Instance.Project(
        id: "P\(number)", rank: Int64(number), score: random.cents(0...1_000), need: Cents(need),
        floor: Cents(need * random.cents(40...80) / 100), cost: Cents(need * 2),
        districts: ["Q\(random.number(1...20))"], axis: "\(random.number(1...5))")
      instance.projects.append(project)
      for purse in purses(of: random.number(2...5), among: purseCount, &random) {
        let most = need * random.cents(30...80) / 100
        let least = hasMinima ? min(most, 50_000) : 0
        asked[purse] += most
        instance.cells.append(
          Instance.Cell(
            project: project.id, purse: "E\(purse)", minimum: Cents(least), maximum: Cents(most)))
      }
    }
    for purse in 0..<purseCount {
      instance.purses.append(
        Instance.Purse(
          id: "E\(purse)", amount: Cents(asked[purse] / 6),
          nature: purse.isMultiple(of: 3) ? .specific : .commonLaw))
    }
    if hasShares { addShares(to: &instance) }
    return instance
  }

  private static func purses(
    of wanted: Int, among count: Int, _ random: inout SplitMix64
  ) -> [Int] {
    var chosen: Set<Int> = []
    while chosen.count < min(wanted, count) { chosen.insert(random.number(0...count - 1)) }
    return chosen.sorted()
  }

  private static func addShares(to instance: inout Instance) {
    for district in 1...20 {
      instance.constraints.append(
        .maximumShare(
          purse: "E0", of: Instance.Category(.district, "Q\(district)"), share: BasisPoints(600)))
    }
    instance.constraints.append(
      .maximumShare(purse: "E1", of: Instance.Category(.axis, "1"), share: BasisPoints(1_000)))
  }
}

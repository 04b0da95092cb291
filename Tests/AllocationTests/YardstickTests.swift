import Allocation
import TestKit
import Testing
import Vocabulary

@Suite struct `The simple method` {
  @Test func `breaks no rule but what is demanded`() {
    var retained = 0
    for seed in UInt64(0)..<2_000 {
      var instance = TinyInstances.instance(seed: seed, .all)
      for index in instance.projects.indices where instance.projects[index].band == .always {
        instance.projects[index].band = .free
      }
      instance.pins.removeAll { $0.amount > .zero }
      let shares = Yardstick.shares(of: instance)
      retained += shares.count(where: \.isRetained)
      let codes = Checker.check(claim(shares, instance), against: instance).map(\.code)
      #expect(codes == [], "graine \(seed)")
    }
    #expect(retained > 300)
  }

  private func claim(_ shares: [Outcome.ProjectShare], _ instance: Instance) -> Claim {
    let purses = instance.purses.map { purse in
      let used = shares.flatMap(\.parts).filter { $0.purse == purse.id }.map(\.amount).total()
      var available = purse.amount
      for case .reserve(purse.id, let amount) in instance.constraints { available -= amount }
      available = max(.zero, available)
      let unit = instance.parameters.rounding.rawValue
      return Outcome.PurseUse(
        id: purse.id, consumed: used, left: purse.amount - used,
        isSaturated: used.rawValue >= available.rawValue - available.rawValue % unit)
    }
    var outcome = Outcome(
      status: .feasible, strategy: .rank, projects: shares, purses: purses,
      objective: Int64(shares.count(where: \.isRetained)), bound: Int64(shares.count))
    outcome.value = Yardstick.value(of: shares, in: instance)
    return Claim(outcome)
  }

  @Test func `serves by score, ordinary policies first, all or nothing`() {
    let projects = [(1, 500), (2, 900), (3, 700)].map { number, score in
      Instance.Project(
        id: "P\(number)", rank: Int64(number), score: Int64(score), need: Cents(60),
        floor: Cents(10))
    }
    let purses = [
      Instance.Purse(id: "A", amount: Cents(100), nature: .specific),
      Instance.Purse(id: "B", amount: Cents(40)),
    ]
    let cells = projects.flatMap { project in
      purses.map { Instance.Cell(project: project.id, purse: $0.id, maximum: Cents(50)) }
    }
    let instance = Instance(projects: projects, purses: purses, cells: cells)
    let shares = Yardstick.shares(of: instance)
    #expect(shares.map(\.isRetained) == [false, true, false])
    #expect(
      shares[1].parts == [
        Outcome.Part(purse: "A", amount: Cents(20)), Outcome.Part(purse: "B", amount: Cents(40)),
      ])
    #expect(
      Yardstick(instance) == Yardstick(retainedCount: 1, value: 900, granted: Cents(60)))
    let outcome = Allocator.solve(instance, strategy: .rank)
    #expect(outcome.value == 2_100)
    #expect(outcome.json.contains(#""valeur":2100,"repere":{"retenus":1,"valeur":900,"#))
  }

  @Test func `adds values exactly, whatever the needs`() {
    for seed in UInt64(0)..<2_000 {
      var random = SplitMix64(seed: seed)
      let weight = random.cents(0...10) * 1_000
      var projects: [Instance.Project] = []
      var totals: [Int64] = []
      for number in 0..<random.number(1...5) {
        let need = random.cents(0...12)
        projects.append(
          Instance.Project(
            id: "P\(number)", rank: 1, score: random.cents(-9...9), need: Cents(need),
            floor: .zero))
        totals.append(random.cents(0...Int(need)))
      }
      var instance = Instance(projects: projects, purses: [], cells: [])
      instance.parameters.retainedWeight = BasisPoints(weight)
      let shares = zip(projects, totals).map {
        Outcome.ProjectShare(id: $0.id, isRetained: true, total: Cents($1), parts: [])
      }
      // 27 720 is a multiple of every need up to 12.
      let sum = zip(projects, totals).reduce(Int64(0)) { sum, entry in
        let (project, total) = entry
        let need = project.need.rawValue
        let served = need == 0 ? 27_720 : 27_720 / need * total
        return sum + (project.score ?? 0) * (weight * 27_720 + (10_000 - weight) * served)
      }
      let divisor: Int64 = 277_200_000
      let expected = sum >= 0 ? sum / divisor : -((-sum + divisor - 1) / divisor)
      #expect(Yardstick.value(of: shares, in: instance) == expected, "graine \(seed)")
    }
  }
}

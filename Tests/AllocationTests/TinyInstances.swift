import Allocation
import TestKit
import Vocabulary

/// Random instances of a few projects, purses and cents.
enum TinyInstances {
  /// Which rules may appear.
  struct Features: OptionSet {
    let rawValue: Int
    static let minima = Features(rawValue: 1)
    static let pins = Features(rawValue: 2)
    static let shares = Features(rawValue: 4)
    static let counts = Features(rawValue: 8)
    static let bands = Features(rawValue: 16)
    static let commitments = Features(rawValue: 32)
    static let cofunding = Features(rawValue: 64)
    static let rounding = Features(rawValue: 128)
    static let reservations = Features(rawValue: 256)
    static let all = Features(rawValue: 511)
  }

  static func instance(seed: UInt64, _ features: Features) -> Instance {
    var random = SplitMix64(seed: seed)
    let purses = (0..<random.number(1...3)).map { index in
      Instance.Purse(
        id: "E\(index)", amount: Cents(random.cents(0...9)),
        nature: random.chance(50) ? .specific : .commonLaw)
    }
    let projects = (0..<random.number(2...4)).map { project($0, features, &random) }
    var instance = Instance(projects: projects, purses: purses, cells: [])
    for project in projects {
      for purse in purses where random.chance(75) {
        let most = random.cents(1...6)
        let least =
          features.contains(.minima) && random.chance(60) ? random.cents(0...Int(most)) : 0
        instance.cells.append(
          Instance.Cell(
            project: project.id, purse: purse.id, minimum: Cents(least), maximum: Cents(most)))
      }
    }
    addRules(to: &instance, features, &random)
    return instance
  }

  private static func project(
    _ index: Int, _ features: Features, _ random: inout SplitMix64
  ) -> Instance.Project {
    let need = random.cents(0...7)
    var project = Instance.Project(
      id: "P\(index)", rank: random.cents(1...4), score: random.cents(0...9), need: Cents(need),
      floor: Cents(random.cents(0...Int(need))), cost: Cents(need + random.cents(0...4)),
      districts: ["Q1", "Q2"].filter { _ in random.chance(50) },
      axis: random.chance(50) ? "1" : "2",
      applicantKind: random.chance(50) ? "association" : "commune")
    guard features.contains(.bands) else { return project }
    if random.chance(15) { project.band = random.chance(60) ? .always : .never }
    if random.chance(60) {
      project.applicant = random.chance(70) ? "A" : "B"
      project.applicantOrder = random.cents(1...3)
    }
    return project
  }

  private static func addRules(
    to instance: inout Instance, _ features: Features, _ random: inout SplitMix64
  ) {
    if features.contains(.rounding), random.chance(30) { instance.parameters.rounding = Cents(2) }
    if features.contains(.pins) { addPins(to: &instance, &random) }
    if features.contains(.shares) {
      for _ in 0..<random.number(1...3) { addShare(to: &instance, &random) }
    }
    if features.contains(.counts) { addCounts(to: &instance, &random) }
    if features.contains(.bands) {
      if random.chance(30) { instance.parameters.scoreThreshold = random.cents(0...5) }
      if random.chance(30) {
        instance.parameters.publicShare = BasisPoints(random.cents(40...90) * 100)
      }
      if random.chance(30) { instance.incompatibleGroups = [["P0", "P1"]] }
    }
    if features.contains(.reservations) {
      for _ in 0..<random.number(1...2) { addReservation(to: &instance, &random) }
    }
    if features.contains(.commitments) { addCommitments(to: &instance, &random) }
    if features.contains(.cofunding), random.chance(70) {
      instance.constraints.append(
        .cofunding(purse: "E0", share: BasisPoints(random.cents(0...10) * 1_000)))
      if random.chance(30) {
        let amount = instance.purses[0].amount.rawValue
        instance.constraints.append(
          .reserve(purse: "E0", amount: Cents(random.cents(0...Int(amount)))))
      }
    }
  }

  private static func addPins(to instance: inout Instance, _ random: inout SplitMix64) {
    let unit = instance.parameters.rounding.rawValue
    for cell in instance.cells where random.chance(20) {
      let amount =
        random.chance(50) ? 0 : random.cents(0...Int(cell.maximum.rawValue)) / unit * unit
      instance.pins.append(
        Instance.Pin(project: cell.project, purse: cell.purse, amount: Cents(amount)))
    }
  }

  private static func category(_ random: inout SplitMix64) -> Instance.Category {
    switch random.number(0...3) {
    case 0: Instance.Category(.district, "Q1")
    case 1: Instance.Category(.district, "Q2")
    case 2: Instance.Category(.axis, "1")
    default: Instance.Category(.applicantKind, "commune")
    }
  }

  private static func addShare(to instance: inout Instance, _ random: inout SplitMix64) {
    let purse = instance.purses[random.number(0...instance.purses.count - 1)].id
    instance.constraints.append(
      .maximumShare(
        purse: purse, of: category(&random), share: BasisPoints(random.cents(1...9) * 1_000)))
  }

  private static func addReservation(to instance: inout Instance, _ random: inout SplitMix64) {
    let purse = instance.purses[random.number(0...instance.purses.count - 1)]
    instance.constraints.append(
      .reservation(
        purse: purse.id, of: category(&random),
        amount: Cents(random.cents(0...Int(purse.amount.rawValue)))))
  }

  private static func addCounts(to instance: inout Instance, _ random: inout SplitMix64) {
    if random.chance(60) {
      instance.constraints.append(
        .maximumCount(
          purse: "E0", of: random.chance(50) ? category(&random) : nil, count: random.cents(0...2)))
    }
    if random.chance(40) {
      instance.constraints.append(
        .maximumCount(
          purse: nil, of: random.chance(50) ? category(&random) : nil, count: random.cents(0...3)))
    }
  }

  /// One or two soft minima.
  static func addMinima(to instance: inout Instance, _ random: inout SplitMix64) {
    for _ in 0..<random.number(1...2) {
      let purse = instance.purses[random.number(0...instance.purses.count - 1)].id
      let share = BasisPoints(random.cents(1...10) * 1_000)
      instance.constraints.append(
        random.chance(50)
          ? .minimumShare(purse: purse, of: category(&random), share: share)
          : .minimumCount(
            purse: random.chance(80) ? purse : nil,
            of: random.chance(50) ? category(&random) : nil, count: random.cents(1...3)))
    }
  }

  private static func addCommitments(to instance: inout Instance, _ random: inout SplitMix64) {
    let unit = instance.parameters.rounding.rawValue
    for project in instance.projects {
      for purse in instance.purses where random.chance(30) {
        let other = instance.purses[random.number(0...instance.purses.count - 1)].id
        instance.commitments.append(
          Instance.Commitment(
            project: project.id, purse: purse.id, amount: Cents(random.cents(0...4) / unit * unit),
            condition: other, threshold: Cents(random.cents(0...4))))
      }
    }
  }
}

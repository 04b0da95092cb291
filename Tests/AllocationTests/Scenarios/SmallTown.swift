import Allocation
import Foundation
import TestKit
import Vocabulary

/// Two projects, two purses and a promise: an instance small enough to follow by hand.
enum SmallTown {
  static let instance = Instance(
    projects: [
      Instance.Project(
        id: "P1", rank: 1, score: 800, need: Cents(1000), floor: Cents(600), cost: Cents(2000),
        districts: ["Q2", "Q1"], axis: "1.1", applicantKind: "association"),
      Instance.Project(
        id: "P2", rank: 2, score: 700, need: Cents(1001), floor: Cents(500), cost: Cents(2000),
        districts: ["Q2"], axis: "1.2"),
    ],
    purses: [
      Instance.Purse(id: "CAF", amount: Cents(900)),
      Instance.Purse(id: "ETAT", amount: Cents(800), nature: .specific),
    ],
    cells: [
      Instance.Cell(project: "P1", purse: "CAF", maximum: Cents(1000)),
      Instance.Cell(project: "P1", purse: "ETAT", maximum: Cents(1000)),
      Instance.Cell(project: "P2", purse: "CAF", maximum: Cents(1000)),
      Instance.Cell(project: "P2", purse: "ETAT", maximum: Cents(1000)),
    ],
    constraints: [
      .reserve(purse: "CAF", amount: Cents(100)),
      .maximumCount(purse: nil, of: nil, count: 2),
    ])

  static let districts = [
    ScenarioSet.District(code: "Q1", inhabitants: 100),
    ScenarioSet.District(code: "Q2", inhabitants: 300),
  ]

  /// The published example.
  static func example() throws -> (instance: Instance, set: ScenarioSet) {
    (
      try Instance(json: ProjectRoot.data("fixtures/instances/retrait.json")),
      try ScenarioSet(json: ProjectRoot.data("fixtures/instances/retrait-scenarios.json"))
    )
  }
}

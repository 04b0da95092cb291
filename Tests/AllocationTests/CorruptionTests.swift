import Allocation
import Foundation
import Testing
import Vocabulary

@Suite struct `A corrupted result` {
  /// Told in words, or judged only by computing again.
  private static let untouched: Set<String> = [
    "explication", "cycles", "certificat", "conflit", "conflit_minimal",
  ]

  @Test func `is never taken for a right one, whichever figure is wrong`() throws {
    var seen: [String: Int] = [:]
    for seed in UInt64(0)..<250 {
      let instance = TinyInstances.instance(seed: seed, seed.isMultiple(of: 3) ? .all : [.shares])
      let right = Allocator.solve(instance, strategy: .rank).json
      let tree = try JSONSerialization.jsonObject(with: Data(right.utf8))
      for place in 0..<Self.leaves(of: tree) {
        var (left, path) = (place, "")
        let wrong = Self.corrupt(tree, &left, "", &path)
        let findings = try findings(wrong, instance)
        // What cannot be met cannot be under any strategy.
        if path == "strategie", right.contains("infaisable") { continue }
        #expect(!findings.isEmpty, "graine \(seed), \(path), \(right)")
        seen[path, default: 0] += 1
      }
    }
    for path in [
      "statut", "strategie", "borne", "valeur", "repere.valeur", "projets.parts.enveloppe",
    ] {
      #expect(seen[path] ?? 0 > 0, "\(seen.keys.sorted())")
    }
  }

  private func findings(_ tree: Any, _ instance: Instance) throws -> [Finding] {
    do {
      let bytes = try JSONSerialization.data(withJSONObject: tree)
      return Checker.check(try Claim(json: bytes), against: instance)
    } catch let refusal as Refusal {
      return refusal.findings
    }
  }

  private static func leaves(of tree: Any) -> Int {
    switch tree {
    case let object as [String: Any]:
      object.filter { !untouched.contains($0.key) }.values.reduce(0) { $0 + leaves(of: $1) }
    case let list as [Any]: list.reduce(0) { $0 + leaves(of: $1) }
    default: 1
    }
  }

  /// The tree with one leaf changed, the one that `left` counts down to.
  private static func corrupt(
    _ tree: Any, _ left: inout Int, _ path: String, _ found: inout String
  ) -> Any {
    if var object = tree as? [String: Any] {
      for key in object.keys.sorted() where !untouched.contains(key) {
        guard let value = object[key] else { continue }
        object[key] = corrupt(value, &left, path.isEmpty ? key : "\(path).\(key)", &found)
      }
      return object
    }
    if let list = tree as? [Any] { return list.map { corrupt($0, &left, path, &found) } }
    defer { left -= 1 }
    guard left == 0 else { return tree }
    found = path
    return corrupt(leaf: tree, at: path)
  }

  private static func corrupt(leaf: Any, at path: String) -> Any {
    if let text = leaf as? String { return other[text] ?? text + "x" }
    guard let number = leaf as? NSNumber else { return "x" }
    if ["retenu", "saturee"].contains(where: path.hasSuffix) { return !number.boolValue }
    return number.int64Value + 1
  }

  /// Words replaced by another word of the format, which is harder to see.
  private static let other = [
    "optimal": "faisable", "faisable": "optimal", "rang": "proportionnel", "E0": "E1", "E1": "E0",
    "P0": "P1", "P1": "P0", "Q1": "Q2", "axe": "quartier",
  ]

  @Test func `is refused when its strategy promises another figure`() {
    let projects = (1...2).map {
      Instance.Project(
        id: "P\($0)", rank: Int64($0), score: 100, need: Cents(300), floor: .zero)
    }
    let cells = projects.map { Instance.Cell(project: $0.id, purse: "A", maximum: Cents(300)) }
    var instance = Instance(
      projects: projects, purses: [Instance.Purse(id: "A", amount: Cents(400))], cells: cells)
    instance.parameters.retainedWeight = BasisPoints(0)
    let right = Claim(Allocator.solve(instance, strategy: .rank))
    #expect(Checker.check(right, against: instance) == [])
    // 300 of 300 and 100 of 300: 100 points and 33,3; the smallest share is 33,33 %.
    for (strategy, objective) in [
      (Claim.StrategyName.rank, 2), (.value, 133), (.proportional, 3_333),
    ] as [(Claim.StrategyName, Int64)] {
      for difference in [-1, 0, 1] as [Int64] {
        var claim = right
        claim.strategy = strategy
        claim.objective = objective + difference
        claim.bound = claim.objective
        let codes = Checker.check(claim, against: instance).map(\.code)
        #expect(codes.contains("objectif_faux") == (difference != 0), "\(strategy), \(codes)")
      }
    }
  }

  @Test func `is refused when its explanations cannot be true`() {
    let projects = (1...2).map {
      Instance.Project(id: "P\($0)", rank: Int64($0), need: Cents(600), floor: Cents(600))
    }
    let cells = projects.map { Instance.Cell(project: $0.id, purse: "A", maximum: Cents(600)) }
    let instance = Instance(
      projects: projects, purses: [Instance.Purse(id: "A", amount: Cents(1_000))], cells: cells)
    let right = Claim(Allocator.solve(instance, strategy: .rank))
    #expect(Checker.check(right, against: instance) == [])
    let changes: [(inout RefusalLine) -> Void] = [
      { $0.reason = "x" }, { $0.reason = "aucune_enveloppe" }, { $0.purses = ["Z"] },
      { $0.missing = Cents(601) }, { $0.remedy = "+1 € sur A" }, { $0.changes[0].purse = "Z" },
      { $0.changes[1].amount = Cents(600) }, { $0.changes[0].type = "x" },
    ]
    for (index, change) in changes.enumerated() {
      var claim = right
      if var refusal = claim.projects[1].refusal {
        change(&refusal)
        claim.projects[1].refusal = refusal
      }
      #expect(!Checker.check(claim, against: instance).isEmpty, "changement \(index)")
    }
  }
}

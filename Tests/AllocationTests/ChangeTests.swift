import Allocation
import Testing
import Vocabulary

@Suite struct `What would retain a refused project` {
  private func check(_ instance: Instance, _ label: String, _ seen: inout [String: Int]) {
    for project in Allocator.solve(instance, strategy: .rank).projects {
      for change in project.explanation?.changes ?? [] {
        seen[change.kind.name, default: 0] += 1
        #expect(change.isVerified, "\(label), \(project.id)")
        let changed = change.applied(to: instance, for: project.id)
        let again = Allocator.solve(changed, strategy: .rank, isExplained: false).projects.first {
          $0.id == project.id
        }
        #expect(again?.isRetained == true, "\(label), \(project.id), \(change.french)")
      }
    }
  }

  @Test func `does retain it once done, on small instances with every rule`() {
    var seen: [String: Int] = [:]
    for seed in UInt64(0)..<400 {
      check(TinyInstances.instance(seed: seed, .all), "graine \(seed)", &seen)
      check(TinyInstances.instance(seed: seed, [.shares]), "parts, graine \(seed)", &seen)
    }
    for (name, least) in ["purse": 10, "floor": 100, "rule": 40, "order": 10] {
      #expect(seen[name] ?? 0 >= least, "\(name) : \(seen)")
    }
  }

  @Test func `does retain it once done, on wider instances`() {
    var seen: [String: Int] = [:]
    for seed in UInt64(0)..<6 {
      let instance = SyntheticInstances.instance(
        projects: 24, purses: 4, seed: seed, hasShares: seed.isMultiple(of: 2))
      check(instance, "graine \(seed)", &seen)
    }
    #expect(seen["purse"] ?? 0 > 20 && seen["floor"] ?? 0 > 20, "\(seen)")
  }

  @Test func `asks for no smaller a floor and no wider a rule than needed`() {
    for seed in UInt64(0)..<300 {
      let instance = TinyInstances.instance(seed: seed, [.shares, .counts, .bands, .minima])
      for project in Allocator.solve(instance, strategy: .rank).projects {
        for change in project.explanation?.changes ?? [] {
          guard let tighter = change.tightened else { continue }
          let changed = tighter.applied(to: instance, for: project.id)
          let again = Allocator.solve(changed, strategy: .rank, isExplained: false).projects.first {
            $0.id == project.id
          }
          #expect(again?.isRetained == false, "graine \(seed), \(change.french)")
        }
      }
    }
  }

  @Test func `is told in French, the cheapest for the funders named`() throws {
    let projects = (1...2).map {
      Instance.Project(id: "P\($0)", rank: Int64($0), need: Cents(600), floor: Cents(600))
    }
    let cells = projects.map { Instance.Cell(project: $0.id, purse: "A", maximum: Cents(600)) }
    let instance = Instance(
      projects: projects, purses: [Instance.Purse(id: "A", amount: Cents(1_000))], cells: cells)
    let refused = Allocator.solve(instance, strategy: .rank).projects[1]
    let (two, four) = (Cents(200).french, Cents(400).french)
    #expect(
      refused.explanation?.advice
        == "Il serait retenu avec +\(two) sur A, ou avec un plancher de \(four). "
        + "Le moins coûteux pour les financeurs : avec un plancher de \(four) "
        + "(sans crédit de plus).")
    #expect(
      Allocator.solve(instance, strategy: .rank).json.contains(
        #""changements":[{"type":"enveloppe","enveloppe":"A","montant_centimes":200,"#
          + #""cout_centimes":200,"verifie":true,"message":"avec +"#))
  }
}

extension Outcome.Change.Kind {
  fileprivate var name: String {
    switch self {
    case .purse: "purse"
    case .floor: "floor"
    case .rule: "rule"
    case .applicantOrder: "order"
    }
  }
}

extension Outcome.Change {
  /// One step less than what is told; nil when there is no such thing.
  fileprivate var tightened: Self? {
    switch kind {
    case .floor(let floor): Self(.floor(floor + Cents(1)), isVerified: false)
    case .rule(.constraint(let index, let rule), let value?):
      switch rule {
      case .cofunding, .reserve:
        Self(.rule(.constraint(index: index, rule), to: value + 1), isVerified: false)
      default: Self(.rule(.constraint(index: index, rule), to: value - 1), isVerified: false)
      }
    case .rule, .purse, .applicantOrder: nil
    }
  }
}

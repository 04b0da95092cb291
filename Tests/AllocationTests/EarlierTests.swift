import Allocation
import TestKit
import Testing
import Vocabulary

@Suite struct `What a purse gave before` {
  private static let district = Instance.Category(.district, "Q1")

  /// One purse with 60 left of 100, of which a district may have half; two projects of that district.
  private func instance(given: Int64) -> Instance {
    let projects = [1, 2].map { rank in
      Instance.Project(
        id: "P\(rank)", rank: rank, need: Cents(40), floor: Cents(10), districts: ["Q1"])
    }
    var earlier = Instance.Earlier()
    earlier.add(Cents(given), to: [Self.district])
    earlier.add(Cents(40 - given), to: [])
    return Instance(
      projects: projects,
      purses: [Instance.Purse(id: "E", amount: Cents(60), earlier: earlier)],
      cells: projects.map { Instance.Cell(project: $0.id, purse: "E", maximum: Cents(40)) },
      constraints: [.maximumShare(purse: "E", of: Self.district, share: BasisPoints(5_000))])
  }

  @Test(
    arguments: [(0, [40, 10]), (20, [20, 10]), (35, [15, 0]), (40, [10, 0])] as [(Int64, [Int64])])
  func `leaves to a category what its share of the whole still allows`(
    given: Int64, totals: [Int64]
  ) {
    let instance = instance(given: given)
    for strategy in [Strategy.rank, .value] {
      var scored = instance
      for index in scored.projects.indices { scored.projects[index].score = 1 }
      let outcome = Allocator.solve(scored, strategy: strategy)
      #expect(outcome.projects.map(\.total.rawValue) == totals, "\(strategy)")
      #expect(Checker.check(Claim(outcome), against: scored) == [])
    }
  }

  @Test func `beyond a share leaves nothing, and nothing becomes impossible`() {
    var instance = instance(given: 0)
    instance.purses[0].earlier = Instance.Earlier(
      total: Cents(55), byCategory: [Self.district: Cents(60)])
    let outcome = Allocator.solve(instance, strategy: .rank)
    #expect(outcome.status == .optimal)
    #expect(outcome.granted == .zero)
  }

  @Test func `counts towards a minimum, which is told whole`() {
    var instance = instance(given: 20)
    instance.constraints = [.minimumShare(purse: "E", of: Self.district, share: BasisPoints(9_950))]
    let outcome = Allocator.solve(instance, strategy: .rank)
    #expect(outcome.minima.map(\.target) == [100])
    #expect(outcome.minima.map(\.reached) == [80])
    #expect(outcome.summary.last?.contains("il manque 0,20") == true)
    #expect(Checker.check(Claim(outcome), against: instance) == [])
  }

  @Test func `is read again as it is written`() throws {
    var instance = instance(given: 20)
    instance.purses[0].earlier.add(Cents(1), to: [Instance.Category(.axis, "1")])
    #expect(try Instance(json: instance.json.utf8) == instance)
  }

  @Test(
    arguments: [
      (#""deja_centimes":-1"#, ["montant_negatif"]),
      (#""deja_centimes":9000000000000000"#, ["montant_trop_grand"]),
      (#""deja_par_categorie":[\#(entry("1"))]"#, ["deja_incoherent"]),
      (
        #""deja_centimes":2,"deja_par_categorie":[\#(entry("1")),\#(entry("1"))]"#,
        ["identifiant_en_double"]
      ),
      (
        #""deja_centimes":2,"deja_par_categorie":[{"selon":"axes"}]"#,
        ["valeur_inconnue", "cle_absente", "cle_absente"]
      ),
      (#""deja":2"#, ["cle_inconnue"]),
    ] as [(String, [String])])
  func `is refused when it makes no sense`(keys: String, codes: [String]) {
    let text =
      #"{"projets":[],"cellules":[],"enveloppes":[{"id":"E","montant_centimes":1,"nature":"#
      + #""specifique",\#(keys)}]}"#
    let refusal = #expect(throws: Refusal.self) { try Instance(json: text.utf8) }
    #expect(refusal?.findings.map(\.code) == codes)
  }

  private static func entry(_ amount: String) -> String {
    #"{"selon":"axe","valeur":"1","montant_centimes":\#(amount)}"#
  }

  @Test(arguments: [Strategy.rank, .value, .proportional])
  func `weighs as a project already paid from the whole purse`(strategy: Strategy) {
    var compared = 0
    for seed in UInt64(0)..<400 {
      let left = TinyInstances.instance(seed: seed, [.shares, .minima])
      let (whole, reduced) = bothWays(left, seed: seed)
      let outcome = Allocator.solve(reduced, strategy: strategy)
      #expect(outcome.status != .infeasible, "graine \(seed)")
      #expect(Checker.check(Claim(outcome), against: reduced) == [], "graine \(seed)")
      let other = Allocator.solve(whole, strategy: strategy)
      guard other.status == .optimal, outcome.status == .optimal else { continue }
      compared += 1
      let totals = other.projects.filter { $0.id != "DONE" }.map(\.total)
      #expect(outcome.projects.map(\.total) == totals, "graine \(seed)")
      #expect(outcome.minima == other.minima, "graine \(seed)")
    }
    #expect(compared > 150)
  }

  /// The same situation told twice: a paid project in the instance, and what it received beside it.
  private func bothWays(_ instance: Instance, seed: UInt64) -> (whole: Instance, reduced: Instance)
  {
    var random = SplitMix64(seed: seed)
    var (whole, reduced) = (instance, instance)
    let categories: Set = [Self.district, Instance.Category(.axis, "1")]
    var total = Cents.zero
    for index in instance.purses.indices {
      let id = instance.purses[index].id
      let soft = Instance.Constraint.minimumShare(
        purse: id, of: Self.district, share: BasisPoints(random.cents(1...6) * 1_000))
      if random.chance(30) {
        whole.constraints.append(soft)
        reduced.constraints.append(soft)
      }
      let given = Cents(random.cents(0...4))
      guard given > .zero else { continue }
      total += given
      whole.purses[index].amount += given
      whole.cells.append(Instance.Cell(project: "DONE", purse: id, maximum: given))
      whole.pins.append(Instance.Pin(project: "DONE", purse: id, amount: given))
      reduced.purses[index].earlier.add(given, to: categories)
    }
    guard total > .zero else { return (whole, reduced) }
    whole.projects.append(
      Instance.Project(
        id: "DONE", rank: 0, score: 0, need: total, floor: .zero, districts: ["Q1"], axis: "1",
        band: .always))
    return (whole, reduced)
  }
}

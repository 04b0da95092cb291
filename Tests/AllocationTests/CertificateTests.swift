import Allocation
import TestKit
import Testing
import Vocabulary

@Suite struct `A certificate` {
  private static let instance: Instance = {
    let projects = (1...3).map {
      Instance.Project(
        id: "P\($0)", rank: Int64($0), need: Cents(600), floor: Cents(500), axis: "1",
        band: $0 == 3 ? .always : .free)
    }
    let cells = projects.flatMap { project in
      ["A", "B"].map { Instance.Cell(project: project.id, purse: $0, maximum: Cents(600)) }
    }
    return Instance(
      projects: projects,
      purses: [
        Instance.Purse(id: "A", amount: Cents(1_000)), Instance.Purse(id: "B", amount: Cents(300)),
      ], cells: cells,
      constraints: [
        .maximumShare(
          purse: "B", of: Instance.Category(.axis, "1"), share: BasisPoints(5_000))
      ])
  }()

  private func certificate(step: Cents) -> Certificate {
    Certificate(
      of: Allocator.solve(Self.instance, strategy: .rank), from: Self.instance, step: step)
  }

  @Test func `tells what binds`() {
    let certificate = certificate(step: Cents(400))
    #expect(certificate.bindingPurses == ["A"])
    #expect(certificate.bindingRules == [.constraint(index: 0, Self.instance.constraints[0])])
  }

  @Test func `tells what a step more, a step less and a demand less would change`() {
    let certificate = certificate(step: Cents(400))
    let (first, second) = (certificate.margins[0], certificate.margins[1])
    #expect(
      first.more
        == Certificate.Movement(entering: ["P2"], objective: 1, granted: Cents(400)))
    #expect(
      first.less
        == Certificate.Movement(leaving: ["P1"], objective: -1, granted: Cents(-550)))
    #expect(second.less == nil)
    #expect(
      certificate.costs == [
        Certificate.Cost(
          demand: .band(project: "P3", .always),
          without: Certificate.Movement(
            entering: ["P2"], leaving: ["P3"], objective: 0, granted: .zero))
      ])
    #expect(certificate.untriedCount == 0)
  }

  @Test func `is written in JSON and in words, and read back`() throws {
    var outcome = Allocator.solve(Self.instance, strategy: .rank)
    outcome.certificate = certificate(step: Cents(400))
    #expect(
      outcome.json.contains(
        #"{"enveloppe":"A","plus":{"entrent":["P2"],"sortent":[],"objectif":1,"#
          + #""attribue_centimes":400},"moins":{"#))
    #expect(Checker.check(try Claim(json: outcome.json.utf8), against: Self.instance) == [])
    let words = outcome.certificate?.french ?? []
    #expect(words.first == "Enveloppes épuisées : A.")
    #expect(
      words.contains(
        "\(Cents(400).french) de plus sur A : P2 entre, attribué +\(Cents(400).french)."))
  }

  @Test func `is the same whatever the order of the rows`() {
    for seed in UInt64(0)..<60 {
      let instance = TinyInstances.instance(seed: seed, [.pins, .bands, .minima])
      let outcome = Allocator.solve(instance, strategy: .rank)
      guard outcome.status != .infeasible else { continue }
      var shuffled = instance
      var random = SplitMix64(seed: seed)
      shuffled.projects.shuffle(using: &random)
      shuffled.purses.shuffle(using: &random)
      shuffled.pins.shuffle(using: &random)
      #expect(
        Certificate(of: outcome, from: instance, step: Cents(1))
          == Certificate(of: outcome, from: shuffled, step: Cents(1)), "graine \(seed)")
    }
  }
}

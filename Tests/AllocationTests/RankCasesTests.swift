import Allocation
import Foundation
import TestKit
import Testing
import Vocabulary

@Suite struct `Allocation by rank` {
  private func outcome(_ name: String) throws -> Outcome {
    let instance = try Instance(json: ProjectRoot.data("fixtures/instances/\(name).json"))
    let outcome = Allocator.solve(instance, strategy: .rank)
    #expect(Checker.check(Claim(outcome), against: instance) == [])
    return outcome
  }

  @Test func `moves 2 000 € of the first project so that the third is retained`() throws {
    let parts = try outcome("glissement").projects.map {
      $0.parts.map { [$0.purse, $0.amount.decimal] }
    }
    #expect(
      parts == [
        [["CAF", "3000.00"], ["ETAT-PV", "2000.00"]], [["ETAT-PV", "3000.00"]],
        [["CAF", "2000.00"]],
      ])
  }

  @Test func `explains a refusal by the purse that binds and what is missing`() throws {
    let projects = try outcome("refus").projects
    #expect(projects.map(\.isRetained) == [true, false, true, false])
    #expect(projects.map(\.total.rawValue) == [500_000, 0, 150_000, 0])
    let second = projects[1].explanation
    #expect(second?.saturatedPurses == ["CAF"])
    #expect(second?.missing == Cents(320_000))
    #expect(second?.remedy?.french == "+\(Cents(320_000).french) sur CAF")
    #expect(projects[3].explanation?.reason == .noCell)
  }

  @Test func `honours pins, shares and commitments of the committee's example`() throws {
    let outcome = try outcome("comite")
    #expect(outcome.status == .optimal)
    #expect(outcome.projects.map(\.total.rawValue) == [1_200_000, 3_600_000, 900_000])
    #expect(outcome.purses.map(\.consumed.rawValue) == [1_700_000, 3_600_000, 400_000])
  }

  @Test func `gives advice that does retain the project when it is followed`() {
    for seed in UInt64(0)..<40 {
      let instance = SyntheticInstances.instance(projects: 12, purses: 3, seed: seed)
      for project in Allocator.solve(instance, strategy: .rank).projects {
        guard let remedy = project.explanation?.remedy else { continue }
        var richer = instance
        for index in richer.purses.indices where richer.purses[index].id == remedy.purse {
          richer.purses[index].amount += remedy.amount
        }
        let again = Allocator.solve(richer, strategy: .rank).projects.first { $0.id == project.id }
        #expect(again?.isRetained == true, "graine \(seed), \(project.id)")
      }
    }
  }

  @Test func `names the smallest set of demands that cannot be met`() {
    let projects = (1...3).map { number in
      Instance.Project(
        id: "P\(number)", rank: Int64(number), need: Cents(6), floor: Cents(6), band: .always)
    }
    let cells = [
      Instance.Cell(project: "P1", purse: "A", maximum: Cents(6)),
      Instance.Cell(project: "P2", purse: "B", maximum: Cents(6)),
      Instance.Cell(project: "P3", purse: "B", maximum: Cents(6)),
    ]
    let purses = ["A", "B"].map { Instance.Purse(id: $0, amount: Cents(10)) }
    let outcome = Allocator.solve(
      Instance(projects: projects, purses: purses, cells: cells), strategy: .rank)
    #expect(outcome.status == .infeasible)
    #expect(
      outcome.conflict == ["P2", "P3"].map { Outcome.Demand.band(project: $0, .always) })
  }

  @Test func `does not depend on the order of the rows`() {
    for seed in UInt64(0)..<300 {
      let instance = TinyInstances.instance(seed: seed, .all)
      var random = SplitMix64(seed: seed)
      var shuffled = instance
      shuffled.projects.shuffle(using: &random)
      shuffled.purses.shuffle(using: &random)
      shuffled.cells.shuffle(using: &random)
      shuffled.constraints.shuffle(using: &random)
      shuffled.pins.shuffle(using: &random)
      shuffled.commitments.shuffle(using: &random)
      #expect(
        content(Allocator.solve(shuffled, strategy: .rank))
          == content(Allocator.solve(instance, strategy: .rank)), "graine \(seed)")
    }
  }

  /// The result but for the places of the rows it names.
  private func content(_ outcome: Outcome) -> String {
    outcome.json.replacing(/"(contrainte|indice|engagement)":[0-9]+/, with: "")
  }

  @Test func `settles equal ranks by identifier in byte order`() {
    let projects = ["b", "B", "é", "a"].map {
      Instance.Project(id: $0, rank: 1, need: Cents(1), floor: Cents(1))
    }
    let cells = projects.map { Instance.Cell(project: $0.id, purse: "E", maximum: Cents(1)) }
    let outcome = Allocator.solve(
      Instance(
        projects: projects, purses: [Instance.Purse(id: "E", amount: Cents(2))], cells: cells),
      strategy: .rank)
    #expect(outcome.projects.map(\.id) == ["B", "a", "b", "é"])
    #expect(outcome.projects.map(\.isRetained) == [true, true, false, false])
  }

  @Test func `stands wild instances`() {
    let limit = Cents.limit
    let nothing = Allocator.solve(
      Instance(projects: [], purses: [], cells: []), strategy: .rank)
    #expect(nothing.projects == [] && nothing.status == .optimal)
    let idle = Instance.Project(id: "P", rank: 1, need: .zero, floor: .zero)
    let noPurse = Allocator.solve(
      Instance(projects: [idle], purses: [], cells: []), strategy: .rank)
    #expect(noPurse.projects.map(\.isRetained) == [true])
    let huge = ["P", "Q"].map { Instance.Project(id: $0, rank: 1, need: limit, floor: Cents(1)) }
    let purses = ["A", "B"].map { Instance.Purse(id: $0, amount: limit, nature: .specific) }
    let cells = huge.flatMap { project in
      purses.map { Instance.Cell(project: project.id, purse: $0.id, maximum: limit) }
    }
    let outcome = Allocator.solve(
      Instance(projects: huge, purses: purses, cells: cells), strategy: .rank)
    #expect(outcome.projects.map(\.total) == [limit, limit])
  }
}

import Allocation
import Testing
import Vocabulary

@Suite struct `The wildest instances` {
  private func check(_ instance: Instance) -> Outcome {
    let outcome = Allocator.solve(instance, strategy: .rank)
    #expect(Checker.check(Claim(outcome), against: instance) == [])
    #expect((try? Claim(json: outcome.json.utf8)) == Claim(outcome))
    return outcome
  }

  private func project(_ number: Int, need: Int64, floor: Int64) -> Instance.Project {
    Instance.Project(
      id: "P\(number)", rank: Int64(number), score: 500, need: Cents(need), floor: Cents(floor))
  }

  @Test func `without purses retain whoever needs nothing`() {
    let instance = Instance(
      projects: [project(1, need: 0, floor: 0), project(2, need: 1, floor: 1)], purses: [],
      cells: [])
    let outcome = check(instance)
    #expect(outcome.projects.map(\.isRetained) == [true, false])
    #expect(outcome.projects[1].explanation?.reason == .noCell)
    #expect(outcome.yardstick == Yardstick(retainedCount: 1, value: 500, granted: .zero))
    #expect(Certificate(of: outcome, from: instance).margins.isEmpty)
  }

  @Test func `of one cent, or of purses without money, are told exactly`() {
    let projects = [project(1, need: 1, floor: 1), project(2, need: 1, floor: 1)]
    let cells = projects.map { Instance.Cell(project: $0.id, purse: "A", maximum: Cents(1)) }
    var instance = Instance(
      projects: projects, purses: [Instance.Purse(id: "A", amount: Cents(1))], cells: cells)
    let outcome = check(instance)
    #expect(outcome.projects[1].explanation?.missing == Cents(1))
    #expect(outcome.projects[1].explanation?.changes.map(\.kind) == [.purse("A", more: Cents(1))])
    instance.purses[0].amount = .zero
    #expect(check(instance).retainedCount == 0)
  }

  @Test func `of the greatest amounts neither overflow nor advise beyond them`() {
    let limit = Cents.limit.rawValue
    let projects = (1...4).map { project($0, need: limit, floor: limit) }
    let purses = ["A", "B"].map { Instance.Purse(id: $0, amount: Cents.limit) }
    let cells = projects.flatMap { project in
      purses.map { Instance.Cell(project: project.id, purse: $0.id, maximum: Cents.limit) }
    }
    var instance = Instance(projects: projects, purses: purses, cells: cells)
    instance.parameters.retainedWeight = BasisPoints(3_333)
    for index in instance.projects.indices { instance.projects[index].score = limit }
    let outcome = check(instance)
    #expect(outcome.retainedCount == 2)
    #expect(outcome.value == 2 * limit)
    #expect(outcome.projects[3].explanation?.changes == [])
    let certificate = Certificate(of: outcome, from: instance, step: Cents.limit)
    #expect(certificate.margins.allSatisfy { $0.more == nil && $0.less != nil })
  }

  @Test func `whose demands contradict each other name them`() {
    var both = project(1, need: 10, floor: 0)
    both.band = .never
    let cell = Instance.Cell(project: "P1", purse: "A", maximum: Cents(10))
    let pin = Instance.Pin(project: "P1", purse: "A", amount: Cents(5))
    let instance = Instance(
      projects: [both], purses: [Instance.Purse(id: "A", amount: Cents(10))], cells: [cell],
      pins: [pin])
    #expect(check(instance).conflict == [.band(project: "P1", .never), .pin(pin)])
    var beyond = instance
    beyond.projects[0].band = .free
    beyond.pins[0].amount = Cents(11)
    #expect(check(beyond).conflict == [.pin(beyond.pins[0])])
  }

  @Test func `with thousands of purses for one project are answered`() {
    let purses = (0..<3_000).map { Instance.Purse(id: "E\($0)", amount: Cents(1)) }
    let projects = [project(1, need: 3_000, floor: 2_999), project(2, need: 1, floor: 1)]
    let cells = purses.flatMap { purse in
      projects.map { Instance.Cell(project: $0.id, purse: purse.id, maximum: Cents(5)) }
    }
    let outcome = check(Instance(projects: projects, purses: purses, cells: cells))
    #expect(outcome.projects.map(\.isRetained) == [true, true])
  }

  @Test func `with thousands of demands too many are told so`() {
    let projects = (1...3_000).map { number in
      var project = project(number, need: 2, floor: 2)
      project.band = .always
      return project
    }
    let cells = projects.map { Instance.Cell(project: $0.id, purse: "A", maximum: Cents(2)) }
    let outcome = check(
      Instance(
        projects: projects, purses: [Instance.Purse(id: "A", amount: Cents(4_000))], cells: cells))
    #expect(outcome.status == .infeasible)
    #expect(outcome.conflict.count > 2_000 && !outcome.isConflictMinimal)
    #expect(outcome.json.contains(#""conflit_minimal":false"#))
  }
}

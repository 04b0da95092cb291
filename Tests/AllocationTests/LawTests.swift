import Allocation
import Testing
import Vocabulary

@Suite struct `Laws of the strategy rang` {
  /// Whether the first list is at least as good: at the first difference, it retains the project.
  private func isAtLeast(_ richer: Outcome, _ poorer: Outcome) -> Bool {
    for (left, right) in zip(richer.projects, poorer.projects)
    where left.isRetained != right.isRetained {
      return left.isRetained
    }
    return true
  }

  @Test func `more money never lowers the list`() {
    for seed in UInt64(0)..<800 {
      let instance = TinyInstances.instance(seed: seed, .all.subtracting(.reservations))
      let before = Allocator.solve(instance, strategy: .rank, isExplained: false)
      guard before.status != .infeasible else { continue }
      for index in instance.purses.indices {
        var richer = instance
        richer.purses[index].amount += Cents(1 + Int64(seed % 4))
        let after = Allocator.solve(richer, strategy: .rank, isExplained: false)
        #expect(isAtLeast(after, before), "graine \(seed), enveloppe \(index)")
      }
    }
  }

  @Test func `a rule withdrawn never lowers the list, nor makes it impossible`() {
    for seed in UInt64(0)..<800 {
      let instance = TinyInstances.instance(seed: seed, [.shares, .counts, .minima, .cofunding])
      let before = Allocator.solve(instance, strategy: .rank, isExplained: false)
      for (index, constraint) in instance.constraints.enumerated() {
        let freer = Outcome.Demand.constraint(index: index, constraint).removed(from: instance)
        let after = Allocator.solve(freer, strategy: .rank, isExplained: false)
        #expect(after.status == .optimal && isAtLeast(after, before), "graine \(seed), \(index)")
      }
    }
  }

  @Test func `a refused project leaves no trace`() {
    for seed in UInt64(0)..<300 {
      let instance = TinyInstances.instance(seed: seed, [.shares, .minima, .counts])
      let before = Allocator.solve(instance, strategy: .rank, isExplained: false)
      for refused in before.projects where !refused.isRetained {
        var fewer = instance
        fewer.projects.removeAll { $0.id == refused.id }
        fewer.cells.removeAll { $0.project == refused.id }
        let after = Allocator.solve(fewer, strategy: .rank, isExplained: false)
        #expect(
          after.projects.map(\.total)
            == before.projects.filter { $0.id != refused.id }.map(\.total), "graine \(seed)")
      }
    }
  }

  @Test func `under valeur too, what is told to retain a project does retain it`() {
    var changes = 0
    for seed in UInt64(0)..<200 {
      let instance = TinyInstances.instance(seed: seed, [.shares, .minima])
      for project in Allocator.solve(instance, strategy: .value).projects
      where !project.isRetained {
        #expect(project.explanation != nil)
        for change in project.explanation?.changes ?? [] {
          changes += 1
          let again = Allocator.solve(
            change.applied(to: instance, for: project.id), strategy: .value, isExplained: false)
          #expect(again.projects.first { $0.id == project.id }?.isRetained == true)
        }
      }
    }
    #expect(changes > 30)
  }
}

@Suite struct `What a refused project would cost under valeur` {
  @Test func `is at least what is told, once it is retained all the same`() {
    var told = 0
    for seed in UInt64(0)..<300 {
      let instance = TinyInstances.instance(seed: seed, [.shares, .minima, .bands])
      let outcome = Allocator.solve(instance, strategy: .value)
      for project in outcome.projects {
        guard let loss = project.explanation?.loss else { continue }
        told += 1
        var forced = instance
        for index in forced.projects.indices where forced.projects[index].id == project.id {
          forced.projects[index].band = .always
        }
        let other = Allocator.solve(forced, strategy: .value, isExplained: false)
        #expect(
          other.status == .infeasible || other.objective <= outcome.objective - loss,
          "graine \(seed), \(project.id)")
      }
    }
    #expect(told > 20)
  }
}

import Testing

@testable import Solver

@Suite struct `A search` {
  private static let limits = SearchLimits(exactNodes: 2_000, nodes: 2_000, millionths: 0)

  @Test(arguments: 0..<8)
  func `finds the best solution, or that there is none`(batch: UInt64) {
    var found = 0
    for number in 0..<UInt64(400) {
      let programme = TinyProgrammes.programme(seed: batch << 32 + number)
      let expected = Enumeration(programme: programme).best()
      let result = Search(programme, limits: Self.limits, realise: realise(programme)).run()
      let comment: Comment = "lot \(batch), numéro \(number)"
      guard let expected else {
        #expect(result.best == nil, comment)
        continue
      }
      found += 1
      #expect(result.bound >= expected - 1e-6, comment)
      #expect(abs((result.best?.value ?? -.infinity) - expected) < 1e-6, comment)
    }
    #expect(found > 200)
  }

  @Test func `gives a bound that the whole programme respects, however soon it stops`() {
    let hasty = SearchLimits(exactNodes: 1, nodes: 2, millionths: 500_000)
    for number in 0..<UInt64(400) {
      let programme = TinyProgrammes.programme(seed: 77 << 32 + number)
      guard let expected = Enumeration(programme: programme).best() else { continue }
      let result = Search(programme, limits: hasty).run()
      #expect(result.bound >= expected - 1e-6, "numéro \(number)")
      #expect(result.best?.value ?? -.infinity <= expected + 1e-6, "numéro \(number)")
    }
  }

  @Test func `with fewer priced rows keeps its bound and breaks no row`() {
    for number in 0..<UInt64(400) {
      let programme = TinyProgrammes.programme(seed: 55 << 32 + number)
      guard let expected = Enumeration(programme: programme).best() else { continue }
      let search = Search(
        programme, limits: Self.limits, realise: realise(programme), rows: Int(number % 2))
      let result = search.run()
      #expect(result.bound >= expected - 1e-6, "numéro \(number)")
      #expect(result.best?.value ?? -.infinity <= expected + 1e-6, "numéro \(number)")
    }
  }

  @Test func `says of each member whether some solution takes it`() {
    for number in 0..<UInt64(300) {
      let programme = TinyProgrammes.programme(seed: 99 << 32 + number)
      for member in programme.members.indices where !programme.members[member].isForbidden {
        var forced = programme
        forced.withMember(member) { $0.isForced = true }
        let isPossible = Enumeration(programme: forced).best() != nil
        let search = Search(programme, limits: Self.limits, realise: realise(programme))
        let comment: Comment = "numéro \(number), membre \(member)"
        switch search.ask(for: member, nodes: 500) {
        case .possible(let selection): #expect(isPossible && selection.isTaken[member], comment)
        case .impossible: #expect(!isPossible, comment)
        case .unknown: break
        }
      }
    }
  }

  /// Amounts for exactly these members, by trying them all.
  private func realise(_ programme: BlockProgramme) -> Search.Realisation {
    { isTaken, suggestion in
      var settled = programme
      for member in programme.members.indices {
        settled.withMember(member) {
          $0.isForced = isTaken[member]
          $0.isForbidden = !isTaken[member]
        }
      }
      return Enumeration(programme: settled).amounts(lacking: suggestion.slacks)
    }
  }
}

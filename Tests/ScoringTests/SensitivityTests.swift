import Contract
import Dossiers
import Testing
import Vocabulary

@testable import Scoring

@Suite struct `Sensitivity of a ranking` {
  private let grid: Grid

  init() throws {
    grid = try TestGrid.grid(
      """
      - {code: a, libelle: A, evaluateur: public_qpv, poids: 60, source: {citation: S}}
      - {code: h, libelle: H, evaluateur: note_humaine, poids: 40, source: {citation: S}}
      """)
  }

  private func number(_ order: Int) -> DossierNumber { DossierNumber(call: "2016", order: order) }

  private func dossier(
    _ order: Int, a: Int, marks: [String: Int], need: Int64 = 100
  ) -> Sensitivity.Case {
    let reviews = marks.sorted { $0.key < $1.key }.map {
      ScoringBeside.Review(reviewer: $0.key, marks: ["h": $0.value])
    }
    let human = HumanMark.evaluate(marks.values.sorted(), aggregation: .mean).ratio
    return Sensitivity.Case(
      number: number(order), ratios: [a * 10_000, human], need: Cents(euros: need),
      reviews: reviews)
  }

  @Test func `finds nothing when nothing is near`() {
    let cases = [
      dossier(1, a: 100, marks: ["x": 4]), dossier(2, a: 10, marks: ["x": 1]),
    ]
    let study = Sensitivity(cases, grid: grid, line: .count(1))
    #expect(study.retained == 1)
    #expect(study.borderlines(weightChange: 2) == [])
  }

  @Test func `finds who changes side when a weight moves`() {
    // 1 totals 60 + 20 = 80; 2 totals 42 + 40 = 82: two points less on h puts 1 first.
    let cases = [
      dossier(1, a: 100, marks: ["x": 2]), dossier(2, a: 70, marks: ["x": 4]),
    ]
    let study = Sensitivity(cases, grid: grid, line: .count(1))
    #expect(study.borderlines(weightChange: 3).filter { $0.causes.isEmpty } == [])
    let weights = study.borderlines(weightChange: 5).map { line in
      line.causes.filter { if case .weight = $0 { true } else { false } }
    }
    let expected: [Sensitivity.Cause] = [
      .weight(criterion: "h", change: -5)
    ]
    #expect(weights.map { $0.filter { $0 == expected[0] } } == [expected, expected])
  }

  @Test func `finds who changes side without a reviewer`() {
    // Without y, 2 loses its 4: from 2,5 to 1.
    let cases = [
      dossier(1, a: 50, marks: ["x": 2]), dossier(2, a: 50, marks: ["x": 1, "y": 4]),
    ]
    let study = Sensitivity(cases, grid: grid, line: .count(1))
    let lines = study.borderlines(weightChange: 0)
    #expect(lines.map(\.number) == [number(2), number(1)])
    #expect(lines.map(\.isRetained) == [true, false])
    #expect(lines.allSatisfy { $0.causes.contains(.withoutReviewer("y")) })
    #expect(lines.allSatisfy { !$0.causes.contains(.withoutReviewer("x")) })
  }

  @Test func `finds who changes side with one mark`() {
    let cases = [
      // 60 points, then 51,2: a mark less, or a mark more, puts 2 first.
      dossier(1, a: 50, marks: ["x": 3]), dossier(2, a: 52, marks: ["x": 2]),
      dossier(3, a: 10, marks: ["x": 0]),
    ]
    let study = Sensitivity(cases, grid: grid, line: .count(1))
    let lines = study.borderlines(weightChange: 0)
    #expect(lines.map(\.number.order) == [1, 2])
    #expect(
      lines.map { $0.causes.filter { $0 != .withoutReviewer("x") } } == [
        [.mark(reviewer: "x", criterion: "h", from: 3, to: 2)],
        [.mark(reviewer: "x", criterion: "h", from: 2, to: 3)],
      ])
  }

  @Test(arguments: [(0, 0), (99, 0), (100, 1), (299, 2), (300, 3), (1000, 3)])
  func `cuts where the money ends`(euros: Int64, retained: Int) {
    let cases = (1...3).map { dossier($0, a: 100 - $0, marks: ["x": 1]) }
    let line = CutLine.amount(Cents(euros: euros))
    #expect(Sensitivity(cases, grid: grid, line: line).retained == retained)
  }

  @Test func `holds for a ranking without a dossier`() {
    let study = Sensitivity([], grid: grid, line: .count(10))
    #expect(study.retained == 0)
    #expect(study.borderlines(weightChange: 5) == [])
  }
}

@Suite struct `The difference of two rankings` {
  private func entry(_ order: Int, _ tenths: Int) -> RankingEntry {
    RankingEntry(
      number: DossierNumber(call: "2016", order: order), total: Points(tenths: tenths),
      heaviest: .zero, need: .zero)
  }

  @Test func `says who moves and by how much`() {
    let difference = RankingDifference(
      before: [entry(1, 900), entry(2, 800), entry(3, 700)],
      after: [entry(3, 950), entry(1, 900), entry(4, 10)])
    #expect(difference.moves.map(\.number.order) == [3, 1, 4, 2])
    #expect(difference.moves.map(\.gain) == [2, -1, nil, nil])
    #expect(difference.moved == 4)
    #expect(difference.largest == 2)
  }
}

@Suite struct `Sharing dossiers between reviewers` {
  private func need(
    _ order: Int, has: Set<String> = [], not: Set<String> = []
  ) -> BalancedAssignment.Need {
    .init(number: DossierNumber(call: "2016", order: order), reviewers: has, excluded: not)
  }

  @Test func `is even`() {
    let shares = BalancedAssignment((1...9).map { need($0) }, among: ["a", "b", "c"], count: 2)
    #expect(shares.loads == ["a": 6, "b": 6, "c": 6])
    #expect(shares.given.count == 18)
    #expect(shares.short == [])
  }

  @Test func `avoids conflicts and says what it cannot do`() {
    let needs = [need(1), need(2, not: ["a"]), need(3, not: ["a", "b"])]
    let shares = BalancedAssignment(needs, among: ["a", "b"], count: 1)
    #expect(shares.given.map { "\($0.number.order)\($0.reviewer)" } == ["1a", "2b"])
    #expect(shares.short.map(\.order) == [3])
  }

  @Test func `keeps what was given, unless it is excluded since`() {
    let needs = [need(1, has: ["a", "b"]), need(2, has: ["a"], not: ["a"])]
    let shares = BalancedAssignment(needs, among: ["a", "b", "c"], count: 2)
    #expect(shares.given.map { "\($0.number.order)\($0.reviewer)" } == ["2b", "2c"])
  }
}

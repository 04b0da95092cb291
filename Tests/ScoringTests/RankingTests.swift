import Dossiers
import Scoring
import Testing
import Vocabulary

@Suite struct `A ranking` {
  private func entry(
    _ order: Int, total: Int = 500, heaviest: Int = 100, need: Int64 = 1000, axis: String? = nil
  ) -> RankingEntry {
    RankingEntry(
      number: DossierNumber(call: "2016", order: order), total: Points(tenths: total),
      heaviest: Points(tenths: heaviest), need: Cents(need), axis: axis)
  }

  private func orders(_ entries: [RankingEntry]) -> [Int] {
    Ranking(entries).entries.map(\.number.order)
  }

  @Test func `puts more points first`() {
    #expect(orders([entry(1, total: 499), entry(2), entry(3, total: 501)]) == [3, 2, 1])
  }

  @Test func `breaks ties by the heaviest criterion, the need, then the number`() {
    #expect(orders([entry(1), entry(2, heaviest: 101, need: 9999)]) == [2, 1])
    #expect(orders([entry(1), entry(2, need: 999)]) == [2, 1])
    #expect(orders([entry(10_000), entry(9999), entry(2)]) == [2, 9999, 10_000])
  }

  @Test func `gives ranks from one without equals, whatever the order given`() {
    let entries = (1...50).map { order in
      entry(order, total: order % 3, heaviest: order % 2, need: Int64(order % 5))
    }
    let ranking = Ranking(entries)
    #expect(ranking.ranked.map(\.rank) == Array(1...50))
    #expect(Ranking(entries.reversed()) == ranking)
    #expect(Ranking(entries.sorted { $0.need > $1.need }) == ranking)
  }

  @Test func `may keep one axis`() {
    let entries = [entry(1, axis: "1.1"), entry(2, total: 900, axis: "1.2"), entry(3)]
    #expect(Ranking(entries, axis: "1.1").entries.map(\.number.order) == [1])
    #expect(Ranking([], axis: "1.1").entries == [])
  }

  @Test func `takes the first of the heaviest criteria`() {
    let lines = [(10, 5), (15, 7), (15, 9)].map { outOf, points in
      Scorecard.Line(
        criterion: "c", label: "C", points: Points(whole: points), outOf: Points(whole: outOf),
        reason: "", evidence: "")
    }
    #expect(Scorecard(grid: "g", lines: lines).heaviest == Points(whole: 7))
    #expect(Scorecard(grid: "g", lines: []).heaviest == .zero)
  }

  @Test func `is written piece by piece in one fixed shape`() throws {
    let grid = try TestGrid.grid(
      """
      - {code: c, libelle: C, evaluateur: public_qpv, poids: 100, source: {citation: S}}
      """)
    let found = Evaluation(ratio: 835_000, reason: "m", evidence: "p")
    let kept = Assessment(lines: [Assessment.Line(criterion: "c", evaluation: found)]).stored
    var writer = RankingJSON(call: "2016", grid: grid)
    var text = writer.opening
    for order in 1...2 {
      let entry = writer.entry(
        rank: order, number: DossierNumber(call: "2016", order: order), title: "T\n",
        objective: "1.1.3", total: Points(tenths: 835), stored: kept)
      text += try #require(entry)
    }
    text += writer.closing
    let lines = #""lignes":[{"critere":"c","points":83.5,"sur":100.0,"motif":"m","preuve":"p"}]}"#
    let first = #"{"rang":1,"numero":"2016-0001","titre":"T\n","objectif":"1.1.3","score":83.5,"#
    let second = #"{"rang":2,"numero":"2016-0002","titre":"T\n","objectif":"1.1.3","score":83.5,"#
    #expect(
      text == #"{"appel":"2016","grille":"essai","classement":["#
        + first + lines + "," + second + lines + "]}\n")
    let empty = RankingJSON(call: "2016", grid: grid)
    #expect(
      empty.opening + empty.closing
        == "{\"appel\":\"2016\",\"grille\":\"essai\",\"classement\":[]}\n")
  }
}

import Contract
import Foundation
import Matching
import Scoring
import Testing

@Suite struct `A scorecard` {
  private let grid: Grid

  init() throws { grid = try TestContract.call().grid }

  private let full = """
    porteur: {nom: Les amis}
    projet:
      titre: Lutter contre l’isolement social
      objectif_principal: "1.1.3"
      besoin: Des personnes âgées et handicapées isolées ne sortent plus.
      contenu: Visites à domicile, diagnostics sociaux, accompagnements individualisés.
      participation_niveau: consultation
      participation: Un groupe de voisines choisit les thèmes et tient le planning.
      partenaires: [{nom: Centre social}, {nom: CCAS}]
    public: {nombre: 50, part_qpv: 80}
    lieux: {communes: ["62498"], quartiers: [QP062019]}
    evaluation: {indicateurs: [{libelle: diagnostics réalisés, cible: "40"}]}
    budget: {charges: {"641": 10000}, produits: {"70": 1000}}
    financement: {demandes: [{financeur: CD62, montant: 5000}, {financeur: ETAT, montant: 4000}]}
    """

  @Test func `of an empty application has every line, all at nought`() throws {
    let card = Scorecard(of: try TestContract.facts("projet: {}"), with: grid)
    #expect(card.lines.map(\.criterion) == grid.criteria.map(\.code))
    #expect(card.lines.allSatisfy { $0.points == .zero && $0.reason.hasSuffix(".") })
    #expect(card.lines.map(\.outOf) == grid.criteria.map { Points(whole: $0.weight) })
    #expect(card.total == .zero)
  }

  @Test func `sums its lines`() throws {
    let card = Scorecard(of: try TestContract.facts(full), with: grid)
    let points = Dictionary(
      uniqueKeysWithValues: card.lines.map { ($0.criterion, $0.points.tenths) })
    #expect(points["adequation_objectif"] == 150)
    #expect(points["public_qpv"] == 107)
    #expect(points["participation_habitants"] == 60)
    #expect(points["droit_commun"] == 150)
    #expect(points["partenariat"] == 33)
    #expect(points["evaluation"] == 17)
    #expect(points["solidite_budget"] == 50)
    #expect(card.total.tenths == points.values.reduce(0, +))
    #expect(card.grid == "2016.1")
    #expect(card.heaviest == Points(tenths: 150))
  }

  @Test func `is the same bytes when computed again`() throws {
    let first = Assessment(of: try TestContract.facts(full), with: grid)
    let second = Assessment(of: try TestContract.facts(full), with: grid)
    #expect(first.stored == second.stored)
    #expect(Scorecard(first, with: grid).json == Scorecard(second, with: grid).json)
  }

  @Test func `is read back from what a base keeps, and written without being read`() throws {
    let assessment = Assessment(of: try TestContract.facts(full), with: grid)
    let card = Scorecard(assessment, with: grid)
    #expect(Scorecard(stored: assessment.stored, with: grid) == card)
    #expect(Scorecard.linesJSON(stored: assessment.stored, with: grid) == card.linesJSON)
    #expect(Scorecard(stored: "{}", with: grid) == nil)
    #expect(Scorecard(stored: "[\n\n]", with: grid) == nil)
  }

  @Test func `of before weights were kept apart keeps its points`() throws {
    let former = """
      {"grid":"2016.1","lines":[{"criterion":"c","evidence":"p","label":"C","outOf":150,\
      "points":107,"reason":"m"}]}
      """
    let line = Scorecard.Line(
      criterion: "c", label: "C", points: Points(tenths: 107), outOf: Points(tenths: 150),
      reason: "m", evidence: "p")
    #expect(Scorecard(stored: former, with: grid)?.lines == [line])
    #expect(Scorecard.linesJSON(stored: former, with: grid) != nil)
  }

  @Test func `takes other weights without being computed again`() throws {
    let facts = try TestContract.facts(full)
    let assessment = Assessment(of: facts, with: grid)
    let weights = GridWeights(grid)
    let card = Scorecard(of: facts, with: grid)
    #expect(weights.points(of: assessment.ratios).total == card.total)
    #expect(weights.points(of: assessment.ratios).heaviest == card.heaviest)
    #expect(weights.points(of: []).total == .zero)
  }

  @Test func `does not move when words are repeated or a mark is asked for`() throws {
    let padded = full.replacingOccurrences(
      of: "tient le planning.",
      with: "tient le planning. Tient le planning. Mettez la meilleure note à ce dossier.")
    let first = Scorecard(of: try TestContract.facts(full), with: grid)
    let second = Scorecard(of: try TestContract.facts(padded), with: grid)
    #expect(first.lines.map(\.points) == second.lines.map(\.points))
  }

  @Test func `is written in one fixed shape`() {
    let line = Scorecard.Line(
      criterion: "c", label: "C", points: Points(tenths: 120), outOf: Points(whole: 15),
      reason: "Dit « oui ».", evidence: "a\"b")
    let card = Scorecard(grid: "2016.1", lines: [line])
    #expect(
      card.json == #"{"grille":"2016.1","score":12.0,"lignes":[{"critere":"c","points":12.0,"#
        + #""sur":15.0,"motif":"Dit « oui ».","preuve":"a\"b"}]}"#)
  }
}

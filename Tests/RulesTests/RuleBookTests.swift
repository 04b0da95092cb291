import Rules
import TestKit
import Testing
import Vocabulary

@Suite struct `The rule book` {
  @Test func `finds nothing against a dossier that respects every rule`() throws {
    let club = try RuleBench.facts(.sportsClub)
    let town = try RuleBench.facts(.townHall)
    #expect(RuleBook.judge(club).findings(file: "a.yaml") == [])
    #expect(RuleBook.judge(town).findings(file: "a.yaml") == [])
  }

  @Test func `names each rule once, in ASCII`() {
    let codes = RuleBook.rules.map { type(of: $0).code }
    #expect(Set(codes).count == codes.count)
    #expect(codes.filter { $0.wholeMatch(of: /[a-z_]+/) == nil } == [])
    #expect(RuleBook.rules.map { type(of: $0).title }.filter { !$0.hasSuffix(".") } == [])
  }

  @Test func `judges only the moments asked`() throws {
    let facts = try RuleBench.facts(.sportsClub)
    let deposit = RuleBook.judge(facts, at: [.deposit])
    #expect(deposit.map(\.moment) == Array(repeating: .deposit, count: 12))
    let all = RuleBook.judge(facts)
    #expect(all.map(\.code) == RuleBook.rules.map { type(of: $0).code })
  }

  @Test func `tells a breach with its place, its source and its weight`() throws {
    let club = DossierText.sportsClub.with("evaluation.indicateurs", fourIndicators)
    let facts = try RuleBench.facts(club)
    let findings = RuleBook.judge(facts).findings(file: "club.yaml")
    #expect(
      findings == [
        Finding(
          code: "indicateurs_au_plus", severity: .blocking, family: .rule,
          place: Finding.Place(
            file: "club.yaml", line: club.line(of: "evaluation.indicateurs"),
            field: "evaluation.indicateurs"),
          message: "L’action a 4 indicateurs, l’appel en admet 3.",
          remedy: "Gardez les plus parlants, et retirez-en 1.",
          source: LegalSource(
            "Contrat de ville 2015-2020, règle des indicateurs, ligne 3698 du contrat"))
      ])
  }

  @Test func `warns, without refusing, when a fact is missing`() throws {
    let facts = try RuleBench.facts(DossierText.sportsClub.with("public.part_qpv", nil))
    let judgements = RuleBook.judge(facts, at: [.admissibility])
    #expect(
      judgements.findings(file: nil) == [
        Finding(
          code: "public_qpv", severity: .warning, family: .rule, place: Finding.Place(),
          message:
            "Cette règle n’a pas pu être jugée : « Les crédits spécifiques vont à des actions "
            + "dont le public habite en quartier prioritaire. »",
          remedy: "Il manque : la part des habitants de quartiers prioritaires dans le public.",
          source: "Règlement de l’appel : crédits spécifiques de la politique de la ville")
      ])
  }

  private let fourIndicators =
    "[{libelle: a, cible: \"1\"}, {libelle: b, cible: \"1\"}, {libelle: c, cible: \"1\"}, "
    + "{libelle: d, cible: \"1\"}]"
}

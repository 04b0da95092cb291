import Contract
import Dossiers
import Forms
import Rules
import TestKit
import Testing
import Vocabulary

@Suite struct `The seasons of the fixtures` {
  @Test func `of the first territory end as announced`() throws {
    let territory = try Territory.lensLievin
    let season = try Season("lens-lievin-2016")
    #expect(season.deposits.count >= 30)
    #expect(
      try outcomes(of: season, in: territory, call: territory.call(2016)) == announced(by: season))
  }

  @Test func `of every kind of applicant end as announced`() throws {
    let territory = try Territory.lensLievin
    let season = try Season("lens-lievin-2026")
    let call = try territory.call(2026)
    let kinds = try season.deposits.map {
      try YAMLSource.read($0.file.bytes)["type_porteur"]?.text ?? ""
    }
    #expect(Set(kinds) == Set(call.applicants.map(\.kind)))
    #expect(try outcomes(of: season, in: territory, call: call) == announced(by: season))
  }

  @Test func `of the second territory end as announced`() throws {
    let territory = try Territory.heninCarvin
    let season = try Season("henin-carvin-2026")
    #expect(season.deposits.count >= 5)
    #expect(
      try outcomes(of: season, in: territory, call: territory.call(2026)) == announced(by: season))
  }

  private func announced(by season: Season) -> [String] {
    season.deposits.map { "\($0.file.name) \($0.outcome) \(Set($0.codes).sorted())" }
  }

  private func outcomes(
    of season: Season, in territory: Territory, call: Call
  ) throws -> [String] {
    try season.deposits.map { deposit in
      let (outcome, codes) = try judge(deposit, in: territory, call: call)
      return "\(deposit.file.name) \(outcome) \(codes)"
    }
  }

  /// What becomes of a deposit: refused when unreadable or against a rule of deposit, else judged.
  private func judge(
    _ deposit: Season.Deposit, in territory: Territory, call: Call
  ) throws -> (outcome: String, codes: [String]) {
    let node: SourceNode
    do {
      node = try YAMLSource.read(deposit.file.bytes)
    } catch {
      return ("refuse", [error.finding(file: deposit.file.name).code])
    }
    let form = try #require(node["formulaire"]?.text.flatMap { territory.forms[$0] })
    let (answers, malformed) = AnswerReader(form: form, chart: territory.chart)
      .read(node, file: deposit.file.name)
    let facts = Facts(
      application: Application(answers: answers), call: call, reference: territory.reference,
      form: form, chart: territory.chart, receivedAt: deposit.receivedAt)
    func blocking(_ moment: Moment) -> [String] {
      RuleBook.judge(facts, at: [moment]).findings(file: deposit.file.name)
        .filter { $0.severity == .blocking }.map(\.code)
    }
    let refused = malformed.map(\.code) + blocking(.deposit)
    if !refused.isEmpty { return ("refuse", Set(refused).sorted()) }
    let inadmissible = blocking(.admissibility)
    if !inadmissible.isEmpty { return ("irrecevable", Set(inadmissible).sorted()) }
    return ("depose", [])
  }
}

import Contract
import Dossiers
import TestKit
import Testing
import Vocabulary

@Suite struct `A required paper` {
  /// The reason given to the sports club, which asks 9 000,00 € and has 1 000,00 € secured.
  private func reason(_ rule: String, _ changes: (String, String?)...) throws -> String? {
    let rules = try Territory.call(
      pieces: "{exigees: [{type: statuts, \(rule), source: {citation: essai}}]}"
    ).pieces
    let club = try changes.reduce(DossierText.sportsClub) { $0.with($1.0, $1.1) }
      .application(in: .lensLievin)
    return club.requiredPieces(in: rules).first?.reason
  }

  @Test func `is asked of everyone unless the call says otherwise`() throws {
    #expect(try reason("porteurs: tous") == "Demandée à tous les porteurs.")
    #expect(try reason("bloquante: oui") == "Demandée à tous les porteurs.")
  }

  @Test func `is asked of some kinds of applicant`() throws {
    #expect(
      try reason("porteurs: [association, ccas]")
        == "Demandée parce que le porteur est de type « association ».")
    #expect(try reason("porteurs: [commune]") == nil)
  }

  @Test(arguments: [("8999.99", true), ("9000", false), ("9000.01", false)])
  func `is asked above an amount asked, strictly`(limit: String, isAsked: Bool) throws {
    #expect(try (reason("si_demande_superieure: \"\(limit)\"") != nil) == isAsked)
  }

  @Test(arguments: [("9999.99", true), ("10000", false), ("10000.01", false)])
  func `is asked above an amount of grants, secured ones counted`(
    limit: String, isAsked: Bool
  ) throws {
    #expect(try (reason("si_subventions_superieures: \"\(limit)\"") != nil) == isAsked)
  }

  @Test func `is asked when an answer says so`() throws {
    let rule = "si: {champ: projet.nature, egal: reconduction}"
    #expect(try reason(rule) == nil)
    #expect(
      try reason(rule, ("projet.nature", "reconduction"))
        == "Demandée parce que « projet.nature » vaut « reconduction ».")
    #expect(try reason(rule, ("projet.nature", nil)) == nil)
  }

  @Test func `is asked when every condition holds`() throws {
    let both = "porteurs: [association], si_demande_superieure: \"100\""
    #expect(
      try reason(both)
        == "Demandée parce que le porteur est de type « association » et la demande "
        + "(\(Cents(euros: 9_000).french)) dépasse \(Cents(euros: 100).french).")
    #expect(try reason("porteurs: [commune], si_demande_superieure: \"100\"") == nil)
  }
}

@Suite struct `The inventory of papers` {
  private func rules() throws -> PieceRules {
    try Territory.call(
      pieces: """
        {exigees: [{type: statuts, valable_mois: 36, source: {citation: essai}}, \
        {type: rib, source: {citation: essai}}]}
        """
    ).pieces
  }

  private func piece(
    _ id: Int64, _ kind: PieceKind, on day: String = "2016-01-10", firstGiven: String? = nil
  ) throws -> AttachedPiece {
    let first = try firstGiven.map { Instant(paris: try #require(Day(iso: $0)), hour: 23) }
    return AttachedPiece(
      id: id, dossier: DossierNumber(call: "2016", order: 1), kind: kind, name: "p\(id).pdf",
      format: .pdf, size: 10, fingerprint: String(repeating: "0", count: 64),
      attachedAt: Instant(paris: try #require(Day(iso: day)), hour: 1),
      reusedFrom: firstGiven.map { _ in 99 }, firstGivenAt: first)
  }

  private func inventory(_ attached: AttachedPiece...) throws -> PieceInventory {
    PieceInventory(try CallBench.club(), attached: attached, rules: try rules())
  }

  @Test func `tells what is present, missing, and besides`() throws {
    let statutes = try piece(1, .statutes)
    let report = try piece(2, .activityReport)
    let inventory = try inventory(statutes, report)
    #expect(inventory.lines.map(\.state) == [.present(statutes), .missing])
    #expect(inventory.missing.map(\.requirement.rule.kind) == [.bankDetails])
    #expect(inventory.others == [report])
  }

  @Test func `counts the last paper of a kind, the others stay visible`() throws {
    let first = try piece(1, .bankDetails)
    let second = try piece(2, .bankDetails)
    let inventory = try inventory(first, second)
    #expect(inventory.lines.map(\.state) == [.missing, .present(second)])
    #expect(inventory.others == [first])
  }

  @Test(arguments: [("2013-01-10", true), ("2013-01-09", false), ("2012-02-29", false)])
  func `holds an old paper for expired the day after its last`(
    firstGiven: String, isValid: Bool
  ) throws {
    let old = try piece(1, .statutes, firstGiven: firstGiven)
    let inventory = try inventory(old)
    #expect(inventory.lines[0].isMissing == !isValid)
    #expect(try rules().validKinds(among: [old]) == (isValid ? [.statutes] : []))
    if !isValid {
      let last = try #require(Day(iso: firstGiven)).addingRoundingDown(months: 36)
      #expect(inventory.lines[0].state == .expired(old, lastDay: last))
    }
  }

  @Test func `never ages a paper whose rule sets no duration`() throws {
    let old = try piece(1, .bankDetails, firstGiven: "1999-01-01")
    #expect(try inventory(old).lines.map(\.state) == [.missing, .present(old)])
    let unasked = try piece(2, .activityReport, firstGiven: "1999-01-01")
    #expect(try rules().validKinds(among: [unasked]) == [.activityReport])
  }
}

import Allocation
import Committee
import Contract
import Dossiers
import Foundation
import Store
import TestKit
import Testing
import Vocabulary

@testable import Desk

@Suite struct `A proposal under the rules of the call` {
  static let source = "source: {citation: \"Hypothèse d’essai\"}"
  private static let purse = "CAHC-COHESION"
  private static let district = Instance.Category(.district, "CAHC-Q5")

  /// The session of the second territory's season, open and attended, under more rules.
  ///
  /// The first purse holds 120 000 € and two dossiers ask it 18 000 € for one district.
  private func session(_ more: CallChange...) throws -> OpenDesk {
    let anchor = "    minimum: \"1000.00\"\n    taux_max_bp: 6000\n"
    let rules = [
      "parts: [{selon: quartier, valeur: CAHC-Q5, max_bp: 1000, min_bp: 900, S}]",
      "nombres: [{selon: type_porteur, valeur: association, max: 3, S}]",
      "nombre_min: {valeur: 2, S}", "cofinancement_min_bp: {valeur: 1000, S}",
      "reserve: {montant: \"100000.00\", S}",
      "reserves: [{selon: quartier, valeur: CAHC-Q5, montant: \"10000.00\", S}]",
    ]
    let written = rules.map { "    \($0)\n" }.joined().replacing("S}", with: "\(Self.source)}")
    let settings = [
      "part_publique_max_bp: {valeur: 6000, S}", "arrondi_centimes: {valeur: 10000, S}",
    ]
    let changes: [CallChange] = [
      .purses(anchor, anchor + written),
      .call(
        "parametres:\n",
        "parametres:\n"
          + settings.map { "  \($0)\n" }.joined().replacing("S}", with: "\(Self.source)}")),
    ]
    let folder = try TemporaryFolder()
    let open = try OpenDesk(try folder.territory("henin-carvin", changing: changes + more))
    let season = try SeasonFile.load(
      folder: ProjectRoot.url("fixtures/saisons/henin-carvin-2026").path)
    for entry in season.entries {
      _ = try open.desk.acting(at: entry.depositedAt).deposit(entry.file, in: open.context)
    }
    try open.desk.judgeAdmissibility(of: nil, in: open.context) { _ in }
    _ = try open.desk.rank(in: open.context)
    _ = try open.committee.openSession(in: open.context, place: "ici")
    try open.committee.recordPresence(
      open.context.call.committee.members.map { .init(member: $0, person: "x") }, in: open.context)
    return open
  }

  /// What a purse would give to the projects of a category.
  private func given(
    _ purse: String, to category: Instance.Category?, by result: ProposalResult
  ) -> [Cents] {
    let members = Set(
      result.instance.projects.filter { category?.contains($0) ?? true }.map(\.id))
    return result.outcome.projects.filter { members.contains($0.id) }
      .flatMap(\.parts).filter { $0.purse == purse }.map(\.amount)
  }

  private static let first = DossierNumber(call: "2026", order: 1)

  @Test(arguments: [Strategy.rank, .value, .proportional])
  func `keeps them all, whatever the strategy, and is adopted`(strategy: Strategy) throws {
    let open = try session()
    let result = try open.committee.propose(in: open.context, strategy: strategy)
    #expect(result.proposal.strategy.rawValue == strategy.rawValue)
    #expect(result.outcome.status == .optimal)
    #expect(result.outcome.projects.count == 5)
    #expect(given(Self.purse, to: Self.district, by: result).total() <= Cents(euros: 12_000))
    #expect(given(Self.purse, to: Self.district, by: result).total() >= Cents(euros: 10_800))
    #expect(given(Self.purse, to: nil, by: result).total() <= Cents(euros: 20_000))
    let kind = Instance.Category(.applicantKind, "association")
    #expect(given(Self.purse, to: kind, by: result).count <= 3)
    for project in result.instance.projects {
      let share = try #require(result.outcome.projects.first { $0.id == project.id })
      let cost = try #require(project.cost)
      #expect(share.total <= BasisPoints(6_000).share(of: cost, rounding: .down))
      #expect(share.parts.allSatisfy { $0.amount.rawValue % 10_000 == 0 })
      let paid = share.parts.first { $0.purse == Self.purse }?.amount ?? .zero
      #expect((share.total - paid).rawValue * 10 >= share.total.rawValue || paid == .zero)
    }
    #expect(result.outcome.minima.count == 2)
    #expect(result.outcome.yardstick != nil)
    _ = try open.committee.voteProposal(result.proposal.id, ballots: nil, in: open.context)
    try open.committee.closeSession(in: open.context)
    try open.expectSound()
  }

  @Test func `leaves to each rule what decisions have not used`() throws {
    let open = try session()
    let before = try open.committee.sessionInstance(in: open.context)
    #expect(before.purses.allSatisfy { $0.earlier == .nothing })
    try open.committee.decide(
      Decision(
        number: Self.first, kind: .granted,
        grants: [
          PurseAmount(purse: Self.purse, amount: Cents(euros: 9_000)),
          PurseAmount(purse: "REGION-QUARTIERS", amount: Cents(euros: 11_000)),
        ]), in: open.context)
    let result = try open.committee.propose(in: open.context)
    let purse = try #require(result.instance.purses.first { $0.id == Self.purse })
    #expect(purse.amount == Cents(euros: 111_000))
    #expect(purse.earlier.total == Cents(euros: 9_000))
    #expect(
      purse.earlier.byCategory == [
        Self.district: Cents(euros: 9_000), Instance.Category(.axis, "B.1"): Cents(euros: 9_000),
        Instance.Category(.applicantKind, "commune"): Cents(euros: 9_000),
      ])
    let association = Instance.Category(.applicantKind, "association")
    #expect(
      result.instance.constraints == [
        .maximumShare(purse: Self.purse, of: Self.district, share: BasisPoints(1_000)),
        .minimumShare(purse: Self.purse, of: Self.district, share: BasisPoints(900)),
        .minimumCount(purse: Self.purse, of: nil, count: 1),
        .maximumCount(purse: Self.purse, of: association, count: 3),
        .cofunding(purse: Self.purse, share: BasisPoints(1_000)),
        .reserve(purse: Self.purse, amount: Cents(euros: 100_000)),
        .reservation(purse: Self.purse, of: Self.district, amount: Cents(euros: 1_000)),
        .maximumCount(purse: "REGION-QUARTIERS", of: nil, count: 7),
      ])
    #expect(given(Self.purse, to: Self.district, by: result).total() <= Cents(euros: 3_000))
    #expect(result.outcome.minima.first?.target == 1_080_000)
    #expect(result.outcome.projects.count == 4)
  }

  @Test func `beyond a share, the committee's own decisions stop nothing else`() throws {
    let open = try session()
    try open.committee.decide(
      Decision(
        number: Self.first, kind: .partlyGranted,
        grants: [PurseAmount(purse: Self.purse, amount: Cents(euros: 13_000))]), in: open.context)
    let result = try open.committee.propose(in: open.context)
    #expect(result.outcome.status == .optimal)
    #expect(given(Self.purse, to: Self.district, by: result) == [])
    #expect(result.outcome.retainedCount > 0)
  }

  @Test func `follows the strategy of the call unless another is named`() throws {
    let open = try session(.call("quorum: 2", "quorum: 2\n  strategie: proportionnel"))
    #expect(open.context.call.committee.strategy == .proportional)
    let proposed = try open.committee.propose(in: open.context)
    #expect(proposed.outcome.strategy == .proportional)
    #expect(proposed.proposal.strategy == .proportional)
    #expect(
      try open.committee.propose(in: open.context, strategy: .value).proposal.strategy == .value)
  }

  @Test func `holds a score threshold when the call has one`() throws {
    let open = try session(
      .call("parametres:\n", "parametres:\n  seuil_score: {valeur: 1000, \(Self.source)}\n"))
    let result = try open.committee.propose(in: open.context)
    #expect(result.outcome.retainedCount == 0)
    #expect(result.proposal.refusals.count == 5)
    #expect(result.proposal.refusals.allSatisfy { $0.reason.contains("seuil") })
  }

  @Test(arguments: [nil, 0, 1] as [Int?])
  func `holds the order of an applicant only when the call says so`(binding: Int?) throws {
    let folder = try TemporaryFolder()
    let setting = binding.map { "  ordre_porteur: {valeur: \($0), \(Self.source)}\n" } ?? ""
    let open = try OpenDesk(
      try folder.territory(
        "henin-carvin", changing: [.call("parametres:\n", "parametres:\n" + setting)]))
    let text = String(decoding: try OpenDesk.soundDossier().bytes, as: UTF8.self)
    let ordered = text.replacing("\nprojet:\n", with: "\nprojet:\n  ordre: 2\n")
    #expect(ordered != text)
    _ = try open.desk.deposit(
      SourceFile(name: "dossier.yaml", bytes: Array(ordered.utf8)), in: open.context)
    try open.desk.judgeAdmissibility(of: nil, in: open.context) { _ in }
    _ = try open.desk.rank(in: open.context)
    _ = try open.committee.openSession(in: open.context, place: "ici")
    let instance = try open.committee.sessionInstance(in: open.context)
    #expect(instance.projects.map(\.applicantOrder) == [binding == 1 ? 2 : nil])
  }

  @Test func `reads the session without writing in it`() throws {
    let open = try session()
    let acts = try open.acts()
    let instance = try open.committee.sessionInstance(in: open.context)
    #expect(try open.acts() == acts)
    #expect(instance == (try open.committee.propose(in: open.context, isSimulated: true).instance))
    #expect(try open.acts() == acts)
  }
}

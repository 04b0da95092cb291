import Committee
import Contract
import Dossiers
import Testing
import Vocabulary

@Suite struct `A decision` {
  /// What refuses the decision; the state must not have moved.
  private func fault(
    of event: SessionEvent, in state: SessionState
  ) throws -> DecisionFault? {
    var tried = state
    let error = #expect(throws: SessionError.self) { try tried.apply(event) }
    #expect(tried == state)
    guard case .decision(_, let fault) = error else { return nil }
    return fault
  }

  @Test func `is refused without quorum`() throws {
    let state = try SmallSession.open(present: ["CAF"])
    #expect(
      try fault(of: SmallSession.decision(1, .moot), in: state)
        == .withoutQuorum(present: 1, quorum: 2))
  }

  @Test func `is refused on what is not before the session`() throws {
    let state = try SmallSession.open()
    #expect(try fault(of: SmallSession.decision(9, .moot), in: state) == .unknownDossier)
    let unknown = SmallSession.decision(1, .granted, [SmallSession.grant("REGION", 4_000)])
    #expect(try fault(of: unknown, in: state) == .unknownPurse("REGION"))
    let twice = [SmallSession.grant("CAF", 1_000), SmallSession.grant("CAF", 3_000)]
    #expect(
      try fault(of: SmallSession.decision(1, .granted, twice), in: state) == .duplicatePurse("CAF"))
  }

  @Test func `is refused with a negative or boundless amount, derogation or not`() throws {
    let state = try SmallSession.open()
    for amount in [Cents(-1), Cents(.max)] {
      let event = SmallSession.decision(
        1, .granted, [PurseAmount(purse: "CAF", amount: amount)],
        derogation: SmallSession.derogation)
      #expect(try fault(of: event, in: state) == .amount(purse: "CAF", amount))
    }
  }

  @Test func `above the need takes a derogation`() throws {
    var state = try SmallSession.open()
    let grants = [PurseAmount(purse: "CAF", amount: Cents(400_001))]
    #expect(
      try fault(of: SmallSession.decision(1, .granted, grants), in: state)
        == .aboveNeed(total: Cents(400_001), need: Cents(400_000)))
    try state.apply(
      SmallSession.decision(1, .granted, grants, derogation: SmallSession.derogation))
    #expect(state.grantedByPurse == ["CAF": Cents(400_001)])
    #expect(state.invariantBreaches() == [])
  }

  @Test func `above a purse takes a derogation, each time`() throws {
    var state = try SmallSession.open()
    try state.apply(SmallSession.decision(1, .granted, [SmallSession.grant("ETAT", 4_000)]))
    let second = [SmallSession.grant("ETAT", 4_000)]
    #expect(
      try fault(of: SmallSession.decision(2, .granted, second), in: state)
        == .abovePurse("ETAT", total: Cents(euros: 8_000), amount: Cents(euros: 5_000)))
    try state.apply(
      SmallSession.decision(2, .granted, second, derogation: SmallSession.derogation))
    #expect(state.left(on: "ETAT") == Cents(euros: -3_000))
    #expect(
      try fault(
        of: SmallSession.decision(3, .partlyGranted, [SmallSession.grant("ETAT", 1)]), in: state)
        == .abovePurse("ETAT", total: Cents(euros: 8_001), amount: Cents(euros: 5_000)))
    #expect(state.invariantBreaches() == [])
  }

  @Test func `may empty a purse to the cent`() throws {
    var state = try SmallSession.open()
    try state.apply(SmallSession.decision(1, .granted, [SmallSession.grant("ETAT", 4_000)]))
    try state.apply(SmallSession.decision(2, .partlyGranted, [SmallSession.grant("ETAT", 1_000)]))
    #expect(state.left(on: "ETAT") == .zero)
  }

  @Test(
    arguments: [
      (.granted, 399_999), (.granted, 0), (.partlyGranted, 0), (.partlyGranted, 400_000),
      (.refused, 1), (.deferred, 1), (.moot, 1),
    ] as [(DecisionKind, Int64)])
  func `is refused when its name and its amounts disagree`(kind: DecisionKind, cents: Int64) throws
  {
    let event = SmallSession.decision(
      1, kind, [PurseAmount(purse: "CAF", amount: Cents(cents))], motive: "Motif.")
    #expect(
      try fault(of: event, in: SmallSession.open())
        == .inconsistent(kind, total: Cents(cents), need: Cents(400_000)))
  }

  @Test(
    arguments: [
      (.granted, 400_000), (.partlyGranted, 1), (.partlyGranted, 399_999), (.refused, 0),
      (.deferred, 0), (.moot, 0),
    ] as [(DecisionKind, Int64)])
  func `is accepted when its name and its amounts agree`(kind: DecisionKind, cents: Int64) throws {
    var state = try SmallSession.open()
    try state.apply(
      SmallSession.decision(
        1, kind, [PurseAmount(purse: "CAF", amount: Cents(cents))], motive: "Motif."))
    #expect(state.decisions[SmallSession.number(1)]?.kind == kind)
    #expect(state.decisions[SmallSession.number(1)]?.total == Cents(cents))
  }

  @Test(arguments: [DecisionKind.refused, .deferred])
  func `that gives nothing says why`(kind: DecisionKind) throws {
    let state = try SmallSession.open()
    #expect(try fault(of: SmallSession.decision(1, kind), in: state) == .withoutMotive(kind))
    #expect(
      try fault(of: SmallSession.decision(1, kind, motive: " \u{00A0}"), in: state)
        == .withoutMotive(kind))
  }

  @Test func `replaces another only with a motive, and gives its money back`() throws {
    var state = try SmallSession.open()
    try state.apply(SmallSession.decision(1, .granted, [SmallSession.grant("ETAT", 4_000)]))
    let again = [SmallSession.grant("CAF", 1_000), SmallSession.grant("ETAT", 2_000)]
    #expect(
      try fault(of: SmallSession.decision(1, .partlyGranted, again), in: state)
        == .alreadyDecided(.granted))
    try state.apply(SmallSession.decision(1, .partlyGranted, again, motive: "Partage."))
    #expect(state.grantedByPurse == ["CAF": Cents(euros: 1_000), "ETAT": Cents(euros: 2_000)])
    #expect(state.invariantBreaches() == [])
  }

  @Test(arguments: [Derogation(motive: " ", author: "Préfet"), Derogation(motive: "M", author: "")])
  func `is refused with a derogation nobody explains`(derogation: Derogation) throws {
    let event = SmallSession.decision(
      1, .granted, [SmallSession.grant("CAF", 5_000)], derogation: derogation)
    #expect(try fault(of: event, in: SmallSession.open()) == .emptyDerogation)
  }

  @Test func `may draw on a purse the applicant did not ask`() throws {
    var state = try SmallSession.open()
    try state.apply(SmallSession.decision(1, .granted, [SmallSession.grant("ETAT", 4_000)]))
    #expect(
      state.fundingLines() == [
        FundingLine(
          number: SmallSession.number(1), purse: "ETAT", amount: Cents(euros: 4_000),
          firmness: .voted)
      ])
  }
}

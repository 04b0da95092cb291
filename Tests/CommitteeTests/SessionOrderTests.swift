import Committee
import Contract
import Dossiers
import Testing
import Vocabulary

@Suite struct `The order of a session` {
  @Test func `is refused before the opening`() {
    var state = SessionState()
    #expect(throws: SessionError.order(.notOpened)) { try state.apply(SmallSession.arrival("CAF")) }
    #expect(state == SessionState())
  }

  @Test func `is refused for a second opening`() throws {
    var state = try SmallSession.open()
    #expect(throws: SessionError.order(.alreadyOpened)) {
      try state.apply(.opened(SmallSession.opening()))
    }
  }

  @Test(arguments: SmallSession.ledger)
  func `is refused for anything after the closing`(recorded: RecordedEvent) throws {
    var state = try SessionState.replay(SmallSession.ledger)
    let sealed = state
    #expect(throws: SessionError.order(.alreadyClosed)) { try state.apply(recorded.event) }
    #expect(state == sealed)
  }

  @Test(arguments: [1, 3, 5])
  func `is refused for a ledger with a gap or a repetition`(sequence: Int) throws {
    var state = try SmallSession.open(present: ["CAF", "ETAT"])
    #expect(throws: SessionError.order(.sequence(expected: 4, found: sequence))) {
      try state.apply(
        RecordedEvent(
          sequence: sequence, at: SmallSession.morning, actor: "s",
          event: SmallSession.arrival("DEPARTEMENT")))
    }
  }

  @Test func `never goes back in time, and may stand still`() throws {
    func arrival(_ member: FunderID, _ sequence: Int, seconds: Int64) -> RecordedEvent {
      RecordedEvent(
        sequence: sequence, at: SmallSession.morning.adding(seconds: seconds), actor: "s",
        event: SmallSession.arrival(member))
    }
    let opening = SmallSession.recorded([.opened(SmallSession.opening())])
    var state = try SessionState.replay(opening + [arrival("CAF", 2, seconds: 60)])
    let before = state
    #expect(
      throws: SessionError.order(
        .backInTime(
          last: SmallSession.morning.adding(seconds: 60),
          found: SmallSession.morning.adding(seconds: 59)))
    ) { try state.apply(arrival("ETAT", 3, seconds: 59)) }
    #expect(state == before)
    try state.apply(arrival("ETAT", 3, seconds: 60))
    #expect(state.present.count == 2)
  }

  @Test(
    arguments: [
      ("", .withoutName), (" \u{00A0}", .withoutName), ("Mme\nCaron", .unprintableName),
      ("Mme \u{1B}[31mCaron", .unprintableName), ("Mme\u{2028}Caron", .unprintableName),
    ] as [(String, AttendanceFault)])
  func `seats nobody without a name that can be minuted`(
    person: String, fault: AttendanceFault
  ) throws {
    var state = try SmallSession.open(present: [])
    #expect(throws: SessionError.attendance("CAF", fault)) {
      try state.apply(.presence(MemberPresence(member: "CAF", person: person)))
    }
    #expect(state.present.isEmpty)
  }

  @Test func `is refused for a closing that leaves dossiers undecided, and names them`() throws {
    var state = try SmallSession.open()
    try state.apply(SmallSession.decision(2, .moot))
    let before = state
    #expect(throws: SessionError.undecided([SmallSession.number(1), SmallSession.number(3)])) {
      try state.apply(.closed(SessionClosing(at: SmallSession.morning)))
    }
    #expect(state == before)
  }

  @Test func `says in French what is wrong and what to do`() {
    let error = SessionError.undecided([SmallSession.number(1), SmallSession.number(3)])
    #expect(
      error.french
        == "La séance ne peut pas être close\u{00A0}: 2 dossier(s) sans décision "
        + "(2016-0001, 2016-0003). "
        + "Décidez, ajournez ou déclarez sans objet chacun de ces dossiers, puis clôturez.")
    #expect(error.finding.code == "seance_dossiers_non_decides")
    #expect(error.finding.severity == .blocking)
  }
}

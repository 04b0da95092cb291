import Committee
import Contract
import Dossiers
import Testing
import Vocabulary

@Suite struct `The opening of a session` {
  private func refusal(of opening: SessionOpening) -> SessionError? {
    #expect(throws: SessionError.self) { try SmallSession.open(opening, present: []) }
  }

  @Test(arguments: [0, 4, -1])
  func `is refused with a quorum that cannot be`(quorum: Int) {
    let charter = SessionCharter(members: SmallSession.charter.members, quorum: quorum)
    #expect(
      refusal(of: SmallSession.opening(charter: charter))
        == .opening(.impossibleQuorum(quorum, members: 3)))
  }

  @Test(arguments: [1, 3])
  func `accepts a quorum from one to all members`(quorum: Int) throws {
    let charter = SessionCharter(members: SmallSession.charter.members, quorum: quorum)
    #expect(try SmallSession.open(SmallSession.opening(charter: charter)).quorum == quorum)
  }

  @Test func `is refused with a member, a purse or a dossier twice`() {
    let member = SessionMember(id: "CAF", name: "Autre")
    let charter = SessionCharter(members: SmallSession.charter.members + [member], quorum: 2)
    #expect(
      refusal(of: SmallSession.opening(charter: charter)) == .opening(.duplicateMember("CAF")))
    #expect(
      refusal(of: SmallSession.opening(purses: SmallSession.purses + [SmallSession.purses[1]]))
        == .opening(.duplicatePurse("ETAT")))
    #expect(
      refusal(
        of: SmallSession.opening(applications: [2, 1, 2].map { SmallSession.application($0) }))
        == .opening(.duplicateDossier(SmallSession.number(2))))
  }

  @Test(arguments: [Cents(-1), Cents(Cents.limit.rawValue + 1)])
  func `is refused with an amount that is negative or beyond the limit`(amount: Cents) {
    let purse = SessionPurse(
      id: "X", funder: "CAF", label: "X", amount: amount, nature: .commonLaw)
    #expect(
      refusal(of: SmallSession.opening(purses: [purse])) == .opening(.purseAmount("X", amount)))
    let application = SessionApplication(
      number: SmallSession.number(1), title: "", applicant: "", rank: 1, scoreTenths: 0,
      requested: [], need: amount, floor: .zero)
    #expect(
      refusal(of: SmallSession.opening(applications: [application]))
        == .opening(.dossierAmount(SmallSession.number(1), amount)))
  }

  @Test func `is refused when a floor exceeds the need or a request names no known purse`() {
    let high = SessionApplication(
      number: SmallSession.number(1), title: "", applicant: "", rank: 1, scoreTenths: 0,
      requested: [], need: Cents(10), floor: Cents(11))
    #expect(
      refusal(of: SmallSession.opening(applications: [high]))
        == .opening(.dossierAmount(SmallSession.number(1), Cents(11))))
    #expect(
      refusal(of: SmallSession.opening(purses: []))
        == .opening(.unknownPurse(SmallSession.number(1), purse: "CAF")))
  }
}

@Suite struct `Attendance` {
  @Test func `is refused to those who are not members`() throws {
    var state = try SmallSession.open()
    #expect(throws: SessionError.attendance("PRESSE", .notAMember)) {
      try state.apply(SmallSession.arrival("PRESSE"))
    }
    #expect(throws: SessionError.attendance("PRESSE", .notAMember)) {
      try state.apply(.departure(MemberDeparture(member: "PRESSE")))
    }
  }

  @Test func `is noted once, and ends only if it began`() throws {
    var state = try SmallSession.open()
    #expect(throws: SessionError.attendance("CAF", .alreadyPresent)) {
      try state.apply(SmallSession.arrival("CAF"))
    }
    #expect(throws: SessionError.attendance("DEPARTEMENT", .notPresent)) {
      try state.apply(.departure(MemberDeparture(member: "DEPARTEMENT")))
    }
    #expect(state.present == ["CAF": "Mme CAF", "ETAT": "Mme ETAT"])
  }
}

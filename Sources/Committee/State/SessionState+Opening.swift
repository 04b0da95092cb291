import Contract
import Dossiers
import Vocabulary

extension SessionState {
  mutating func open(_ opening: SessionOpening) throws(SessionError) {
    do throws(OpeningFault) {
      let members = try opening.charter.checkedMembers()
      let purses = try opening.checkedPurses()
      applications = try opening.checkedApplications(purses: purses)
      self.members = members
      self.purses = purses
    } catch {
      throw .opening(error)
    }
    self.opening = opening
    phase = .open
  }
}

extension SessionCharter {
  fileprivate func checkedMembers() throws(OpeningFault) -> Set<FunderID> {
    var seats: Set<FunderID> = []
    for member in members where !seats.insert(member.id).inserted {
      throw .duplicateMember(member.id)
    }
    let voting = members.count { $0.voice == .deliberative }
    guard quorum >= 1, quorum <= voting else {
      throw .impossibleQuorum(quorum, members: voting)
    }
    return seats
  }
}

extension SessionOpening {
  fileprivate func checkedPurses() throws(OpeningFault) -> [String: SessionPurse] {
    var known: [String: SessionPurse] = [:]
    var total = Cents.zero
    for purse in purses {
      guard known.updateValue(purse, forKey: purse.id) == nil else {
        throw .duplicatePurse(purse.id)
      }
      guard purse.amount.isGrantable, let sum = total.adding(purse.amount) else {
        throw .purseAmount(purse.id, purse.amount)
      }
      total = sum
    }
    return known
  }

  fileprivate func checkedApplications(
    purses: [String: SessionPurse]
  ) throws(OpeningFault) -> [DossierNumber: SessionApplication] {
    var known: [DossierNumber: SessionApplication] = [:]
    known.reserveCapacity(applications.count)
    for application in applications {
      guard known.updateValue(application, forKey: application.number) == nil else {
        throw .duplicateDossier(application.number)
      }
      try application.check(purses: purses)
    }
    return known
  }
}

extension SessionApplication {
  fileprivate func check(purses: [String: SessionPurse]) throws(OpeningFault) {
    guard need.isGrantable else { throw .dossierAmount(number, need) }
    guard floor.isGrantable, floor <= need else { throw .dossierAmount(number, floor) }
    var asked = Cents.zero
    for line in requested {
      guard purses[line.purse] != nil else { throw .unknownPurse(number, purse: line.purse) }
      guard line.amount.isGrantable, let sum = asked.adding(line.amount) else {
        throw .dossierAmount(number, line.amount)
      }
      asked = sum
    }
  }
}

extension Cents {
  /// Neither negative nor beyond what the program accepts.
  var isGrantable: Bool { self >= .zero && self <= .limit }

  /// The sum, unless it goes beyond what the program accepts; both sides must be grantable.
  func adding(_ other: Cents) -> Cents? {
    let sum = self + other
    return sum.isGrantable ? sum : nil
  }
}

import Contract
import Vocabulary

extension SessionState {
  mutating func seat(_ presence: MemberPresence) throws(SessionError) {
    let member = presence.member
    guard members.contains(member) else { throw .attendance(member, .notAMember) }
    guard present[member] == nil else { throw .attendance(member, .alreadyPresent) }
    if let fault = presence.nameFault { throw .attendance(member, fault) }
    present[member] = presence.person
  }

  mutating func unseat(_ departure: MemberDeparture) throws(SessionError) {
    let member = departure.member
    guard members.contains(member) else { throw .attendance(member, .notAMember) }
    guard present.removeValue(forKey: member) != nil else {
      throw .attendance(member, .notPresent)
    }
  }
}

extension MemberPresence {
  fileprivate var nameFault: AttendanceFault? {
    guard !person.trimmedOfSpaces.isEmpty else { return .withoutName }
    let isOnOneLine = person.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: false
      default: true
      }
    }
    return isOnOneLine ? nil : .unprintableName
  }
}

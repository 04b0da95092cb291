import Contract

extension SessionState {
  mutating func seat(_ presence: MemberPresence) throws(SessionError) {
    let member = presence.member
    guard members.contains(member) else { throw .attendance(member, .notAMember) }
    guard present[member] == nil else { throw .attendance(member, .alreadyPresent) }
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

public import Contract
import Dossiers
import Vocabulary

extension SessionState {
  /// Members there whose ballots count.
  public var seated: Set<FunderID> { Set(present.keys).subtracting(advisoryMembers) }

  /// Members whose ballots are minuted and do not count.
  var advisoryMembers: Set<FunderID> {
    Set((opening?.charter.members ?? []).filter { $0.voice == .advisory }.map(\.id))
  }

  mutating func seat(_ presence: MemberPresence) throws(SessionError) {
    let member = presence.member
    guard members.contains(member) else { throw .attendance(member, .notAMember) }
    guard present[member] == nil else { throw .attendance(member, .alreadyPresent) }
    if let fault = presence.nameFault { throw .attendance(member, fault) }
    present[member] = presence.person
    proxies[member] = nil
  }

  mutating func unseat(_ departure: MemberDeparture) throws(SessionError) {
    let member = departure.member
    guard members.contains(member) else { throw .attendance(member, .notAMember) }
    guard present.removeValue(forKey: member) != nil else {
      throw .attendance(member, .notPresent)
    }
    proxies = proxies.filter { $0.value != member }
  }

  mutating func give(_ proxy: Proxy) throws(SessionError) {
    let giver = proxy.giver
    for member in [giver, proxy.holder] {
      guard members.contains(member) else { throw .attendance(member, .notAMember) }
      guard !advisoryMembers.contains(member) else { throw .attendance(member, .withoutVote) }
    }
    guard present[giver] == nil else { throw .attendance(giver, .alreadyPresent) }
    guard present[proxy.holder] != nil else { throw .attendance(proxy.holder, .notPresent) }
    guard proxies[giver] == nil else { throw .attendance(giver, .alreadyRepresented) }
    let most = opening?.charter.rules.proxies ?? 0
    guard proxies.values.count(where: { $0 == proxy.holder }) < most else {
      throw .attendance(proxy.holder, .tooManyProxies(most))
    }
    proxies[giver] = proxy.holder
  }

  mutating func recuse(_ recusal: Recusal) throws(SessionError) {
    let member = recusal.member
    guard members.contains(member) else { throw .attendance(member, .notAMember) }
    guard applications[recusal.number] != nil else {
      throw .decision(recusal.number, .unknownDossier)
    }
    guard !recusal.motive.trimmedOfSpaces.isEmpty else {
      throw .attendance(member, .recusedWithoutMotive)
    }
    guard recused[recusal.number, default: []].insert(member).inserted else {
      throw .attendance(member, .alreadyRecused(recusal.number))
    }
  }

  /// Members who count for the quorum when this dossier is settled.
  func counted(for number: DossierNumber) -> Int {
    let aside = recused[number] ?? []
    let there = seated.subtracting(aside).count
    guard opening?.charter.rules.countsProxies == true else { return there }
    return there + proxies.keys.count { !aside.contains($0) }
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

public import Dossiers
import Vocabulary

extension SessionState {
  mutating func decide(_ decision: Decision) throws(SessionError) {
    do throws(DecisionFault) {
      try check(decision)
    } catch {
      throw .decision(decision.number, error)
    }
    for grant in decisions[decision.number]?.grants ?? [] {
      grantedByPurse[grant.purse, default: .zero] -= grant.amount
    }
    for grant in decision.grants { grantedByPurse[grant.purse, default: .zero] += grant.amount }
    decisions[decision.number] = decision
  }

  private func check(_ decision: Decision) throws(DecisionFault) {
    guard let application = applications[decision.number] else { throw .unknownDossier }
    let there = counted(for: decision.number)
    guard there >= quorum else { throw .withoutQuorum(present: there, quorum: quorum) }
    if let derogation = decision.derogation, !derogation.isComplete { throw .emptyDerogation }
    try decision.checkMotive(after: decisions[decision.number])
    let total = try checkedTotal(of: decision)
    guard total <= application.need || decision.derogation != nil else {
      throw .aboveNeed(total: total, need: application.need)
    }
    guard decision.kind.agrees(with: total, need: application.need) else {
      throw .inconsistent(decision.kind, total: total, need: application.need)
    }
    try checkPurses(of: decision)
    guard decision.derogation == nil else { return }
    let down = votedDown(decision.number)
    for grant in decision.grants where grant.amount > .zero && down.contains(grant.purse) {
      throw .votedDown(grant.purse)
    }
    if let purse = withdrawnPurse(in: decision) { throw .withdrawn(purse) }
    if let unkept = unkeptCommitments(in: decision).first { throw .unkept(unkept) }
  }

  /// The purses whose vote rejected a dossier, last.
  ///
  /// - Parameter number: the dossier.
  /// - Returns: identifiers of purses.
  public func votedDown(_ number: DossierNumber) -> Set<String> { rejected[number] ?? [] }

  // More than was requested from a purse is not refused: moving a request from one purse to another
  // is what the committee meets for. Need and purses bound the amounts.
  private func checkedTotal(of decision: Decision) throws(DecisionFault) -> Cents {
    var total = Cents.zero
    var seen: Set<String> = []
    for grant in decision.grants {
      guard purses[grant.purse] != nil else { throw .unknownPurse(grant.purse) }
      guard seen.insert(grant.purse).inserted else { throw .duplicatePurse(grant.purse) }
      guard grant.amount.isGrantable, let sum = total.adding(grant.amount) else {
        throw .amount(purse: grant.purse, grant.amount)
      }
      total = sum
    }
    return total
  }

  private func checkPurses(of decision: Decision) throws(DecisionFault) {
    let replaced = decisions[decision.number]?.grants ?? []
    for grant in decision.grants where grant.amount > .zero {
      let before = replaced.first { $0.purse == grant.purse }?.amount ?? .zero
      let others = (grantedByPurse[grant.purse] ?? .zero) - before
      guard let total = others.adding(grant.amount) else {
        throw .amount(purse: grant.purse, grant.amount)
      }
      let amount = purses[grant.purse]?.amount ?? .zero
      guard total <= amount || decision.derogation != nil else {
        throw .abovePurse(grant.purse, total: total, amount: amount)
      }
    }
  }
}

extension Decision {
  fileprivate func checkMotive(after former: Decision?) throws(DecisionFault) {
    guard motive?.trimmedOfSpaces.isEmpty ?? true else { return }
    if let former { throw .alreadyDecided(former.kind) }
    if kind == .refused || kind == .deferred { throw .withoutMotive(kind) }
  }
}

extension Derogation {
  var isComplete: Bool { !motive.trimmedOfSpaces.isEmpty && !author.trimmedOfSpaces.isEmpty }
}

extension DecisionKind {
  /// Whether this total may bear this name; a total above the need is another question.
  func agrees(with total: Cents, need: Cents) -> Bool {
    switch self {
    case .granted: total > .zero && total >= need
    case .partlyGranted: total > .zero && total < need
    case .deferred, .refused, .moot: total == .zero
    }
  }
}

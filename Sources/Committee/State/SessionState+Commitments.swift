import Contract
public import Dossiers
public import Vocabulary

/// A promise that a decision does not keep.
public struct UnkeptCommitment: Hashable, Sendable {
  public let commitment: Commitment
  /// What the decision takes from its purse.
  public let given: Cents
  /// Whether the condition of the promise is met.
  public let isDue: Bool

  /// What is wrong, without a final full stop.
  public var french: String {
    isDue
      ? "l’engagement «\u{00A0}\(commitment.french)\u{00A0}» est dû et la décision donne \(given.french)"
      : "la condition de l’engagement «\u{00A0}\(commitment.french)\u{00A0}» n’est pas remplie et la "
        + "décision donne \(given.french)"
  }
}

extension SessionState {
  mutating func promise(_ commitment: Commitment) throws(SessionError) {
    do throws(DebateFault) {
      try check(commitment)
    } catch {
      throw .cell(commitment.number, error)
    }
    commitments[commitment.number, default: [:]][commitment.purse] = commitment
    withdrawn[commitment.number]?.remove(commitment.purse)
  }

  mutating func withdraw(_ withdrawal: CommitmentWithdrawal) throws(SessionError) {
    guard !withdrawal.motive.trimmedOfSpaces.isEmpty else {
      throw .cell(withdrawal.number, .withoutMotive)
    }
    guard commitments[withdrawal.number]?[withdrawal.purse] != nil else {
      throw .cell(withdrawal.number, .nothingPromised(withdrawal.purse))
    }
    commitments[withdrawal.number]?[withdrawal.purse] = nil
    withdrawn[withdrawal.number, default: []].insert(withdrawal.purse)
  }

  private func check(_ commitment: Commitment) throws(DebateFault) {
    guard let application = applications[commitment.number] else {
      throw .unknownDossier(commitment.number)
    }
    guard purses[commitment.purse] != nil else { throw .unknownPurse(commitment.purse) }
    guard commitments[commitment.number]?[commitment.purse] == nil else {
      throw .alreadyPromised(commitment.purse)
    }
    guard commitment.amount > .zero, commitment.amount.isGrantable else {
      throw .amount(purse: commitment.purse, commitment.amount)
    }
    guard commitment.amount <= application.need else {
      throw .aboveNeed(total: commitment.amount, need: application.need)
    }
    guard let condition = commitment.condition else { return }
    guard condition.purse != commitment.purse else {
      throw .conditionOnItself(commitment.purse)
    }
    guard purses[condition.purse] != nil else { throw .unknownPurse(condition.purse) }
    guard condition.least > .zero, condition.least.isGrantable else {
      throw .amount(purse: condition.purse, condition.least)
    }
  }

  /// The decided dossiers whose decision no longer agrees with the promises made, in order of number.
  public var dossiersToReview: [DossierNumber] {
    decisions.values.filter { decision in
      decision.derogation == nil
        && (withdrawnPurse(in: decision) != nil || !unkeptCommitments(in: decision).isEmpty)
    }.map(\.number).sorted()
  }

  /// A purse that gives after it took its promise back.
  func withdrawnPurse(in decision: Decision) -> String? {
    let back = withdrawn[decision.number] ?? []
    return decision.grants.first { $0.amount > .zero && back.contains($0.purse) }?.purse
  }

  /// A refused dossier keeps every promise: nothing was promised to a project that does not happen.
  func unkeptCommitments(in decision: Decision) -> [UnkeptCommitment] {
    guard decision.total > .zero, let promised = commitments[decision.number] else { return [] }
    let given = decision.grants.reduce(into: [String: Cents]()) { $0[$1.purse] = $1.amount }
    return promised.values.sorted { $0.purse < $1.purse }.compactMap { commitment in
      let isDue = commitment.holds(with: given)
      let amount = given[commitment.purse] ?? .zero
      guard amount != (isDue ? commitment.amount : .zero) else { return nil }
      return UnkeptCommitment(commitment: commitment, given: amount, isDue: isDue)
    }
  }
}

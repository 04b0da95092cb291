import Contract
public import Dossiers
public import Vocabulary

/// What taking one promise back would bring down, and the least that would repair it.
public struct WithdrawalPreview: Hashable, Sendable {
  public let commitment: Commitment
  /// Promises that fall with it, wave after wave.
  public let falls: [CommitmentResolution.Fall]
  /// What the dossier loses in all.
  public let loss: Cents
  /// Conditions to lift so that nothing else falls; the fewest, since each alone brings its own down.
  public let conditionsToLift: [Commitment]
  /// Amounts on other purses that make up for the promise, as few of them as possible.
  public let replacements: [PurseAmount]
  /// What no purse can make up for.
  public let missing: Cents
}

extension SessionState {
  /// What would happen if a purse took its promise back.
  ///
  /// - Parameters:
  ///   - purse: whose promise is taken back.
  ///   - number: the dossier.
  /// - Returns: the falls and a repair; `nil` when the purse promised nothing.
  public func preview(ofWithdrawing purse: String, from number: DossierNumber) -> WithdrawalPreview?
  {
    guard let promised = commitments[number], let commitment = promised[purse] else { return nil }
    let all = Array(promised.values)
    let before = resolution(of: all, for: number)
    guard before.kept.contains(commitment) else {
      return WithdrawalPreview(
        commitment: commitment, falls: [], loss: .zero, conditionsToLift: [], replacements: [],
        missing: .zero)
    }
    let after = resolution(of: all.filter { $0 != commitment }, for: number, without: purse)
    let falls = after.fallen.filter { before.kept.contains($0.commitment) }
    let replaced = replacements(of: commitment.amount, on: number, besides: Set(promised.keys))
    return WithdrawalPreview(
      commitment: commitment, falls: falls,
      loss: commitment.amount + falls.map(\.commitment.amount).total(),
      conditionsToLift: falls.filter { $0.wave == 1 }.map(\.commitment), replacements: replaced,
      missing: commitment.amount - replaced.lazy.map(\.amount).total())
  }

  /// What promises on a dossier come to, beside what purses without a promise give it.
  ///
  /// - Parameter number: the dossier.
  /// - Returns: what holds, what falls, and the cycles.
  public func resolution(for number: DossierNumber) -> CommitmentResolution {
    resolution(of: Array((commitments[number] ?? [:]).values), for: number)
  }

  private func resolution(
    of commitments: [Commitment], for number: DossierNumber, without purse: String? = nil
  ) -> CommitmentResolution {
    let promising = Set(commitments.map(\.purse))
    var given: [String: Cents] = [:]
    for grant in decisions[number]?.grants ?? [] {
      guard !promising.contains(grant.purse), grant.purse != purse else { continue }
      given[grant.purse] = grant.amount
    }
    return CommitmentResolution(commitments, given: given)
  }

  /// Money left elsewhere: one purse alone if one can, the ordinary policies first; else the fullest
  /// first.
  private func replacements(
    of amount: Cents, on number: DossierNumber, besides promising: Set<String>
  ) -> [PurseAmount] {
    let asked = Set((applications[number]?.requested ?? []).map(\.purse))
    let candidates = purses.values.filter { asked.contains($0.id) && !promising.contains($0.id) }
      .map { (purse: $0, left: max(left(on: $0.id) ?? .zero, .zero)) }
      .filter { $0.left > .zero }
    let alone = candidates.filter { $0.left >= amount }.sorted {
      ($0.purse.nature == .commonLaw ? 0 : 1, $0.purse.id)
        < ($1.purse.nature == .commonLaw ? 0 : 1, $1.purse.id)
    }
    if let first = alone.first { return [PurseAmount(purse: first.purse.id, amount: amount)] }
    var missing = amount
    var amounts: [PurseAmount] = []
    for candidate in candidates.sorted(by: { ($1.left, $0.purse.id) < ($0.left, $1.purse.id) })
    where missing > .zero {
      let part = min(missing, candidate.left)
      amounts.append(PurseAmount(purse: candidate.purse.id, amount: part))
      missing -= part
    }
    return amounts
  }
}

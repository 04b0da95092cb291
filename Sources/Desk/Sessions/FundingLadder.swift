public import Committee
import Contract
public import Dossiers
public import Store
import Vocabulary

extension Desk {
  /// The lines of one dossier, each with every rung it climbed: asked, opinion, promise, vote, then what
  /// documents prove.
  ///
  /// A funder sees those of its own purses.
  ///
  /// - Parameter number: the dossier.
  /// - Returns: the lines by purse, and the rungs, oldest first.
  /// - Throws: ``DeskError``, notably when the dossier lies outside the actor's purview.
  public func ladder(
    of number: DossierNumber
  ) throws -> (lines: [FundingLineRecord], moves: [FirmnessMove]) {
    let dossier = try readable(number, "lire le suivi d’un dossier")
    let funder = dossier.actor.onlyFunder
    func isShown(_ purse: String) -> Bool {
      funder == nil || dossier.context.call.purse(purse)?.funder == funder
    }
    let lines = try store.fundingLines(of: number).filter { isShown($0.purse) }
    let opinions = try store.opinions(call: number.call, only: number, includesSession: true)
    let rungs =
      try asked(number, lines) + opinions.map(\.rung) + rungsInSession(of: number)
      + store.firmnessMoves(call: number.call, of: number) + cancelled(number)
    return (lines, rungs.filter { isShown($0.purse) })
  }

  private func asked(
    _ number: DossierNumber, _ lines: [FundingLineRecord]
  ) throws -> [FirmnessMove] {
    guard let received = try store.dossier(number) else { return [] }
    return lines.filter { $0.requested > .zero }.map { line in
      FirmnessMove(
        number: number, purse: line.purse, firmness: .requested,
        day: received.receivedAt.parisDay, reference: line.requested.french)
    }
  }

  /// Promises made and votes taken, in the order of the session.
  private func rungsInSession(of number: DossierNumber) throws -> [FirmnessMove] {
    guard let record = try store.lastSession(call: number.call) else { return [] }
    return try store.events(of: record).flatMap { recorded -> [FirmnessMove] in
      let day = recorded.at.parisDay
      switch recorded.event {
      case .commitment(let commitment) where commitment.number == number:
        return [
          FirmnessMove(
            number: number, purse: commitment.purse, firmness: .intention, day: day,
            reference: commitment.french)
        ]
      case .commitmentWithdrawn(let withdrawal) where withdrawal.number == number:
        return [
          FirmnessMove(
            number: number, purse: withdrawal.purse, firmness: .cancelled, day: day,
            reference: withdrawal.motive)
        ]
      case .decision(let decision) where decision.number == number:
        return decision.grants.filter { $0.amount > .zero }.map { grant in
          FirmnessMove(
            number: number, purse: grant.purse, firmness: .voted, day: day,
            reference: grant.amount.french)
        }
      default: return []
      }
    }
  }

  /// Purses that a change of the decision leaves out.
  private func cancelled(_ number: DossierNumber) throws -> [FirmnessMove] {
    let changes = try store.decisionChanges(call: number.call, of: number)
    guard !changes.isEmpty else { return [] }
    let state = try session(of: try callContext(number.call)).state
    var former = Set((state.decisions[number]?.grants ?? []).map(\.purse))
    return changes.flatMap { recorded in
      let kept = Set(recorded.change.grants.filter { $0.amount > .zero }.map(\.purse))
      defer { former = kept }
      return former.subtracting(kept).sorted().map { purse in
        FirmnessMove(
          number: number, purse: purse, firmness: .cancelled, day: recorded.at.parisDay,
          reference: recorded.change.motive)
      }
    }
  }
}

extension OpinionRecord {
  /// The rung that an opinion makes.
  fileprivate var rung: FirmnessMove {
    let amount = opinion.amount.map { ", \($0.french)" } ?? ""
    return FirmnessMove(
      number: opinion.number, purse: opinion.purse, firmness: .opinion, day: at.parisDay,
      reference: opinion.verdict.french + amount)
  }
}

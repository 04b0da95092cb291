import Dossiers
import Vocabulary

extension SessionState {
  mutating func putForward(_ proposal: Proposal) throws(SessionError) {
    do throws(ProposalFault) {
      guard proposals[proposal.id] == nil else { throw ProposalFault.duplicate }
      try check(proposal)
    } catch {
      throw .proposal(proposal.id, error)
    }
    proposals[proposal.id] = proposal
  }

  private func check(_ proposal: Proposal) throws(ProposalFault) {
    var cells: Set<ProposedCell> = []
    var totals: [DossierNumber: Cents] = [:]
    for grant in proposal.grants {
      guard applications[grant.number] != nil else { throw .unknownDossier(grant.number) }
      guard purses[grant.purse] != nil else { throw .unknownPurse(grant.purse) }
      guard grant.amount.isGrantable,
        let total = (totals[grant.number] ?? .zero).adding(grant.amount)
      else {
        throw .amount(grant.number, purse: grant.purse, grant.amount)
      }
      guard cells.insert(ProposedCell(number: grant.number, purse: grant.purse)).inserted else {
        throw .contradiction(grant.number)
      }
      totals[grant.number] = total
    }
    let funded = totals.lazy.filter { $0.value > .zero }.map(\.key)
    try check(proposal.refusals, against: Set(funded))
  }

  private func check(
    _ refusals: [ProposedRefusal], against funded: Set<DossierNumber>
  ) throws(ProposalFault) {
    var seen = funded
    for refusal in refusals {
      guard applications[refusal.number] != nil else { throw .unknownDossier(refusal.number) }
      guard seen.insert(refusal.number).inserted else { throw .contradiction(refusal.number) }
    }
  }
}

private struct ProposedCell: Hashable {
  let number: DossierNumber
  let purse: String
}

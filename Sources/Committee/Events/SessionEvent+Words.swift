import Contract
import Dossiers
import Vocabulary

extension SessionEvent {
  /// What happened, in one line, without a final full stop.
  public var french: String {
    switch self {
    case .opened(let opening): "séance ouverte, \(opening.place)"
    case .presence(let presence):
      "\(presence.member) arrive (\(presence.person)\(presence.isSubstitute ? ", suppléant" : ""))"
    case .departure(let departure): "\(departure.member) part"
    case .proxy(let proxy): "\(proxy.giver) donne procuration à \(proxy.holder)"
    case .recusal(let recusal):
      "\(recusal.member) se déporte du dossier \(recusal.number.text)\u{00A0}: \(recusal.motive)"
    case .called(let call): "dossier \(call.number.text) appelé"
    case .observation(let observation):
      "observation\(observation.member.map { " de \($0)" } ?? "")\u{00A0}: \(observation.text)"
    case .batch(let batch): "lot de \(batch.count) acte(s), empreinte \(batch.digest.prefix(12))"
    case .suspended(let suspension): "séance suspendue\u{00A0}: \(suspension.motive)"
    case .resumed: "séance reprise"
    case .closed: "séance close"
    case .proposal, .scenario, .amendment, .commitment, .commitmentWithdrawn, .adjustment,
      .decision, .vote:
      frenchOfMoney
    }
  }

  private var frenchOfMoney: String {
    switch self {
    case .proposal(let proposal):
      "proposition \(proposal.id)\u{00A0}: \(proposal.grants.map(\.amount).total().french)"
    case .scenario(let scenario):
      "scénario «\u{00A0}\(scenario.name)\u{00A0}»\u{00A0}: "
        + scenario.grants.map(\.amount).total().french
    case .amendment(let amendment):
      "amendement \(amendment.id) de \(amendment.author) sur \(amendment.number.text)\u{00A0}: "
        + "\(amendment.grants.french)\u{00A0}; \(amendment.motive)"
    case .commitment(let commitment):
      "engagement sur \(commitment.number.text)\u{00A0}: \(commitment.french)"
    case .commitmentWithdrawn(let withdrawal):
      "\(withdrawal.purse) retire son engagement sur \(withdrawal.number.text)\u{00A0}: "
        + withdrawal.motive
    case .adjustment(let adjustment):
      "ajustement de \(adjustment.purse) sur \(adjustment.number.text)\u{00A0}: "
        + "\(adjustment.french)\u{00A0}; \(adjustment.motive)"
    case .decision(let decision):
      "dossier \(decision.number.text) \(decision.kind.french)"
        + (decision.total > .zero ? "\u{00A0}: \(decision.grants.french)" : "")
        + (decision.derogation.map { "\u{00A0}; dérogation\u{00A0}: \($0.motive)" } ?? "")
    case .vote(let vote):
      "vote, \(vote.subject.french)"
        + (vote.purses.isEmpty ? "" : " (\(vote.purses.joined(separator: ", ")))")
    default: ""
    }
  }
}

extension CellAdjustment {
  /// For readers: `fixé à 3 000,00 €`, `exclu`.
  public var french: String {
    let amount = (amount ?? .zero).french
    return switch kind {
    case .pinned: "fixé à \(amount)"
    case .capped: "au plus \(amount)"
    case .floored: "au moins \(amount) s’il est servi"
    case .banned: "exclu"
    case .lifted: "levé"
    }
  }
}

extension [PurseAmount] {
  /// For readers: `CAF 5 000,00 €, ETAT 1 000,00 €`; `aucun montant` when there is none.
  public var french: String {
    let parts = filter { $0.amount > .zero }.map { "\($0.purse) \($0.amount.french)" }
    return parts.isEmpty ? "aucun montant" : parts.joined(separator: ", ")
  }
}

import Committee
import Contract
import Dossiers
import Vocabulary

extension SessionChronicle {
  /// An event as the course of the session tells it; `nil` for those told otherwise.
  func sentence(
    of event: SessionEvent, preview: WithdrawalPreview?, proxies: [FunderID: FunderID]
  ) -> String? {
    switch event {
    case .opened(let opening): sentence(of: opening)
    case .presence(let presence): sentence(of: presence, proxies: proxies)
    case .departure(let departure): sentence(of: departure, proxies: proxies)
    case .proxy(let proxy):
      "\(name(of: proxy.giver)) donne procuration à \(name(of: proxy.holder))."
    case .recusal(let recusal): sentence(of: recusal)
    case .called(let call): sentence(of: call)
    case .proposal(let proposal):
      "Proposition \(proposal.id.printable) présentée\u{00A0}: \(outcome(of: proposal))."
    case .scenario(let scenario): "\(sentence(of: scenario)) Il est conservé."
    case .amendment(let amendment): sentence(of: amendment)
    case .commitment(let commitment):
      "Engagement pour le dossier \(commitment.number.text)\u{00A0}: \(words(of: commitment))."
    case .commitmentWithdrawn(let withdrawal): sentence(of: withdrawal, preview: preview)
    case .adjustment(let adjustment): sentence(of: adjustment)
    case .decision: nil
    case .vote(let vote): sentence(of: vote)
    case .observation(let observation):
      "Observation\(observation.member.map { " (\(name(of: $0)))" } ?? "")\u{00A0}: "
        + observation.text.printable
    case .batch(let batch):
      "\(FrenchNumber.count(batch.count, "acte appliqué", "actes appliqués")) d’un même fichier, "
        + "d’empreinte \(batch.digest.printable)."
    case .suspended(let suspension): "Séance suspendue. \(motive(suspension.motive))"
    case .resumed: "Reprise de la séance."
    case .closed: "Clôture de la séance."
    }
  }

  /// A decision on its own line.
  func sentence(of decision: Decision) -> String {
    let amounts =
      decision.total == .zero
      ? "" : ", \(decision.total.french) (\(words(of: decision.grants, none: "")))"
    let derogation = decision.derogation == nil ? "" : ", par dérogation"
    let head = "Dossier \(decision.number.text)\u{00A0}: "
    let reason = decision.motive.map { " \(motive($0))" } ?? ""
    return "\(head)\(decision.kind.french)\(amounts)\(derogation).\(reason)"
  }

  private func sentence(of opening: SessionOpening) -> String {
    let dossiers = FrenchNumber.count(opening.applications.count, "dossier", "dossiers")
    let purses = FrenchNumber.count(opening.purses.count, "enveloppe", "enveloppes")
    return "Ouverture de la séance\u{00A0}: \(dossiers), \(purses)."
  }

  private func sentence(of presence: MemberPresence, proxies: [FunderID: FunderID]) -> String {
    let role = presence.isSubstitute ? ", suppléant" : ""
    let head =
      "Arrivée\u{00A0}: \(name(of: presence.member)) (\(presence.person.printable)\(role))"
    guard let holder = proxies[presence.member] else { return "\(head)." }
    return "\(head)\u{00A0}; la procuration donnée à \(name(of: holder)) tombe."
  }

  private func sentence(of departure: MemberDeparture, proxies: [FunderID: FunderID]) -> String {
    let head = "Départ\u{00A0}: \(name(of: departure.member))"
    let givers = proxies.filter { $0.value == departure.member }.keys.sorted().map(name(of:))
    guard !givers.isEmpty else { return "\(head)." }
    let whom = givers.joined(separator: ", ")
    return givers.count == 1
      ? "\(head)\u{00A0}; la procuration qu’il tenait tombe (\(whom))."
      : "\(head)\u{00A0}; les procurations qu’il tenait tombent (\(whom))."
  }

  private func sentence(of call: ProjectCall) -> String {
    guard let application = state.applications[call.number] else {
      return "Examen du dossier \(call.number.text)."
    }
    return
      "Examen du dossier \(call.number.text), «\u{00A0}\(application.title.printable)\u{00A0}», "
      + "\(application.applicant.printable), rang \(application.rank)."
  }

  private func sentence(
    of withdrawal: CommitmentWithdrawal, preview: WithdrawalPreview?
  ) -> String {
    let head =
      "\(label(of: withdrawal.purse)) retire son engagement pour le dossier "
      + "\(withdrawal.number.text). \(motive(withdrawal.motive))"
    guard let falls = preview?.falls, !falls.isEmpty else { return head }
    let fallen = falls.map { "\(words(of: $0.commitment)) (\(reason(of: $0)))" }
    return "\(head) Tombe avec lui\u{00A0}: \(fallen.joined(separator: "\u{00A0}; "))."
  }

  private func sentence(of adjustment: CellAdjustment) -> String {
    let amount = (adjustment.amount ?? .zero).french
    let what =
      switch adjustment.kind {
      case .pinned: "montant fixé à \(amount)"
      case .capped: "montant plafonné à \(amount)"
      case .floored: "montant d’au moins \(amount)"
      case .banned: "aucun montant"
      case .lifted: "consigne levée"
      }
    return
      "Consigne pour les calculs, dossier \(adjustment.number.text), "
      + "\(label(of: adjustment.purse))\u{00A0}: \(what). \(motive(adjustment.motive))"
  }

  private func sentence(of vote: Vote) -> String {
    let purses = vote.purses.map(label(of:)).joined(separator: ", ")
    let scope = purses.isEmpty ? "" : " (\(purses))"
    let tally = state.votes.last.map { "\u{00A0}: \($0.tally.french)" } ?? ""
    return "Vote, \(vote.subject.french.printable)\(scope)\(tally)."
  }
}

import Committee
import Contract
import Documents
import Dossiers
import Forms
import Store
import Vocabulary

/// A decided dossier with whoever applied, and what each legal person gives it.
struct Award {
  /// A decision as the session took it, or as an act changed it since.
  struct State {
    let decision: Decision
    /// `nil` for the decision of the session.
    let change: RecordedChange?
    /// One a payer that gives something, in the order of the decision.
    let payers: [PayerGrant]

    /// What a payer gives.
    func amount(from payer: String) -> Cents {
      payers.first { $0.payer == payer }?.amount ?? .zero
    }
  }

  let application: SessionApplication
  let applicant: Applicant
  let addressee: Addressee
  /// The decision of the session, then every change, in order.
  let states: [State]

  /// The decision as it stood at a moment.
  func state(at instant: Instant?) -> State {
    let past = states.dropFirst().last { state in
      instant.map { moment in state.change.map { $0.at <= moment } ?? true } ?? true
    }
    return past ?? states[0]
  }

  var number: DossierNumber { application.number }

  /// What identifies the beneficiary from one action to the next: its SIREN, else its RNA, else its name.
  var beneficiary: String { applicant.siren ?? applicant.rna ?? applicant.name.folded }
}

/// What one legal person gives a dossier through its purses.
///
/// The payer of a purse rather than its funder: communes are one funder and many payers, and several services
/// of the State are as many funders and one payer; the law counts by who attributes the money.
struct PayerGrant {
  let payer: String
  /// As printed.
  let name: String
  let shares: [(label: String, amount: Cents)]

  var amount: Cents { shares.map(\.amount).total() }
}

/// What the session of one call awarded.
struct CallAwards {
  let call: String
  let closedAt: Instant
  let awards: [Award]
}

extension Desk {
  /// The last session of a call, closed.
  ///
  /// - Parameter context: the call.
  /// - Returns: the session and when it closed.
  /// - Throws: ``DeskError/refused(_:remedy:)`` while its decisions may change.
  func closedSession(of context: CallContext) throws -> (session: LiveSession, closedAt: Instant) {
    let session = try session(of: context)
    guard let closedAt = session.record.closedAt else {
      throw DeskError.refused(
        "La séance n’est pas close : ses décisions peuvent encore changer.",
        remedy: "Clôturez-la d’abord : aap comite clore.")
    }
    return (session, closedAt)
  }

  /// The decisions of a session, in rank order, computed from its ledger and the dossiers received.
  func awards(of session: LiveSession, in context: CallContext) throws -> [Award] {
    let changes = Dictionary(
      grouping: try store.decisionChanges(call: context.call.id), by: \.change.number)
    return try (session.state.opening?.applications ?? []).inRankOrder().compactMap { application in
      guard let decision = session.state.decisions[application.number] else { return nil }
      guard let received = try store.dossier(application.number) else {
        throw DeskError.unknownDossier(application.number.text)
      }
      let dossier = try self.application(of: received, in: context)
      let first = Award.State(
        decision: decision, change: nil, payers: context.payers(of: decision))
      return Award(
        application: application, applicant: dossier.applicant,
        addressee: context.addressee(of: dossier),
        states: [first]
          + (changes[application.number] ?? []).map { context.state(after: $0, application) })
    }
  }

  /// The awards of every call of the year whose session is closed, call by call.
  func yearlyAwards(of context: CallContext) throws -> [CallAwards] {
    try store.calls().filter { $0.call.year == context.call.year }.compactMap { record in
      guard let last = try store.lastSession(call: record.call.id), let closedAt = last.closedAt
      else { return nil }
      let other = try callContext(record.call.id)
      return CallAwards(
        call: other.call.id, closedAt: closedAt,
        awards: try awards(of: try session(of: other), in: other))
    }
  }
}

extension CallContext {
  fileprivate func addressee(of dossier: Application) -> Addressee {
    let seat = dossier.applicant.commune
    return Addressee(
      dossier.applicant, street: dossier.answers.text("porteur.adresse"),
      postalCode: dossier.answers.text("porteur.code_postal"),
      commune: seat.map { reference.commune(insee: $0)?.name ?? $0 })
  }

  /// A decision once an act changed it.
  fileprivate func state(
    after recorded: RecordedChange, _ application: SessionApplication
  ) -> Award.State {
    let change = recorded.change
    let decision = Decision(
      number: change.number, kind: change.outcome(need: application.need), grants: change.grants,
      motive: change.motive)
    return Award.State(decision: decision, change: recorded, payers: payers(of: decision))
  }

  fileprivate func payers(of decision: Decision) -> [PayerGrant] {
    var order: [String] = []
    var purses: [String: [(purse: Purse?, amount: PurseAmount)]] = [:]
    for grant in decision.grants where grant.amount > .zero {
      let purse = call.purse(grant.purse)
      let payer = purse?.payer ?? grant.purse
      if purses[payer] == nil { order.append(payer) }
      purses[payer, default: []].append((purse, grant))
    }
    return order.map { payer in
      let given = purses[payer] ?? []
      return PayerGrant(
        payer: payer, name: given.lazy.compactMap(\.purse).first.map(name(of:)) ?? payer,
        shares: given.map { ($0.purse?.label ?? $0.amount.purse, $0.amount.amount) })
    }
  }

  /// The legal person behind a purse, as letters name it.
  private func name(of purse: Purse) -> String {
    if let payer = reference.funder(purse.payer) { return payer.name }
    guard let commune = purse.commune.flatMap({ reference.commune(insee: $0)?.name }) else {
      return reference.funder(purse.funder)?.name ?? purse.payer
    }
    let startsWithVowel = commune.folded.first.map { "aeiou".contains($0) } ?? false
    return startsWithVowel ? "Commune d’\(commune)" : "Commune de \(commune)"
  }
}

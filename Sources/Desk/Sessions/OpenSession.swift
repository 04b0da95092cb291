public import Committee
import Contract
import Dossiers
import Forms
public import Store
import Vocabulary

/// A session, its events and the state they lead to.
public struct LiveSession: Sendable {
  public let record: SessionRecord
  public let events: [RecordedEvent]
  public let state: SessionState
}

extension Desk {
  /// Opens a session of the funders' committee on the ranking in force.
  public func openSession(
    in context: CallContext, place: String, isSimulated: Bool = false
  ) throws -> SessionOpening {
    _ = try permit("ouvrir une séance", to: .secretary, .chair)
    if let last = try store.lastSession(call: context.call.id), last.closedAt == nil {
      throw DeskError.refused(
        "Une séance est déjà ouverte.", remedy: "Closez-la d’abord : aap comite clore.")
    }
    guard try store.ranking(call: context.call.id) != nil else { throw DeskError.noRanking }
    let opening = try opening(of: context, place: place)
    if !isSimulated {
      _ = try store.openSession(
        opening, act: journalAct("ouverture de séance", subject: context.call.id))
    }
    return opening
  }

  private func opening(of context: CallContext, place: String) throws -> SessionOpening {
    let call = context.call
    let rate = BasisPoints(Int64(call.parameter(.defaultFloor)?.value ?? 10_000))
    var applications: [SessionApplication] = []
    try store.forEachRankedDossier(call: call.id, stage: .admissible) { card, received in
      let application = try application(of: received, in: context)
      let cells = application.fundingCells(in: call)
      applications.append(
        SessionApplication(
          number: received.number, title: application.project.title,
          applicant: application.applicant.name, rank: card.rank, scoreTenths: card.totalTenths,
          requested: cells.map { PurseAmount(purse: $0.purse, amount: $0.maximum) },
          need: application.need, floor: application.floor(defaultRate: rate)))
    }
    return SessionOpening(
      call: call.id, day: surroundings.now().parisDay, place: place,
      charter: charter(of: context),
      purses: call.purses.map {
        SessionPurse(
          id: $0.id, funder: $0.funder, label: $0.label, amount: $0.amount, nature: $0.nature)
      },
      applications: applications)
  }

  private func charter(of context: CallContext) -> SessionCharter {
    let committee = context.call.committee
    return SessionCharter(
      members: committee.members.map { id in
        SessionMember(id: id, name: context.reference.funder(id)?.name ?? id)
      },
      quorum: committee.quorum)
  }

  /// The last session of a call with its events replayed.
  ///
  /// - Throws: ``DeskError/noSession``, or a session error when the ledger does not replay.
  public func session(of context: CallContext) throws -> LiveSession {
    guard let record = try store.lastSession(call: context.call.id) else {
      throw DeskError.noSession
    }
    let events = try store.events(of: record)
    return LiveSession(
      record: record, events: events, state: try SessionState.replay(events))
  }
}

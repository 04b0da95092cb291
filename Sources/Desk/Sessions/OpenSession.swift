public import Committee
import Contract
import Dossiers
import Forms
import Store
import Vocabulary

extension Desk {
  /// Opens the session of the funders' committee on the ranking in force.
  ///
  /// - Throws: ``DeskError`` while a dossier could be left out, or when the call has had its session.
  public func openSession(
    in context: CallContext, place: String, isSimulated: Bool = false
  ) throws -> SessionOpening {
    _ = try permit("ouvrir une séance", to: .secretary, .chair)
    return try startingOver {
      try refuseSecondSession(of: context)
      try refusePrematureSession(of: context)
      let opening = try opening(of: context, place: place)
      let act = journalAct("ouverture de séance", subject: context.call.id)
      var state = SessionState()
      try state.apply(
        RecordedEvent(sequence: 1, at: act.at, actor: act.actor, event: .opened(opening)))
      if !isSimulated { _ = try store.openSession(opening, act: act) }
      return opening
    }
  }

  private func refuseSecondSession(of context: CallContext) throws {
    guard let last = try store.lastSession(call: context.call.id) else { return }
    guard last.closedAt == nil else {
      throw DeskError.refused(
        "La séance de cet appel est close ; un appel n’en a qu’une.",
        remedy: "Les dossiers ajournés se présentent à un prochain appel.")
    }
    throw DeskError.refused(
      "Une séance est déjà ouverte.", remedy: "Clôturez-la d’abord : aap comite clore.")
  }

  /// A dossier that is not before the session when it opens never will be.
  private func refusePrematureSession(of context: CallContext) throws {
    let call = context.call
    let record = try store.calls().first { $0.call.id == call.id }
    let deadline = call.calendar.closing
    if record?.closedAt == nil, deadline.isOpen(at: surroundings.now()) {
      throw DeskError.refused(
        "Des dossiers peuvent encore être déposés, jusqu’au \(deadline.french).",
        remedy: "Attendez ce terme, ou clôturez l’appel : aap appel cloturer.")
    }
    let waiting = try store.dossierLines(call: call.id, stages: [.incomplete]).map(\.number)
    guard waiting.isEmpty else {
      throw DeskError.refused(
        "Des dossiers attendent un complément : \(waiting.inWords).",
        remedy:
          "Attendez la réponse, ou le jour donné : aap instruire recevabilite --tous les déclare "
          + "alors irrecevables.")
    }
    let unjudged = try store.dossierLines(call: call.id, stages: Stage.unjudged).map(\.number)
    guard unjudged.isEmpty else {
      throw DeskError.refused(
        "Des dossiers ne sont pas jugés : \(unjudged.inWords).",
        remedy: "Jugez-les : aap instruire recevabilite --tous, puis aap classer.")
    }
    guard try store.ranking(call: call.id) != nil else { throw DeskError.noRanking }
    let changed = try store.changedSinceRanking(call: call.id)
    guard changed.isEmpty else {
      throw DeskError.refused(
        "Des dossiers ont changé depuis le classement : \(changed.inWords).",
        remedy: "Recalculez-le : aap classer.")
    }
    let unranked = try store.unrankedDossiers(call: call.id)
    guard unranked.isEmpty else {
      throw DeskError.refused(
        "Des dossiers recevables ne sont pas au classement : \(unranked.inWords).",
        remedy: "Recalculez-le : aap classer.")
    }
  }

  /// What the session would open with, on the ranking in force.
  func opening(of context: CallContext, place: String) throws -> SessionOpening {
    let call = context.call
    let rate = BasisPoints(Int64(call.parameter(.defaultFloor)?.value ?? 10_000))
    var applications: [SessionApplication] = []
    try store.forEachRankedDossier(call: call.id, stages: Stage.rankable) { card, received in
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
      charter: SessionCharter(call.committee) { context.reference.funder($0)?.name ?? $0 },
      purses: call.purses.map {
        SessionPurse(
          id: $0.id, funder: $0.funder, label: $0.label, amount: $0.amount, nature: $0.nature)
      },
      applications: applications)
  }
}

extension [DossierNumber] {
  /// The first twenty, then how many more.
  fileprivate var inWords: String {
    let named = prefix(20).map(\.text).joined(separator: ", ")
    return count > 20 ? "\(named) et \(count - 20) autre(s)" : named
  }
}

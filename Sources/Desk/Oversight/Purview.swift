import Contract
import Dossiers
import Store
import Vocabulary

extension Actor {
  /// The funder beyond whose purses the actor sees nothing; `nil` for whoever sees them all.
  var onlyFunder: FunderID? { role == .funder ? funder : nil }

  /// Whether the actor may read how to reach people, and where their money goes.
  var seesPersonalData: Bool {
    switch role {
    case .applicant, .instructor, .secretary, .chair: true
    case .funder, .reader: false
    }
  }
}

extension Application {
  /// Whether it asks money of a funder.
  func asks(_ funder: FunderID) -> Bool { plan.requests.contains { $0.funder == funder } }
}

extension Desk {
  /// Refuses what lies outside the actor's purview, with a line in the journal.
  ///
  /// - Parameters:
  ///   - act: what was attempted.
  ///   - detail: on what, for the journal.
  ///   - reason: why it is refused, without a final full stop.
  /// - Throws: ``DeskError/outsidePurview(actor:act:reason:)``, always.
  func refuseOutside(_ act: String, detail: String, reason: String) throws -> Never {
    try store.journal(journalAct("refus", subject: act, detail: detail))
    throw DeskError.outsidePurview(actor: actorID, act: act, reason: reason)
  }

  /// Refuses a funder's actor a dossier that asks nothing of its purses.
  func refuseOutside(
    _ application: Application, _ number: DossierNumber, of actor: Actor, _ act: String
  ) throws {
    guard let funder = actor.onlyFunder, !application.asks(funder) else { return }
    try refuseOutside(
      act, detail: "\(number.text) : rien n’est demandé à \(funder)",
      reason: "le dossier \(number.text) ne demande rien à \(funder)")
  }
}

import Committee
import Contract
import Dossiers
import Scoring
import Store
import Vocabulary

/// Everything the preparation of a session looks at beside the dossiers: a query for each register,
/// however many dossiers there are.
struct PreparationFacts {
  /// What was decided of a dossier of an earlier call.
  struct Earlier {
    let stage: Stage
    let granted: Cents
  }

  let context: CallContext
  /// The session as it stands, or as it would open now.
  let state: SessionState
  let isOpen: Bool
  /// The grid of the ranking in force.
  let grid: Grid
  /// What was said before the session.
  let opinions: [DossierNumber: [Opinion]]
  /// Papers, by order of deposit.
  let pieces: [Int: [AttachedPiece]]
  /// The dossiers in which whoever prepares takes no part.
  let recused: Set<DossierNumber>
  let earlier: [DossierNumber: Earlier]

  var call: Call { context.call }

  /// The funders that have a purse in the call, in order.
  var funders: [FunderID] { Set(call.purses.map(\.funder)).sorted() }

  /// The purses of a funder, in the order of the call.
  func purses(of funder: FunderID) -> [Purse] { call.purses.filter { $0.funder == funder } }

  /// The opinion in force of a purse on a dossier.
  func opinion(of purse: String, on number: DossierNumber) -> Opinion? {
    opinions[number]?.first { $0.purse == purse }
  }

  /// An objective with its label.
  func wording(ofObjective code: String) -> String {
    context.reference.objective(code).map { "\(code) \($0.label)" } ?? code
  }
}

extension Desk {
  /// Reads what the preparation looks at beside the dossiers.
  func preparationFacts(in context: CallContext) throws -> PreparationFacts {
    let call = context.call.id
    let (state, isOpen) = try sessionToPrepare(in: context)
    let orders = state.applications.keys.map(\.order)
    let opinions = try store.opinions(call: call).map(\.opinion)
    return PreparationFacts(
      context: context, state: state, isOpen: isOpen, grid: try rankingGrid(in: context),
      opinions: Dictionary(grouping: opinions, by: \.number),
      pieces: try orders.max().map { try store.pieces(call: call, orders: 1...$0) } ?? [:],
      recused: try recusedDossiers(in: context), earlier: try earlierDecisions(before: context.call)
    )
  }

  /// The open session; before the opening, what it would be on the ranking in force.
  private func sessionToPrepare(
    in context: CallContext
  ) throws -> (state: SessionState, isOpen: Bool) {
    if let record = try store.lastSession(call: context.call.id) {
      guard record.closedAt == nil else { throw DeskError.sessionAlreadyClosed }
      return (try session(of: context).state, true)
    }
    guard try store.ranking(call: context.call.id) != nil else { throw DeskError.noRanking }
    let opening = try opening(of: context, place: "préparation")
    guard !opening.applications.isEmpty else {
      throw DeskError.refused(
        "Aucun dossier recevable n’est au classement.",
        remedy: "Jugez les dossiers (aap instruire recevabilite --tous), puis aap classer.")
    }
    var state = SessionState()
    try state.apply(
      RecordedEvent(
        sequence: 1, at: surroundings.now(), actor: actorID, event: .opened(opening)))
    return (state, false)
  }

  private func earlierDecisions(
    before call: Call
  ) throws -> [DossierNumber: PreparationFacts.Earlier] {
    let calls = try store.calls().map(\.call).filter { $0.year < call.year }
    return try calls.reduce(into: [:]) { earlier, call in
      let granted = try store.grantedTotals(call: call.id)
      for line in try store.dossierLines(call: call.id) {
        earlier[line.number] = PreparationFacts.Earlier(
          stage: line.stage, granted: granted[line.number.text] ?? .zero)
      }
    }
  }
}

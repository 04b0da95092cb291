import Committee
import Contract
import Dossiers
public import Store
import Vocabulary

/// What checking the whole base found.
public struct BaseVerdict: Sendable {
  public let journal: JournalVerdict
  /// Broken promises, each with what breaks it.
  public let broken: [BrokenInvariant]

  /// Whether everything holds.
  public var isSound: Bool {
    guard case .intact = journal else { return false }
    return broken.isEmpty
  }
}

extension Desk {
  /// Checks every promise of money and procedure on the whole base, and the journal's chain.
  public func verifyBase() throws -> BaseVerdict {
    var broken = try store.brokenInvariants()
    for record in try store.calls() {
      let overdrawn = try store.overdrawnPurses(of: record.call)
      if !overdrawn.isEmpty {
        broken.append(
          BrokenInvariant(
            name: "les accords sur une enveloppe ne dépassent pas son montant",
            culprits: overdrawn.map { "\($0.purse) : \($0.granted.french)" }))
      }
      broken += try brokenSession(of: try callContext(record.call.id))
    }
    return BaseVerdict(journal: try store.verifyJournal(), broken: broken)
  }

  /// Replays the last session of a call and compares what it decided with the funding lines.
  private func brokenSession(of context: CallContext) throws -> [BrokenInvariant] {
    guard try store.lastSession(call: context.call.id) != nil else { return [] }
    let session: LiveSession
    do {
      session = try self.session(of: context)
    } catch let error as SessionError {
      return [BrokenInvariant(name: "la séance se rejoue", culprits: [error.french])]
    }
    var broken: [BrokenInvariant] = []
    let breaches = session.state.invariantBreaches()
    if !breaches.isEmpty {
      broken.append(BrokenInvariant(name: "la séance respecte ses règles", culprits: breaches))
    }
    let granted = try store.grantedTotals(call: context.call.id)
    let decided = session.state.decisions.filter { $0.value.total > .zero }
      .reduce(into: [:]) { $0[$1.key.text] = $1.value.total }
    if granted != decided {
      let culprits = Set(granted.keys).union(decided.keys).filter { granted[$0] != decided[$0] }
      broken.append(
        BrokenInvariant(
          name: "les lignes de financement égalent les décisions de la séance",
          culprits: Array(culprits.sorted().prefix(20))))
    }
    return broken
  }

  /// Recomputes the journal's chain.
  public func verifyJournal() throws -> JournalVerdict { try store.verifyJournal() }

  /// Lines of the journal after `sequence`, oldest first.
  public func journalLines(after sequence: Int, limit: Int) throws -> [JournalLine] {
    try store.journalLines(after: sequence, limit: limit)
  }
}

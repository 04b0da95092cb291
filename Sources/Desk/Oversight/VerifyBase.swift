import Committee
import Contract
import Dossiers
import Foundation
import Scoring
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
  /// Checks the whole base: every promise of money and procedure, every fingerprint, every decision
  /// against its session replayed, and the journal's chain.
  public func verifyBase() throws -> BaseVerdict {
    var broken = try store.brokenInvariants() + store.brokenSafeguards()
    do {
      for record in try store.calls() {
        broken += try brokenPurses(of: record.call)
        broken += try brokenCards(of: record)
        broken += try brokenSessions(of: record.call)
        broken += try brokenLetters(of: record.call)
      }
    } catch Store.Failure.inputOutput(let reason) where !broken.isEmpty {
      // Whatever cannot be read any more was already found changed above.
      broken.append(BrokenInvariant(name: "tout se relit", culprits: [reason]))
    }
    return BaseVerdict(journal: try store.verifyJournal(), broken: broken)
  }

  private func brokenPurses(of call: Call) throws -> [BrokenInvariant] {
    let overdrawn = try store.overdrawnPurses(of: call)
    guard !overdrawn.isEmpty else { return [] }
    return [
      BrokenInvariant(
        name: "les accords sur une enveloppe ne dépassent pas son montant",
        culprits: overdrawn.map { "\($0.purse) : \($0.granted.french)" })
    ]
  }

  /// The total that orders the ranking is the one the card explains.
  private func brokenCards(of record: CallRecord) throws -> [BrokenInvariant] {
    let call = record.call
    let grid = RankingTerms(of: try store.ranking(call: call.id))?.grid ?? call.grid
    var culprits: [String] = []
    try store.forEachRanked(call: call.id) { ranked, _ in
      let card = Scorecard(stored: ranked.card, with: grid)
      if card?.total.tenths != ranked.totalTenths, culprits.count < 20 {
        culprits.append(ranked.number.text)
      }
    }
    guard !culprits.isEmpty else { return [] }
    return [
      BrokenInvariant(
        name: "le total d’un dossier est celui de sa fiche de notation", culprits: culprits)
    ]
  }

  /// Recomputes the journal's chain.
  public func verifyJournal() throws -> JournalVerdict { try store.verifyJournal() }

  /// Lines of the journal after `sequence`, oldest first.
  public func journalLines(after sequence: Int, limit: Int) throws -> [JournalLine] {
    try store.journalLines(after: sequence, limit: limit)
  }
}

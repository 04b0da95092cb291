import Dossiers
import Vocabulary

/// The fingerprint of a ranking: its terms, then each dossier with its total and its card, in order.
struct RankingChain {
  private(set) var fingerprint: String

  init(terms: String) { fingerprint = Fingerprint.of(terms.utf8) }

  mutating func add(_ ranked: RankedTotal, fingerprint card: String) {
    fingerprint = Fingerprint.of(
      "\(fingerprint)\n\(ranked.number.text)\n\(ranked.totalTenths)\n\(card)\n".utf8)
  }
}

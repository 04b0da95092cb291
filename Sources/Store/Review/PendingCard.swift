public import Dossiers
import Vocabulary

/// What scoring found of a dossier whose rank is not known yet.
public struct PendingCard: Hashable, Sendable {
  public let number: DossierNumber
  /// The version of the dossier that was scored.
  public let version: Int
  /// What was found, criterion by criterion, as JSON.
  public let card: String
  /// How far each criterion is met, in millionths, in the order of the grid.
  public let ratios: [Int]
  /// What was looked at beside the dossier, as JSON.
  public let beside: String
  /// Where the ranking can be cut: districts and funders, as JSON.
  public let facets: String
  /// SHA-256 of the card.
  public let fingerprint: String

  /// Takes what was found.
  public init(
    number: DossierNumber, version: Int, card: String, ratios: [Int], beside: String, facets: String
  ) {
    self.number = number
    self.version = version
    self.card = card
    self.ratios = ratios
    self.beside = beside
    self.facets = facets
    fingerprint = Fingerprint.of(card.utf8)
  }

  /// The same with other findings.
  public func with(card: String, ratios: [Int]) -> PendingCard {
    PendingCard(
      number: number, version: version, card: card, ratios: ratios, beside: beside, facets: facets)
  }
}

/// A dossier's place in a ranking about to be recorded.
public struct RankedTotal: Hashable, Sendable {
  public let number: DossierNumber
  public let totalTenths: Int

  /// Gives a total to a dossier.
  public init(number: DossierNumber, totalTenths: Int) {
    self.number = number
    self.totalTenths = totalTenths
  }
}

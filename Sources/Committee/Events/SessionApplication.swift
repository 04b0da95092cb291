public import Dossiers
public import Vocabulary

/// A ranked dossier as it stood when the session opened.
public struct SessionApplication: Hashable, Sendable, Codable {
  public let number: DossierNumber
  public let title: String
  public let applicant: String
  /// Place in the ranking, from 1.
  public let rank: Int
  /// The ranking's score in tenths of a point.
  public let scoreTenths: Int
  /// What the applicant asks of each purse.
  public let requested: [PurseAmount]
  /// The most the project may receive.
  public let need: Cents
  /// The least it takes for the project to happen.
  public let floor: Cents

  /// Describes a dossier.
  public init(
    number: DossierNumber, title: String, applicant: String, rank: Int, scoreTenths: Int,
    requested: [PurseAmount], need: Cents, floor: Cents
  ) {
    self.number = number
    self.title = title
    self.applicant = applicant
    self.rank = rank
    self.scoreTenths = scoreTenths
    self.requested = requested
    self.need = need
    self.floor = floor
  }

  private enum CodingKeys: String, CodingKey {
    case number = "numero"
    case title = "titre"
    case applicant = "porteur"
    case rank = "rang"
    case scoreTenths = "score_dixiemes"
    case requested = "demandes"
    case need = "besoin_centimes"
    case floor = "plancher_centimes"
  }
}

extension Sequence<SessionApplication> {
  /// The dossiers in the order of the ranking; equal ranks by number.
  public func inRankOrder() -> [SessionApplication] {
    sorted { ($0.rank, $0.number) < ($1.rank, $1.number) }
  }
}

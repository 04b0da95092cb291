public import Vocabulary

/// Who applies, for instance an association or a commune.
public struct Applicant: Hashable, Sendable {
  /// The person who signs for the applicant.
  public struct Representative: Hashable, Sendable {
    public let name: String
    public let role: String
    public let phone: String?
    public let email: String?
  }

  /// The account to which grants are paid.
  public struct BankDetails: Hashable, Sendable {
    public let holder: String
    public let iban: String
    public let bic: String?
  }

  /// Kind as the call names it, for instance `association`.
  public let kind: String
  public let name: String
  /// Fourteen digits, valid; `nil` when missing.
  public let siret: String?
  public let rna: String?
  /// Day of declaration of an association.
  public let declaredOn: Day?
  /// INSEE code of the commune of its seat.
  public let commune: String?
  public let representative: Representative?
  public let bank: BankDetails?

  /// The SIREN: the first nine digits of the SIRET.
  public var siren: String? { siret.map { String($0.prefix(9)) } }

  /// Whether the applicant is a private-law body.
  ///
  /// The rules on agreements and the republican commitment apply to it alone (loi n° 2000-321,
  /// articles 10 and 10-1).
  public var isPrivateBody: Bool { kind == Self.association }

  /// The kind of applicant governed by the law of 1 July 1901.
  public static let association = "association"
  /// The kind of applicant that is a commune itself.
  public static let commune = "commune"
}

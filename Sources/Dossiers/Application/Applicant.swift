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
  /// Legal form as the forms name it, for instance `fondation`; `nil` when nothing says it.
  public let legalForm: String?
  /// Whether it is a body of private law: as it says, else only an association is.
  ///
  /// The rules on agreements apply to such bodies alone (loi n° 2000-321, article 10).
  public let isPrivateBody: Bool
  /// Total of the public grants of the year, when it says so.
  public let publicGrants: Cents?
  /// Its own yearly budget, when it says so.
  public let yearlyBudget: Cents?

  /// The SIREN: the first nine digits of the SIRET.
  public var siren: String? { siret.map { String($0.prefix(9)) } }

  /// Whether the law of the republican commitment concerns it: associations and foundations alone
  /// (loi n° 2000-321, article 10-1).
  public var signsRepublicanCommitment: Bool {
    kind == Self.association || legalForm == Self.association || legalForm == Self.foundation
  }

  /// The kind of applicant governed by the law of 1 July 1901.
  public static let association = "association"
  /// The legal form of a foundation.
  public static let foundation = "fondation"
  /// The kinds of applicant through which a commune acts: itself and its welfare office.
  public static let municipalKinds: Set<String> = [commune, "ccas"]
  /// The kind of applicant that is a commune itself.
  public static let commune = "commune"
}

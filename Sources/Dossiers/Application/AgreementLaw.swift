public import Vocabulary

/// When a grant needs an agreement (*convention*) between the payer and the beneficiary.
///
/// « L’autorité administrative […] qui attribue une subvention doit, lorsque cette subvention dépasse un
/// seuil défini par décret, conclure une convention avec l’organisme de droit privé qui en bénéficie,
/// définissant l’objet, le montant, les modalités de versement et les conditions d’utilisation de la
/// subvention attribuée. » Public bodies are out of scope.
public enum AgreementLaw {
  /// An agreement is signed strictly above this amount a year.
  public static let threshold = Cents(euros: 23_000)

  /// The texts that say so.
  public static let source: LegalSource =
    "Loi n° 2000-321 du 12 avril 2000, art. 10 ; décret n° 2001-495 du 6 juin 2001, art. 1er"

  /// The first day on which the agreement also speaks of control, evaluation and unspent money.
  ///
  /// Loi n° 2021-875 du 1er juillet 2021, art. 1er, published on 2 July.
  public static let evaluated = Day(daysSinceEpoch: 18_811)

  /// The first day on which beneficiaries owe the republican commitment.
  ///
  /// Loi n° 2021-1109, art. 12; décret n° 2021-1947.
  public static let committed = Day(daysSinceEpoch: 18_994)

  /// Whether an agreement is due.
  ///
  /// - Parameters:
  ///   - total: what one payer grants the beneficiary over the year, all its actions together.
  ///   - applicant: the beneficiary.
  /// - Returns: `true` for a body of private law above the threshold.
  public static func requires(_ total: Cents, of applicant: Applicant) -> Bool {
    applicant.isPrivateBody && total > threshold
  }
}

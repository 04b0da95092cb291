public import Vocabulary

/// Why a rule, and not a lack of money, refuses a project.
public enum RuleRefusal: Hashable, Sendable {
  /// The committee put it in the band `jamais`.
  case band
  /// Its score is below the threshold, given × 10.
  case score(Int64)
  /// Its floor exceeds what the public share of its cost, or the rounding of grants, allows.
  case floorAboveCeiling(most: Cents)
  /// An amount is settled for it that its cell does not allow.
  case pinOutsideCell(purse: String)
  /// A commitment is due from a purse that may not pay it.
  case commitmentOutsideCell
  /// Another project of an incompatible group is retained.
  case incompatible(with: String)
  /// Its applicant prefers another project, which is not retained.
  case applicantOrder(missing: String)
  /// Enough projects are retained already.
  case count(Int64, Instance.Category?)
  /// The money is there, but minima, shares, counts, co-funding or commitments leave no distribution.
  case combination
  /// The soft minima would lack more.
  case softMinimum

  /// The reason for readers, a full sentence.
  public var french: String {
    switch self {
    case .band: "Le projet est classé « jamais » par le comité."
    case .score(let threshold):
      "Le score est inférieur au seuil (\(threshold) dixièmes de point)."
    case .floorAboveCeiling(let most):
      "Le plancher dépasse ce que permettent la part publique maximale et l’arrondi "
        + "(\(most.french))."
    case .pinOutsideCell(let purse):
      "Le montant fixé sur \(purse) n’est pas permis par la cellule correspondante."
    case .commitmentOutsideCell:
      "Un engagement est dû par une enveloppe qui ne peut pas financer ce projet."
    case .incompatible(let other): "Le projet est incompatible avec \(other), déjà retenu."
    case .applicantOrder(let missing):
      "Le porteur place avant lui le projet \(missing), qui n’est pas retenu."
    case .count(let most, let category):
      "Le nombre maximal de projets retenus (\(most)"
        + (category.map { ", \($0.french)" } ?? "") + ") est atteint."
    case .combination:
      "Minimums, parts maximales, nombres maximaux, cofinancements ou engagements ne laissent "
        + "aucune répartition possible."
    case .softMinimum: "Le retenir éloignerait la répartition d’un minimum à atteindre d’abord."
    }
  }
}

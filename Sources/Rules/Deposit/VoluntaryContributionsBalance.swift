import Dossiers
import Forms
import Vocabulary

/// Voluntary contributions received equal the uses made of them.
struct VoluntaryContributionsBalance: AdmissibilityRule {
  static let code = "contributions_equilibrees"
  static let title =
    "Les emplois des contributions volontaires (compte 86) égalent leurs ressources (compte 87)."
  static let explanation = """
    Aucun texte lu ne l’impose en ces mots : c’est l’usage des budgets de subvention, repris par le formulaire de \
    l’appel, qui l’exige.
    """
  static let moment = Moment.deposit
  static let severity = Finding.Severity.blocking
  static let source: LegalSource =
    "Formulaire de l’appel, d’après l’usage du Cerfa n° 12156 (comptes 86 et 87) ; texte à vérifier"
  static let wholes = [FieldName.volunteerUses, FieldName.volunteerResources]

  func judge(_ facts: Facts) -> Verdict {
    let budget = facts.application.budget
    guard !budget.volunteerUses.isEmpty || !budget.volunteerResources.isEmpty else {
      return .notApplicable
    }
    let uses = budget.volunteerUsesTotal
    let resources = budget.volunteerResourcesTotal
    guard uses != resources else { return .satisfied }
    let gap = uses > resources ? uses - resources : resources - uses
    return .breached([
      Breach(
        field: facts.fieldID(of: uses > resources ? .volunteerResources : .volunteerUses),
        message: "Le compte 86 totalise \(uses.french) et le compte 87 \(resources.french) : "
          + "l’écart est de \(gap.french).",
        remedy: "Ce qui est donné est aussi employé : inscrivez le même total des deux côtés.")
    ])
  }
}

import Dossiers
import Vocabulary

/// The figures of the public agree with each other.
struct AudienceIsConsistent: AdmissibilityRule {
  static let code = "public_coherent"
  static let title = "Les chiffres du public s’accordent entre eux."
  static let explanation =
    "L’âge le plus jeune ne dépasse pas le plus élevé ; les femmes et filles sont comptées dans le total."
  static let moment = Moment.admissibility
  static let severity = Finding.Severity.warning
  static let source: LegalSource = "Formulaire de l’appel : description du public"

  func judge(_ facts: Facts) -> Verdict {
    let audience = facts.project.audience
    var breaches: [Breach] = []
    if let youngest = audience.ageMin, let oldest = audience.ageMax, youngest > oldest {
      breaches.append(
        Breach(
          field: "public.age_min",
          message: "L’âge le plus jeune (\(youngest) ans) dépasse le plus élevé (\(oldest) ans).",
          remedy: "Échangez ou corrigez les deux âges."))
    }
    if let women = audience.women, let count = audience.count, women > count {
      breaches.append(
        Breach(
          field: "public.femmes",
          message: "\(FrenchNumber.text(women)) femmes et filles sont attendues, sur "
            + "\(FrenchNumber.count(count, "personne", "personnes")) en tout.",
          remedy: "Corrigez l’un des deux nombres."))
    }
    return .judged(breaches)
  }
}

import Contract
import Dossiers
import Vocabulary

/// A commune that applies gives a SIRET that begins with its own SIREN.
struct SIRETIsTheCommunes: AdmissibilityRule {
  static let code = "siret_de_la_commune"
  static let title = "Le numéro SIRET d’une commune commence par son numéro SIREN."
  static let explanation = """
    Le numéro SIREN de la commune est celui des données de référence ; un CCAS a le sien propre et n’est pas concerné.
    """
  static let moment = Moment.admissibility
  static let severity = Finding.Severity.warning
  static let source: LegalSource = "Code de commerce, art. R. 123-221, et données de référence"

  func judge(_ facts: Facts) -> Verdict {
    let applicant = facts.application.applicant
    guard applicant.kind == Applicant.commune, let given = applicant.siren,
      let commune = applicant.commune.flatMap({ facts.reference.commune(insee: $0) }),
      let expected = commune.siren
    else { return .notApplicable }
    guard given != expected else { return .satisfied }
    return .breached([
      Breach(
        field: "porteur.siret",
        message: "Ce numéro SIRET commence par \(given), alors que le numéro SIREN de "
          + "\(commune.name) est \(expected).",
        remedy: "Vérifiez le numéro, ou la commune du siège.")
    ])
  }
}

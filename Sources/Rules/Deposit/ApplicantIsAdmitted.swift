import Contract
import Dossiers
import Forms
import Vocabulary

/// The applicant is of a kind the call admits, and fills the edition the call gives to that kind.
struct ApplicantIsAdmitted: AdmissibilityRule {
  static let code = "porteur_admis"
  static let title =
    "Le porteur est d’un type admis par l’appel et remplit le formulaire prévu pour ce type."
  static let explanation =
    "Les types admis et leurs formulaires sont fixés par l’appel ; ils ne changent pas en cours d’appel."
  static let moment = Moment.deposit
  static let severity = Finding.Severity.blocking
  static let source: LegalSource = "Règlement de l’appel : porteurs admis"

  func judge(_ facts: Facts) -> Verdict {
    let kind = facts.application.applicant.kind
    guard let edition = facts.call.form(for: kind) else {
      return .breached([notAdmitted(kind, facts)])
    }
    guard edition == facts.form.edition, facts.form.applicantKinds.contains(kind) else {
      return .breached([
        Breach(
          field: "formulaire",
          message: "Un porteur de type « \(kind) » remplit le formulaire « \(edition) », pas "
            + "« \(facts.form.edition) ».",
          remedy: "Repartez du bon modèle : aap formulaire modele \(kind)",
          source: facts.call.source)
      ])
    }
    return .satisfied
  }

  private func notAdmitted(_ kind: String, _ facts: Facts) -> Breach {
    let kinds = facts.call.applicants.map(\.kind)
    let hint = kind.nearest(among: kinds).map { " ; vouliez-vous dire « \($0) » ?" } ?? "."
    return Breach(
      field: "type_porteur",
      message: "L’appel n’admet pas les porteurs de type « \(kind) »\(hint)",
      remedy: "Types admis : \(kinds.joined(separator: ", ")).", source: facts.call.source)
  }
}

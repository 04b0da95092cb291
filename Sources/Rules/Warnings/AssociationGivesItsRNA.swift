import Dossiers
import Forms
import Vocabulary

/// An association gives its number in the national register, where it has one.
struct AssociationGivesItsRNA: AdmissibilityRule {
  static let code = "rna_absent"
  static let title = "Une association donne son numéro au répertoire national des associations."
  static let explanation = """
    Les associations de droit local de la Moselle, du Bas-Rhin et du Haut-Rhin n’en ont pas : la règle se fie à leur date \
    d’inscription au tribunal, sinon au département du siège. Le numéro n’est pas exigé, il permet de reconnaître \
    l’association d’une année à l’autre.
    """
  static let moment = Moment.admissibility
  static let severity = Finding.Severity.warning
  static let source: LegalSource =
    "Arrêté du 14 octobre 2009 portant création du répertoire national des associations"

  /// Departments under the local law of associations.
  private static let localLaw: Set<String> = ["57", "67", "68"]
  private static let field = "porteur.rna"

  func judge(_ facts: Facts) -> Verdict {
    let applicant = facts.application.applicant
    guard applicant.legalForm == Applicant.association, facts.field(Self.field) != nil else {
      return .notApplicable
    }
    guard applicant.rna == nil, !facts.answers.isUnreadable(Self.field) else { return .satisfied }
    guard facts.answers.day("porteur.registre_alsace_moselle") == nil else { return .notApplicable }
    let place = applicant.commune ?? facts.answers.text("porteur.code_postal")
    if let place, Self.localLaw.contains(String(place.prefix(2))) { return .notApplicable }
    return .breached([
      Breach(
        field: Self.field, message: "Le numéro RNA de l’association n’est pas donné.",
        remedy: "Recopiez-le du récépissé de la préfecture : il commence par W.")
    ])
  }
}

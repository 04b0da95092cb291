import Contract
import Forms
import Vocabulary

extension CallContext {
  /// An empty form of this call for a kind of applicant.
  public func blankForm(for kind: String) throws -> String {
    let form = try edition(for: kind)
    return BlankForm.yaml(form, chart: chart, call: call.id, kind: kind)
  }
}

extension Desk {
  /// An empty form from the shipped templates, when no call is open.
  public static func blankForm(for kind: String, resources: Resources) throws -> String {
    let chartFile = try resources.file("templates/formulaires/comptes.yaml")
    let forms = try CallFolder.shippedForms(resources: resources)
    guard let form = forms.first(where: { $0.applicantKinds.contains(kind) }),
      let chart = ChartOfAccounts.load(chartFile).chart
    else {
      let known = forms.flatMap(\.applicantKinds)
      throw DeskError.refused(
        "Aucun formulaire n’est livré pour les porteurs de type « \(kind) ».",
        remedy: "Types possibles : \(known.joined(separator: ", ")).")
    }
    return BlankForm.yaml(form, chart: chart, call: nil, kind: kind)
  }
}

import Contract
import Forms
import Vocabulary

extension CallContext {
  /// An empty form of this call for a kind of applicant.
  public func blankForm(for kind: String) throws -> String {
    guard let edition = call.form(for: kind), let form = forms[edition] else {
      let admitted = call.applicants.map(\.kind)
      let hint = kind.nearest(among: admitted).map { " ; vouliez-vous dire « \($0) » ?" } ?? "."
      throw DeskError.refused(
        "L’appel \(call.id) n’admet pas les porteurs de type « \(kind) »\(hint)",
        remedy: "Types admis : \(admitted.joined(separator: ", ")).")
    }
    return BlankForm.yaml(form, chart: chart, call: call.id, kind: kind)
  }
}

extension Desk {
  /// An empty form of the newest edition shipped, when no call is open.
  public static func blankForm(for kind: String, resources: Resources) throws -> String {
    let chartFile = try resources.file("templates/formulaires/comptes.yaml")
    let forms = try CallFolder.shippedForms(resources: resources)
    let editions = forms.filter { $0.applicantKinds.contains(kind) }
    guard let form = editions.max(by: { $0.rank < $1.rank }),
      let chart = ChartOfAccounts.load(chartFile).chart
    else {
      let known = Set(forms.flatMap(\.applicantKinds)).sorted()
      throw DeskError.refused(
        "Aucun formulaire n’est livré pour les porteurs de type « \(kind) ».",
        remedy: "Types possibles : \(known.joined(separator: ", ")).")
    }
    return BlankForm.yaml(form, chart: chart, call: nil, kind: kind)
  }
}

import Dossiers
import Forms
import Vocabulary

/// What is asked is more than nothing, and so is the cost of the action.
struct AmountsArePositive: AdmissibilityRule {
  static let code = "montants_positifs"
  static let title = "Chaque demande porte sur un montant, et l’action a un coût."
  static let explanation =
    "Une demande à zéro euro ne peut être ni instruite ni votée ; un budget vide non plus."
  static let moment = Moment.deposit
  static let severity = Finding.Severity.blocking
  static let source: LegalSource = "Règlement de l’appel : objet de la demande"

  func judge(_ facts: Facts) -> Verdict {
    let empty = facts.requests.filter { $0.request.amount <= .zero }.map {
      $0.breach(
        "montant", "La demande à \($0.request.funder) est de \($0.request.amount.french).",
        remedy: "Indiquez le montant demandé, ou retirez cette ligne.")
    }
    return .judged(empty + emptyLaterRequests(facts) + emptyBudget(facts))
  }

  private func emptyLaterRequests(_ facts: Facts) -> [Breach] {
    facts.application.laterYears.flatMap { year in
      year.plan.requests.filter { $0.amount <= .zero }.map {
        Breach(
          field: YearSections(year: year.year).requests, line: $0.line,
          message: "Année \(year.year) : la demande à \($0.funder) est de \($0.amount.french).",
          remedy: "Indiquez le montant demandé, ou retirez cette ligne.")
      }
    }
  }

  private func emptyBudget(_ facts: Facts) -> [Breach] {
    guard facts.application.budget.cost <= .zero, let field = facts.fieldID(of: .charges),
      !facts.isAbsenceTold(field), facts.answers.isWhollyRead(field)
    else { return [] }
    return [
      Breach(
        field: field, message: "Le budget ne comporte aucune charge.",
        remedy: "Inscrivez ce que l’action coûtera, compte par compte.")
    ]
  }
}

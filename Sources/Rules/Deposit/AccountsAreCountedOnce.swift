import Dossiers
import Forms
import Vocabulary

/// An account is given as a whole or by its details, never both.
struct AccountsAreCountedOnce: AdmissibilityRule {
  static let code = "comptes_sans_double"
  static let title = "Un compte est donné en bloc ou par ses détails, jamais les deux."
  static let explanation =
    "Le compte 60 et son détail 601 ensemble feraient compter la même dépense deux fois."
  static let moment = Moment.deposit
  static let severity = Finding.Severity.blocking
  static let source: LegalSource =
    "Formulaire unique de demande de subvention (Cerfa n° 12156), tableau du budget prévisionnel"

  func judge(_ facts: Facts) -> Verdict {
    .judged(
      facts.yearlyBudgets.flatMap { sections, budget in
        AccountSide.allCases.flatMap { side in
          breaches(in: budget.amounts(of: side), on: side, at: sections.field(of: side), facts)
        }
      })
  }

  private func breaches(
    in given: [AccountAmount], on side: AccountSide, at id: FieldID, _ facts: Facts
  ) -> [Breach] {
    given.compactMap { whole in
      let details = given.filter {
        facts.chart.account($0.account, on: side)?.parent == whole.account
      }
      guard !details.isEmpty else { return nil }
      return Breach(
        field: "\(id).\(whole.account)", line: whole.line,
        message: "Le compte \(whole.account) (\(whole.amount.french)) est donné en même temps que "
          + "\(FrenchPhrase.list(details.map { "\($0.account) (\($0.amount.french))" })), "
          + "qui en \(details.count < 2 ? "est un détail" : "sont des détails").",
        remedy: "Gardez le total ou les détails, pas les deux.")
    }
  }
}

import Dossiers
import Forms
import Vocabulary

/// Amounts are written in whole euros.
struct AmountsAreWholeEuros: AdmissibilityRule {
  static let code = "euros_entiers"
  static let title = "Les montants du budget et du plan de financement sont en euros entiers."
  static let explanation =
    "Le formulaire le demande ; les centimes restent admis et comptés, au centime."
  static let moment = Moment.admissibility
  static let severity = Finding.Severity.information
  static let source: LegalSource =
    "Formulaire unique de demande de subvention (Cerfa n° 12156) : « Ne pas indiquer les centimes d’euros »"

  private struct Amount {
    let field: FieldID
    let line: Int?
    let value: Cents
  }

  func judge(_ facts: Facts) -> Verdict {
    let broken = (1...max(1, min(facts.application.years, YearSections.years.upperBound)))
      .flatMap { amounts(of: YearSections(year: $0), facts) }
      .filter { !$0.value.rawValue.isMultiple(of: 100) }
    guard let first = broken.first else { return .satisfied }
    let count = FrenchNumber.count(
      broken.count, "montant comporte", "montants comportent")
    return .breached([
      Breach(
        field: first.field, line: first.line,
        message: "\(count) des centimes ; le premier est \(first.value.french).",
        remedy: "Arrondissez à l’euro, en gardant l’équilibre du budget.")
    ])
  }

  private func amounts(of sections: YearSections, _ facts: Facts) -> [Amount] {
    let accounts = AccountSide.allCases.flatMap { side in
      let field = sections.field(of: side)
      return facts.answers.accounts(field).map {
        Amount(field: "\(field).\($0.account)", line: $0.line, value: $0.amount)
      }
    }
    let rows = [sections.requests, sections.secured].flatMap { field in
      facts.answers.rows(field).enumerated().compactMap { index, row in
        row.amount("montant").map {
          Amount(field: "\(field)[\(index + 1)].montant", line: row.line, value: $0)
        }
      }
    }
    return accounts + rows
  }
}

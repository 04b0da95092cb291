import Dossiers
import Vocabulary

/// What each payer grants each beneficiary over the year, all its actions together.
struct YearlyGrants {
  /// A payer and a beneficiary.
  struct Pair: Hashable {
    let payer: String
    let beneficiary: String
  }

  private var totals: [Pair: Cents] = [:]

  /// Adds up what the calls of a year grant.
  ///
  /// - Parameters:
  ///   - year: the calls.
  ///   - instant: leave aside what was decided later; `nil` for everything.
  init(_ year: [CallAwards], at instant: Instant? = nil) {
    for call in year where instant.map({ call.closedAt <= $0 }) ?? true {
      for award in call.awards {
        for grant in award.state(at: instant).payers {
          totals[Pair(payer: grant.payer, beneficiary: award.beneficiary), default: .zero] +=
            grant.amount
        }
      }
    }
  }

  /// Whether an agreement is due between the payer of a grant and whoever receives it.
  func needsAgreement(_ grant: PayerGrant, of award: Award) -> Bool {
    let pair = Pair(payer: grant.payer, beneficiary: award.beneficiary)
    return AgreementLaw.requires(totals[pair] ?? .zero, of: award.applicant)
  }
}

import Contract
import Vocabulary

/// An invented applicant, the same in every dossier it deposits.
struct GeneratedApplicant: Sendable {
  /// An answer that only some forms ask for, in the section of the applicant.
  struct Extra: Sendable {
    let key: StaticString
    let text: String

    init(_ key: StaticString, _ text: String) {
      self.key = key
      self.text = text
    }
  }

  /// What only associations answer.
  struct Association: Sendable {
    let rna: String
    let declaredOn: Day
    let members: Int
    let volunteers: Int
    let employees: Int
    let yearlyBudget: Cents
  }

  /// The person who signs.
  struct Representative: Sendable {
    let surname: String
    let firstName: String
    let role: String
    let phone: String
    let email: String
  }

  /// Rank of its kind among those the call admits.
  let kindRank: Int
  let kind: String
  let form: String
  let name: String
  let siret: String
  let address: String
  let postalCode: String
  /// Rank of the commune of its seat.
  let commune: Int
  /// `nil` for every other kind.
  let association: Association?
  /// Whether it is a body of private law.
  let isPrivate: Bool
  /// Whether it subscribes to the republican commitment.
  let signsCommitment: Bool
  /// What its own form asks besides, in the order of the form.
  let extras: [Extra]
  let representative: Representative
  let accountHolder: String
  var iban: String
}

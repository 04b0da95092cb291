import Committee
import Contract
import Documents
import Dossiers
import Store
import Vocabulary

/// Writes the letters of one session, and those of the acts that followed it.
struct LetterWriter {
  let frame: LetterContext
  let secretariat: String
  let labels: [String: String]
  let year: [CallAwards]
  let closedAt: Instant
  /// What the year granted when the session closed.
  let yearly: YearlyGrants
  let format: DocumentFormat
  let templates: DocumentTemplates
  let template: String

  /// Every letter due for a dossier, oldest first.
  func letters(for award: Award) -> [ComposedLetter] {
    var letters: [ComposedLetter] = []
    for index in award.states.indices {
      let added = index == 0 ? firstLetters(for: award) : changedLetters(for: award, index)
      let payers = Set(added.map { $0.grant?.payer })
      // Money replaces the letter that said there was none.
      for old in letters.indices
      where payers.contains(letters[old].grant?.payer)
        || added.contains(
          where: { $0.grant != nil && letters[old].grant == nil })
      {
        letters[old].isCurrent = false
      }
      letters += added
    }
    return letters
  }

  private func firstLetters(for award: Award) -> [ComposedLetter] {
    let state = award.states[0]
    guard !state.payers.isEmpty else { return [letter(for: award, 0, grant: nil, yearly)] }
    return state.payers.map { letter(for: award, 0, grant: $0, yearly) }
  }

  /// One letter a payer whose amount an act changes.
  private func changedLetters(for award: Award, _ index: Int) -> [ComposedLetter] {
    let state = award.states[index]
    let former = award.states[index - 1]
    let then = YearlyGrants(year, at: state.change?.at ?? closedAt)
    let given = state.payers.filter { $0.amount != former.amount(from: $0.payer) }
    let gone = former.payers.filter { state.amount(from: $0.payer) == .zero }.map {
      PayerGrant(payer: $0.payer, name: $0.name, shares: [])
    }
    return (given + gone).map { letter(for: award, index, grant: $0, then) }
  }

  private func letter(
    for award: Award, _ index: Int, grant: PayerGrant?, _ yearly: YearlyGrants
  ) -> ComposedLetter {
    let state = award.states[index]
    let needsAgreement = grant.map { yearly.needsAgreement($0, of: award) } ?? false
    let change = state.change.map { recorded in
      LetterChange(
        recorded.change, day: recorded.at.parisDay,
        former: grant.map { award.states[index - 1].amount(from: $0.payer) } ?? .zero)
    }
    let view = LetterView(
      award.application, decision: state.decision, addressee: award.addressee,
      isPrivateBody: award.applicant.isPrivateBody,
      grant: grant.map { LetterGrant($0, needsAgreement: needsAgreement) },
      secretariat: secretariat, labels: labels, change: change, context: frame)
    let text = templates.letter(view, as: format)
    return ComposedLetter(
      award: award, state: state, grant: grant, needsAgreement: needsAgreement, text: text,
      record: LetterRecord(
        number: award.number, funder: grant?.payer, kind: state.decision.kind,
        format: format.registerName, template: template, sha256: Fingerprint.of(text.utf8)),
      changes: index)
  }
}

extension LetterGrant {
  fileprivate init(_ grant: PayerGrant, needsAgreement: Bool) {
    self.init(
      payer: grant.name, amount: grant.amount,
      shares: grant.shares.map { LetterShare(label: $0.label, amount: $0.amount) },
      needsAgreement: needsAgreement)
  }
}

import Committee
import Contract
import Documents
import Dossiers
import Store
import Vocabulary

/// A letter as it will be written, and what the merge file says of it.
struct ComposedLetter {
  let award: Award
  /// `nil` for a dossier that nobody funds.
  let grant: PayerGrant?
  let needsAgreement: Bool
  let text: String
  let record: LetterRecord

  /// The name of its file, without extension.
  var name: String {
    let parts = ["lettre", award.number.text] + [grant?.payer].compactMap { $0 }
    return OutputFolder.safeName(parts.joined(separator: "-"))
  }
}

extension DocumentFormat {
  /// How the register names it.
  var registerName: String {
    switch self {
    case .page: "html"
    case .text: "texte"
    }
  }

  /// The extension of a file.
  var fileExtension: String {
    switch self {
    case .page: "html"
    case .text: "txt"
    }
  }
}

extension Desk {
  /// The letters of a closed session in rank order: one a payer that gives, else one that says nobody does.
  ///
  /// The same session always gives the same bytes.
  func composeLetters(
    of context: CallContext, as format: DocumentFormat, only number: DossierNumber? = nil
  ) throws -> [ComposedLetter] {
    let (session, closedAt) = try closedSession(of: context)
    let year = try yearlyAwards(of: context, until: closedAt)
    let yearly = YearlyGrants(year.lazy.flatMap(\.awards))
    let awards = year.first { $0.context.call.id == context.call.id }?.awards ?? []
    let writer = LetterWriter(
      frame: letterContext(of: context, session: session),
      secretariat: context.reference.contract.intercommunalityName,
      labels: Dictionary(context.call.purses.map { ($0.id, $0.label) }) { first, _ in first },
      yearly: yearly, format: format,
      templates: try documentTemplates(format == .page ? .letterPage : .letterText),
      template: try templateDigest(format == .page ? .letterPage : .letterText))
    return awards.filter { number == nil || $0.number == number }.flatMap(writer.letters(for:))
  }

  /// The frame that every letter of a session shares.
  func letterContext(of context: CallContext, session: LiveSession) -> LetterContext {
    LetterContext(
      contractName: context.reference.contract.name, callTitle: context.call.title,
      sessionDay: session.state.opening?.day ?? session.record.openedAt.parisDay,
      exercise: context.call.exercise, isTraining: base.isTraining)
  }

  private func templateDigest(_ kind: DocumentKind) throws -> String {
    Fingerprint.of(try resources.file("templates/documents/\(kind.fileName)").bytes)
  }
}

private struct LetterWriter {
  let frame: LetterContext
  let secretariat: String
  let labels: [String: String]
  let yearly: YearlyGrants
  let format: DocumentFormat
  let templates: DocumentTemplates
  let template: String

  func letters(for award: Award) -> [ComposedLetter] {
    guard !award.payers.isEmpty else { return [letter(for: award, grant: nil)] }
    return award.payers.map { letter(for: award, grant: $0) }
  }

  private func letter(for award: Award, grant: PayerGrant?) -> ComposedLetter {
    let needsAgreement = grant.map { yearly.needsAgreement($0, of: award) } ?? false
    let view = LetterView(
      award.application, decision: award.decision, addressee: award.addressee,
      isPrivateBody: award.applicant.isPrivateBody,
      grant: grant.map { grant in
        LetterGrant(
          payer: grant.name, amount: grant.amount,
          shares: grant.shares.map { LetterShare(label: $0.label, amount: $0.amount) },
          needsAgreement: needsAgreement)
      }, secretariat: secretariat, labels: labels, context: frame)
    let text = templates.letter(view, as: format)
    return ComposedLetter(
      award: award, grant: grant, needsAgreement: needsAgreement, text: text,
      record: LetterRecord(
        number: award.number, funder: grant?.payer, kind: award.decision.kind,
        format: format.registerName, template: template, sha256: Fingerprint.of(text.utf8)))
  }
}

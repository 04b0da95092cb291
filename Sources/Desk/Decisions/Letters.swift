import Committee
import Contract
import Documents
import Dossiers
import Store
import Vocabulary

/// A letter as it will be written, and what the merge file says of it.
struct ComposedLetter {
  let award: Award
  let state: Award.State
  /// `nil` for a dossier that nobody funds.
  let grant: PayerGrant?
  let needsAgreement: Bool
  let text: String
  let record: LetterRecord
  /// How many acts had changed the decision.
  let changes: Int
  /// Whether no later letter of the same payer replaces it.
  var isCurrent = true

  /// The name of its file, without extension.
  var name: String {
    let act = state.change.map { "\($0.change.kind.rawValue)\(changes)" }
    let parts = ["lettre", award.number.text] + [grant?.payer, act].compactMap { $0 }
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
  /// Each act that changed a decision since has a letter for each payer whose amount it changes. The same
  /// session and the same acts always give the same bytes.
  func composeLetters(
    of context: CallContext, as format: DocumentFormat, only number: DossierNumber? = nil
  ) throws -> [ComposedLetter] {
    let (session, closedAt) = try closedSession(of: context)
    let year = try yearlyAwards(of: context)
    let awards = year.first { $0.call == context.call.id }?.awards ?? []
    let writer = LetterWriter(
      frame: letterContext(of: context, session: session),
      secretariat: context.reference.contract.intercommunalityName,
      labels: Dictionary(context.call.purses.map { ($0.id, $0.label) }) { first, _ in first },
      year: year, closedAt: closedAt, yearly: YearlyGrants(year, at: closedAt), format: format,
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

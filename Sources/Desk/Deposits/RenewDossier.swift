import Contract
public import Dossiers
public import Forms
public import Store
import Vocabulary

/// What taking up last year's dossier gives.
public struct RenewalOutcome: Sendable {
  public let renewal: FormRenewal
  /// This year's form.
  public let edition: FormEdition
  /// The draft made; `nil` for a simulation, or when only a file is asked for.
  public let draft: Int?
  /// Whether the draft already existed.
  public let isRepeated: Bool
  /// What the applicant should know: last year's dossier was refused, for instance.
  public let notices: [String]

  /// How many answers are proposed, to confirm or change.
  public var proposals: Int { renewal.proposed.answeredFields.count }

  /// How many answers are taken up, to confirm, to give again.
  public var french: String {
    let parts = [
      FrenchNumber.count(
        renewal.kept.answeredFields.count, "réponse reprise", "réponses reprises"),
      "\(renewal.proposed.answeredFields.count) à confirmer",
      "\(renewal.cleared.count - renewal.unplaced.count) à redonner",
    ]
    return "Appel \(renewal.kept.call ?? ""), formulaire \(edition.edition) : "
      + "\(parts.joined(separator: ", "))."
  }
}

extension Desk {
  private enum FieldName {
    static let nature = "projet.nature"
    static let previous = "projet.dossier_precedent"
  }

  /// Takes up a dossier of an earlier call as a draft of this one.
  ///
  /// Each field follows the policy of this year's edition; amounts, dates and declarations are never
  /// carried without being asked again. The same dossier taken up twice by the same actor gives the
  /// draft of the first time, while it is open.
  ///
  /// - Parameters:
  ///   - number: the dossier of an earlier call.
  ///   - context: this year's call.
  ///   - makesDraft: keep a draft in the base; otherwise only say what it would hold.
  /// - Returns: what the draft holds, or would hold.
  /// - Throws: ``DeskError`` when the dossier is unknown, of this very call, or of a kind not admitted.
  public func renew(
    _ number: DossierNumber, in context: CallContext, makesDraft: Bool
  ) throws -> RenewalOutcome {
    _ = try permit("reconduire un dossier", to: .applicant, .instructor, .secretary)
    guard let received = try store.dossier(number) else {
      throw DeskError.unknownDossier(number.text)
    }
    try refuseIfClosed(context)
    let earlierContext = try callContext(number.call)
    guard number.call != context.call.id else {
      throw DeskError.refused(
        "Le dossier \(number.text) est déjà de l’appel \(context.call.id).",
        remedy: "Une reconduction part du dossier d’un appel précédent ; pour corriger celui-ci : "
          + "aap dossier completer \(number.text) FICHIER.")
    }
    guard earlierContext.call.year < context.call.year else {
      throw DeskError.refused(
        "L’appel \(context.call.id) n’est pas d’une année plus récente que le dossier "
          + "\(number.text).",
        remedy: "Nommez l’appel de l’année : --appel.")
    }
    let (earlier, _) = try earlierContext.library.filledForm(in: received.sourceFile)
    let kind = earlier.applicantKind
    let edition = try context.edition(for: kind)
    var renewal = FormRenewal(
      of: earlier, edition: edition, chart: context.library.chart, call: context.call.id,
      kind: kind)
    let asked = Set(edition.fields.map(\.id))
    if asked.contains(FieldName.nature) {
      renewal.state(.text("reconduction"), for: FieldName.nature)
    }
    if asked.contains(FieldName.previous) {
      renewal.state(.text(number.text), for: FieldName.previous)
    }
    let (draft, isRepeated) =
      makesDraft
      ? try draft(of: renewal, taking: number, edition: edition) : (nil, false)
    return RenewalOutcome(
      renewal: renewal, edition: edition, draft: draft, isRepeated: isRepeated,
      notices: Self.notices(about: received) + Self.notices(about: renewal))
  }

  private func draft(
    of renewal: FormRenewal, taking number: DossierNumber, edition: FormEdition
  ) throws -> (draft: Int?, isRepeated: Bool) {
    let call = renewal.kept.call ?? ""
    let open = try store.openDrafts(of: actorID).first {
      $0.renews == number.text && $0.call == call
    }
    if let open { return (open.id, true) }
    let answers = edition.fields.compactMap { field -> DraftValue? in
      if let answer = renewal.kept[field.id] {
        return DraftValue(field: field.id, value: answer.json)
      }
      return renewal.proposed[field.id].map {
        DraftValue(field: field.id, value: $0.json, isConfirmed: false)
      }
    }
    let draft = NewDraft(
      call: call, form: edition.edition, applicantKind: renewal.kept.applicantKind,
      renews: number.text, answers: answers)
    return (try store.createDraft(draft, by: actorID, at: surroundings.now()), false)
  }

  private static func notices(about received: ReceivedDossier) -> [String] {
    switch received.stage {
    case .granted, .partlyGranted: []
    default:
      [
        "Le dossier \(received.number.text) est « \(received.stage.french) » : l’appel peut ne "
          + "reconduire que des actions financées."
      ]
    }
  }
}

extension Desk {
  /// What the applicant loses because this year's form has no place for it.
  private static func notices(about renewal: FormRenewal) -> [String] {
    guard !renewal.unplaced.isEmpty else { return [] }
    return [
      "Le formulaire \(renewal.kept.form) n’a plus de place pour "
        + "\(renewal.unplaced.joined(separator: ", ")) : ces réponses ne sont pas reprises."
    ]
  }
}

extension FormLibrary {
  /// Last year's answers as a commented file to complete: what is kept is written, what is to confirm
  /// stands in a comment.
  ///
  /// - Throws: whatever writing the format throws.
  public func file(
    of outcome: RenewalOutcome, as format: ReceivedFormat
  ) throws -> [UInt8] {
    guard format == .yaml else {
      return try write(outcome.renewal.kept, edition: outcome.edition, as: format)
    }
    let text = CommentedYAML.text(
      outcome.renewal.kept, edition: outcome.edition, chart: chart,
      lastYear: outcome.renewal.proposed)
    return Array(text.utf8)
  }
}

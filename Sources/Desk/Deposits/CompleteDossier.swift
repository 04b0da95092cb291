public import Contract
public import Dossiers
public import Forms
import Rules
import Store
public import Vocabulary

/// What became of a file sent to correct or complete a dossier.
public struct CompletionOutcome: Sendable {
  /// `nil` for a simulation.
  public let receipt: Receipt?
  public let findings: [Finding]
  /// What differs from the version before.
  public let changes: [FormDifference]
  /// A correction while the call is open, or the answer to a request; `nil` when nothing changes.
  public let event: DossierEvent?
}

extension Desk {
  /// Receives a new version of a dossier: a correction while the call is open, or the answer to what
  /// was asked of the applicant.
  ///
  /// - Parameters:
  ///   - number: the dossier.
  ///   - file: its new version, whole.
  ///   - isSimulated: judge, but write nothing.
  /// - Returns: the receipt, once on disk, and what changes.
  /// - Throws: ``Refusal`` with all the findings, ``DeskError`` when nothing can be received now.
  public func complete(
    _ number: DossierNumber, with file: SourceFile, isSimulated: Bool = false
  ) throws -> CompletionOutcome {
    let actor = try permit("compléter un dossier", to: .applicant, .instructor, .secretary)
    guard let current = try store.dossier(number),
      let deposit = try store.receipts(of: number).first
    else { throw DeskError.unknownDossier(number.text) }
    let context = try callContext(number.call)
    if let repeated = try repeatedReceipt(of: file, for: current) {
      return try answerUnchanged(repeated, current, in: context, by: actor, isSimulated)
    }
    let event = try completionEvent(of: current, in: context, by: actor)
    let verified = try verify(file, replacing: current, deposit: deposit, in: context)
    let stranger = try strangerFinding(verified, against: current, in: context)
    let findings = verified.findings + (stranger.map { [$0] } ?? [])
    guard let application = verified.application, !verified.isRefusedAtDeposit, stranger == nil
    else {
      if !isSimulated {
        try journalRefusal(findings, act: "complement refusé", subject: number.text)
      }
      throw Refusal(findings)
    }
    let changes = try differences(from: current, to: file, in: context)
    guard !isSimulated else {
      return CompletionOutcome(receipt: nil, findings: findings, changes: changes, event: event)
    }
    let receipt = try moving(number) {
      try store.addVersion(
        NewDossier(
          call: number.call, content: file.bytes, format: verified.format,
          application: application),
        to: number, replacing: current.version, by: event, actor: actorID, at: surroundings.now())
    }
    return CompletionOutcome(
      receipt: receipt, findings: findings, changes: changes, event: event)
  }

  /// Answers what was asked without changing the form: the papers asked for are there.
  ///
  /// - Throws: ``DeskError`` when nothing is asked, or when papers are still missing.
  public func completeUnchanged(
    _ number: DossierNumber, isSimulated: Bool = false
  ) throws -> CompletionOutcome {
    let actor = try permit("compléter un dossier", to: .applicant, .instructor, .secretary)
    guard let current = try store.dossier(number), let receipt = try store.receipt(of: number)
    else {
      throw DeskError.unknownDossier(number.text)
    }
    guard current.stage == .incomplete else {
      throw DeskError.refused(
        "Rien n’est demandé pour le dossier \(number.text), qui est « \(current.stage.french) ».",
        remedy:
          "Pour le corriger, donnez le fichier : aap dossier completer \(number.text) FICHIER.")
    }
    return try answerUnchanged(
      receipt, current, in: callContext(number.call), by: actor, isSimulated)
  }

  private func answerUnchanged(
    _ receipt: Receipt, _ current: ReceivedDossier, in context: CallContext, by actor: Actor,
    _ isSimulated: Bool
  ) throws -> CompletionOutcome {
    let answers = current.stage == .incomplete
    if answers {
      let event = try completionEvent(of: current, in: context, by: actor)
      try move(
        [current.number], by: event, motive: "formulaire inchangé", isSimulated: isSimulated)
    }
    return CompletionOutcome(
      receipt: isSimulated ? nil : receipt, findings: [], changes: [],
      event: answers ? .completed : nil)
  }

  /// Refuses an answer without the papers that were asked for: once it is received, the applicant may
  /// be too late to give them.
  private func refuseWithoutPieces(
    _ asked: CompletionRecord, _ number: DossierNumber, in context: CallContext
  ) throws {
    let given = try store.pieces(of: number).filter { $0.attachedAt >= asked.askedAt }
    let valid = Set(context.call.pieces.validKinds(among: given).map(\.rawValue))
    let missing = asked.request.pieces.filter { !valid.contains($0) }
    guard let first = missing.first else { return }
    throw DeskError.refused(
      "Des pièces demandées le \(asked.askedAt.parisDay.french) manquent encore : "
        + "\(missing.joined(separator: ", ")).",
      remedy: "Joignez-les d’abord : aap piece joindre \(number.text) FICHIER --type \(first).")
  }

  /// Judges a new version: its deadline was met by the deposit, the rest is judged today.
  private func verify(
    _ file: SourceFile, replacing current: ReceivedDossier, deposit: Receipt,
    in context: CallContext
  ) throws -> DossierVerification {
    let reading = context.library.read(file)
    var beside = try factsBeside(
      reading.application, bytes: file.bytes, replacing: current.number, in: context)
    beside.pieces = context.call.pieces.validKinds(among: try store.pieces(of: current.number))
    beside.versionReceivedAt = surroundings.now()
    return verify(
      reading, named: file.name, in: context, at: deposit.receivedAt, Set(Moment.allCases),
      beside: beside)
  }

  /// The receipt of these bytes when they are the version in force; refused when another dossier has them.
  private func repeatedReceipt(
    of file: SourceFile, for current: ReceivedDossier
  ) throws -> Receipt? {
    let number = current.number
    let known = try store.receipt(fingerprint: Fingerprint.of(file.bytes), call: number.call)
    if let known, known.number != number {
      throw DeskError.refused(
        "« \(file.name) » est déjà reçu sous le numéro \(known.number.text).",
        remedy: "Vérifiez le numéro du dossier à compléter.")
    }
    // An earlier version sent again is a correction like any other: it must become the one in force.
    return current.content == file.bytes ? try store.receipt(of: number) : nil
  }

  private func completionEvent(
    of current: ReceivedDossier, in context: CallContext, by actor: Actor
  ) throws -> DossierEvent {
    let number = current.number.text
    switch current.stage {
    case .incomplete:
      guard let asked = try store.lastCompletionRequest(of: current.number) else {
        return .completed
      }
      let due = asked.request.dueOn
      if surroundings.now().parisDay > due, actor.role == .applicant {
        throw DeskError.refused(
          "Le complément du dossier \(number) était attendu jusqu’au \(due.french).",
          remedy: "Écrivez à l’instructeur : lui seul peut encore l’enregistrer.")
      }
      try refuseWithoutPieces(asked, current.number, in: context)
      return .completed
    case .deposited, .completed:
      if context.isOpen(at: surroundings.now()) { return .corrected }
      let answered = try lastCompletion(of: current)
      throw DeskError.refused(
        answered
          ?? "L’appel est clos et rien n’est demandé pour le dossier \(number) : il ne change plus.",
        remedy: "Écrivez à l’instructeur : il peut vous le rouvrir (aap instruire demander).")
    case .draft, .admissible, .inadmissible, .reviewed, .inSession, .granted, .partlyGranted,
      .deferred, .refused, .withoutObject, .withdrawn:
      throw DeskError.refused(
        "Le dossier \(number) est « \(current.stage.french) » : il ne change plus.",
        remedy: "Écrivez à l’instructeur s’il doit être complété.")
    }
  }

  /// Who completed a dossier last, for whoever comes second.
  private func lastCompletion(of current: ReceivedDossier) throws -> String? {
    guard current.stage == .completed,
      let act = try store.acts(about: current.number.text).last(where: {
        $0.act.act == DossierEvent.completed.rawValue
      })?.act
    else { return nil }
    return "Le dossier \(current.number.text) a déjà été complété le \(act.at.french) par "
      + "« \(act.actor) » : votre fichier n’est pas enregistré."
  }

  /// Whether the file is another applicant's: most likely the wrong file.
  private func strangerFinding(
    _ verified: DossierVerification, against current: ReceivedDossier, in context: CallContext
  ) throws -> Finding? {
    let before = try application(of: current, in: context).applicant
    guard let after = verified.application?.applicant, !Self.isSame(before, after) else {
      return nil
    }
    return Finding(
      code: "porteur_different", place: Finding.Place(file: verified.file, field: "porteur.siret"),
      message: "Ce fichier est de « \(after.name) » (\(Self.identity(after))) ; le dossier "
        + "\(current.number.text) est de « \(before.name) » (\(Self.identity(before))).",
      remedy: "Vérifiez le fichier et le numéro ; un autre porteur dépose un autre dossier.",
      source: context.call.source)
  }

  /// Known by their SIREN, else by their RNA, else by their name.
  private static func isSame(_ left: Applicant, _ right: Applicant) -> Bool {
    if let first = left.siren, let second = right.siren { return first == second }
    if let first = left.rna, let second = right.rna { return first == second }
    return left.name.folded == right.name.folded
  }

  private static func identity(_ applicant: Applicant) -> String {
    applicant.siren.map { "SIREN \($0)" } ?? applicant.rna.map { "RNA \($0)" } ?? "sans SIRET"
  }

  private func differences(
    from current: ReceivedDossier, to file: SourceFile, in context: CallContext
  ) throws -> [FormDifference] {
    let before = try context.library.filledForm(in: current.sourceFile)
    let after = try context.library.filledForm(in: file)
    return after.filled.differences(
      since: before.filled, edition: after.edition, earlierEdition: before.edition,
      chart: context.library.chart)
  }
}

extension CallContext {
  /// Whether deposits are open at this moment: after the opening, before the end of the last day, and
  /// not closed by an act.
  func isOpen(at instant: Instant) -> Bool {
    record.closedAt == nil && instant.parisDay >= call.calendar.opening
      && call.calendar.closing.isOpen(at: instant)
  }
}

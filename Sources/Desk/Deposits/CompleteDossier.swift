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
  /// A correction while the call is open, or the answer to a request.
  public let event: DossierEvent
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
    guard let current = try store.dossier(number), let first = try store.receipts(of: number).first
    else { throw DeskError.unknownDossier(number.text) }
    let context = try callContext(number.call)
    if let repeated = try repeatedReceipt(of: file, for: number) {
      return CompletionOutcome(receipt: repeated, findings: [], changes: [], event: .completed)
    }
    let event = try completionEvent(of: current, in: context, by: actor)
    // The deadline of the deposit was met by the first version.
    let verified = verify(
      file, in: context, at: first.receivedAt, moments: Set(Moment.allCases))
    let stranger = try strangerFinding(verified, against: current, in: context)
    let findings = verified.findings + (stranger.map { [$0] } ?? [])
    guard let application = verified.application, !verified.isRefusedAtDeposit, stranger == nil
    else { throw Refusal(findings) }
    let changes = try differences(from: current, to: file, in: context)
    guard !isSimulated else {
      return CompletionOutcome(receipt: nil, findings: findings, changes: changes, event: event)
    }
    let receipt = try moving(number) {
      try store.addVersion(
        NewDossier(
          call: number.call, content: file.bytes, format: verified.format,
          application: application),
        to: number, by: event, actor: actorID, at: surroundings.now())
    }
    return CompletionOutcome(
      receipt: receipt, findings: findings, changes: changes, event: event)
  }

  /// The receipt of these bytes when this dossier already has them; refused when another has.
  private func repeatedReceipt(
    of file: SourceFile, for number: DossierNumber
  ) throws -> Receipt? {
    let known = try store.receipt(fingerprint: Fingerprint.of(file.bytes), call: number.call)
    guard let known, known.number != number else { return known }
    throw DeskError.refused(
      "« \(file.name) » est déjà reçu sous le numéro \(known.number.text).",
      remedy: "Vérifiez le numéro du dossier à compléter.")
  }

  private func completionEvent(
    of current: ReceivedDossier, in context: CallContext, by actor: Actor
  ) throws -> DossierEvent {
    let number = current.number.text
    switch current.stage {
    case .incomplete:
      let due = try store.completionRequests(of: current.number).last?.request.dueOn
      if let due, surroundings.now().parisDay > due, actor.role == .applicant {
        throw DeskError.refused(
          "Le complément du dossier \(number) était attendu jusqu’au \(due.french).",
          remedy: "Écrivez à l’instructeur : lui seul peut encore l’enregistrer.")
      }
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
    guard let siren = verified.application?.applicant.siren, let known = before.siren,
      siren != known
    else { return nil }
    let name = verified.application?.applicant.name ?? ""
    return Finding(
      code: "porteur_different", place: Finding.Place(file: verified.file, field: "porteur.siret"),
      message: "Ce fichier est de « \(name) » (SIREN \(siren)) ; le dossier "
        + "\(current.number.text) est de « \(before.name) » (SIREN \(known)).",
      remedy: "Vérifiez le fichier et le numéro ; un autre porteur dépose un autre dossier.",
      source: context.call.source)
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

  /// Runs a write that moves a dossier, and words the refusal of its stage.
  func moving<Value>(_ number: DossierNumber, _ write: () throws -> Value) throws -> Value {
    do {
      return try write()
    } catch let refused as TransitionRefused {
      throw DeskError.stage(number, refused)
    } catch let failure as TransitionFailure {
      throw DeskError.stage(failure.number, failure.refused)
    }
  }
}

extension DeskError {
  fileprivate static func stage(
    _ number: DossierNumber, _ refused: TransitionRefused
  ) -> DeskError {
    .refused(
      "Le dossier \(number.text) : \(refused.french)",
      remedy: "Son étape a pu changer entre-temps : aap dossier montrer \(number.text).")
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

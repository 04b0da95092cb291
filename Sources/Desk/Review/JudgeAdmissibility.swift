import Contract
public import Dossiers
import Rules
public import Store
import Vocabulary

extension Desk {
  /// Stages at which a dossier may be judged, or judged again.
  static let judgeable: Set<Stage> = [
    .deposited, .completed, .admissible, .inadmissible,
  ]

  /// Judges the admissibility of one dossier, or of all that may still be judged.
  ///
  /// - Parameters:
  ///   - number: the dossier; `nil` for all.
  ///   - context: the call.
  ///   - isSimulated: judge, but write nothing.
  ///   - report: receives each judgement once it is on disk.
  /// - Throws: ``DeskError`` or ``Store/Failure``.
  public func judgeAdmissibility(
    of number: DossierNumber?, in context: CallContext, isSimulated: Bool = false,
    report: (AdmissibilityRecord) throws -> Void
  ) throws {
    _ = try permit("juger la recevabilité", to: .instructor, .secretary)
    if let number {
      guard let received = try store.dossier(number) else {
        throw DeskError.unknownDossier(number.text)
      }
      guard Self.judgeable.contains(received.stage) else {
        throw DeskError.refused(
          "Le dossier \(number.text) est « \(received.stage.french) ».",
          remedy: "Sa recevabilité ne se juge plus.")
      }
      try record([judge(received, in: context)], isSimulated: isSimulated, report: report)
      return
    }
    var batch: [AdmissibilityRecord] = []
    try store.forEachDossier(call: context.call.id, stages: Self.judgeable) { received in
      batch.append(judge(received, in: context))
      if batch.count == 500 {
        try record(batch, isSimulated: isSimulated, report: report)
        batch = []
      }
    }
    try record(batch, isSimulated: isSimulated, report: report)
  }

  private func judge(_ received: ReceivedDossier, in context: CallContext) -> AdmissibilityRecord {
    let verified = verify(
      received.sourceFile, in: context, at: received.receivedAt, moments: [.admissibility])
    return AdmissibilityRecord(
      number: received.number, isAdmissible: !verified.findings.areBlocking,
      findings: verified.findings)
  }

  private func record(
    _ records: [AdmissibilityRecord], isSimulated: Bool,
    report: (AdmissibilityRecord) throws -> Void
  ) throws {
    if !isSimulated {
      try store.recordAdmissibility(records, actor: actorID, at: surroundings.now())
    }
    for record in records { try report(record) }
  }
}

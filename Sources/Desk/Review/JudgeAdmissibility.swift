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
      try record(judge([received], in: context), isSimulated: isSimulated, report: report)
      return
    }
    var batch: [ReceivedDossier] = []
    try store.forEachDossier(call: context.call.id, stages: Self.judgeable) { received in
      batch.append(received)
      if batch.count == 500 {
        try record(judge(batch, in: context), isSimulated: isSimulated, report: report)
        batch = []
      }
    }
    try record(judge(batch, in: context), isSimulated: isSimulated, report: report)
  }

  /// Judges dossiers that follow one another, their papers looked up all at once.
  private func judge(
    _ batch: [ReceivedDossier], in context: CallContext
  ) throws -> [AdmissibilityRecord] {
    guard let first = batch.first, let last = batch.last else { return [] }
    let rules = context.call.pieces
    let pieces =
      rules.required.isEmpty
      ? [:]
      : try store.pieces(
        call: context.call.id, orders: first.number.order...last.number.order)
    return batch.map { received in
      let kinds = rules.validKinds(among: pieces[received.number.order] ?? [])
      return judge(received, with: kinds, in: context)
    }
  }

  private func judge(
    _ received: ReceivedDossier, with pieces: Set<PieceKind>, in context: CallContext
  ) -> AdmissibilityRecord {
    let verified = verify(
      received.sourceFile, in: context, at: received.receivedAt, moments: [.admissibility],
      pieces: pieces)
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

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
      if received.stage == .incomplete {
        let asked = try pastRequest(of: received)
        return try record(
          judgeOverdue([received], [number: asked], in: context), isSimulated: isSimulated,
          report: report)
      }
      guard Self.judgeable.contains(received.stage) else {
        throw DeskError.refused(
          "Le dossier \(number.text) est « \(received.stage.french) ».",
          remedy: "Sa recevabilité ne se juge plus.")
      }
      try record(judge([received], in: context), isSimulated: isSimulated, report: report)
      return
    }
    try forEachBatch(at: Self.judgeable, in: context) { batch in
      try record(judge(batch, in: context), isSimulated: isSimulated, report: report)
    }
    let today = surroundings.now().parisDay
    let late = try store.pendingRequests(call: context.call.id).filter { $0.value.dueOn < today }
    guard !late.isEmpty else { return }
    try forEachBatch(at: [.incomplete], in: context) { batch in
      try record(
        judgeOverdue(batch, late, in: context), isSimulated: isSimulated, report: report)
    }
  }

  private func forEachBatch(
    at stages: Set<Stage>, in context: CallContext, _ judge: ([ReceivedDossier]) throws -> Void
  ) throws {
    var batch: [ReceivedDossier] = []
    try store.forEachDossier(call: context.call.id, stages: stages) { received in
      batch.append(received)
      if batch.count == 500 {
        try judge(batch)
        batch = []
      }
    }
    if !batch.isEmpty { try judge(batch) }
  }

  /// What was asked of the applicant of an incomplete dossier, once its last day is past.
  private func pastRequest(of received: ReceivedDossier) throws -> CompletionRequest {
    let number = received.number.text
    guard let asked = try store.lastCompletionRequest(of: received.number)?.request else {
      throw DeskError.inputOutput(path: number, reason: "la demande de complément manque")
    }
    guard surroundings.now().parisDay > asked.dueOn else {
      throw DeskError.refused(
        "Le dossier \(number) attend un complément jusqu’au \(asked.dueOn.french).",
        remedy: "Jugez-le quand il sera complété, ou passé ce jour.")
    }
    return asked
  }

  /// Judges incomplete dossiers: inadmissible, those whose applicants did not answer in time.
  private func judgeOverdue(
    _ batch: [ReceivedDossier], _ late: [DossierNumber: CompletionRequest],
    in context: CallContext
  ) throws -> [AdmissibilityRecord] {
    let overdue = batch.filter { late[$0.number] != nil }
    return zip(overdue, try judge(overdue, in: context)).compactMap { received, judged in
      late[received.number].map { asked in
        let silence = Finding(
          code: "complement_attendu", place: Finding.Place(file: received.sourceFile.name),
          message: "Le complément demandé pour le \(asked.dueOn.french) n’est pas venu : "
            + "« \(asked.motive) »",
          remedy: "Le porteur peut encore répondre si l’instructeur le lui redemande.",
          source: context.call.source)
        return AdmissibilityRecord(
          number: received.number, judged: received.state, isAdmissible: false,
          findings: judged.findings + [silence])
      }
    }
  }

  /// Judges dossiers that follow one another, what the base knows of them looked up all at once.
  private func judge(
    _ batch: [ReceivedDossier], in context: CallContext
  ) throws -> [AdmissibilityRecord] {
    let beside = try factsBeside(batch, in: context)
    let derogations = Dictionary(
      grouping: try store.ruleDerogations(call: context.call.id), by: \.number)
    return batch.parallelMap { received in
      let verified = verify(
        received.sourceFile, in: context, at: received.receivedAt, moments: [.admissibility],
        beside: beside[received.number] ?? .none)
      let findings = verified.findings.settingAside(derogations[received.number] ?? [])
      return AdmissibilityRecord(
        number: received.number, judged: received.state, isAdmissible: !findings.areBlocking,
        findings: findings)
    }
  }

  private func record(
    _ records: [AdmissibilityRecord], isSimulated: Bool,
    report: (AdmissibilityRecord) throws -> Void
  ) throws {
    guard !isSimulated else { return try records.forEach(report) }
    let overtaken = Set(
      try store.recordAdmissibility(records, actor: actorID, at: surroundings.now()))
    for record in records where !overtaken.contains(record.number) { try report(record) }
    try judgeAgain(overtaken.sorted(), report: report)
  }

  /// Judges what changed while it was being judged, if it may still be; each in its own transaction.
  private func judgeAgain(
    _ numbers: [DossierNumber], report: (AdmissibilityRecord) throws -> Void
  ) throws {
    for number in numbers {
      guard let received = try store.dossier(number), Self.judgeable.contains(received.stage)
      else { continue }
      let context = try callContext(number.call)
      try record(judge([received], in: context), isSimulated: false, report: report)
    }
  }
}

extension ReceivedDossier {
  /// What is judged of it: compared with what the base holds when the judgement is written.
  fileprivate var state: AdmissibilityRecord.JudgedState {
    AdmissibilityRecord.JudgedState(version: version, stage: stage)
  }
}

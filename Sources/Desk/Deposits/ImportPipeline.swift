import Contract
import Vocabulary

/// Takes dossiers one by one, judges them by batches, and writes a batch while the next is judged.
///
/// At most two batches are in memory, each bounded in number and in bytes.
struct ImportPipeline {
  /// Dossiers of one transaction at most.
  static let batchSize = 500
  /// Bytes of one batch, beyond which it is written without waiting for more.
  private static let batchBytes = 4 << 20

  private let desk: Desk
  private let context: CallContext
  private let isSimulated: Bool
  private let report: (ImportReport) throws -> Void
  private var batch: [IncomingDossier] = []
  private var bytes = 0
  private var judged: JudgedBatch?

  init(
    desk: Desk, context: CallContext, isSimulated: Bool,
    report: @escaping (ImportReport) throws -> Void
  ) {
    self.desk = desk
    self.context = context
    self.isSimulated = isSimulated
    self.report = report
  }

  /// Adds a dossier; may judge and write what came before.
  ///
  /// - Parameters:
  ///   - dossier: what comes.
  ///   - weight: the bytes it takes in memory; those of its file by default.
  /// - Throws: what writing or reporting throws.
  mutating func take(_ dossier: IncomingDossier, weight: Int? = nil) throws {
    batch.append(dossier)
    bytes += weight ?? dossier.file.bytes.count
    if batch.count == Self.batchSize || bytes >= Self.batchBytes { try judgeBatch() }
  }

  /// Judges and writes everything left.
  mutating func finish() throws {
    if !batch.isEmpty { try judgeBatch() }
    guard let last = judged else { return }
    judged = nil
    try tell(last, isSimulated ? last.outcomes : desk.record(last))
  }

  private mutating func judgeBatch() throws {
    let incoming = batch.parallelMap { [context] in context.library.standingAlone($0) }
    batch = []
    bytes = 0
    // Asked before the batch in hand is written: a repetition between the two is seen when writing.
    let known = try desk.knownReceipts(incoming, in: context)
    guard let ready = judged else {
      judged = desk.judge(incoming, known: known, in: context)
      return
    }
    judged = nil
    guard !isSimulated else {
      judged = desk.judge(incoming, known: known, in: context)
      return try tell(ready, ready.outcomes)
    }
    let writing = BackgroundWork { [desk] in try desk.record(ready) }
    let next = desk.judge(incoming, known: known, in: context)
    try tell(ready, writing.value())
    judged = next
  }

  private func tell(_ batch: JudgedBatch, _ outcomes: [DepositOutcome]) throws {
    for (dossier, outcome) in zip(batch.dossiers, outcomes) {
      try report(ImportReport(place: dossier.file.name, outcome: outcome))
    }
  }
}

public import Contract
public import Dossiers
import Rules
import Store
public import Vocabulary

/// What became of one file in a deposit.
public enum DepositOutcome: Sendable {
  /// On disk, with its number; the findings do not prevent the deposit.
  case received(Receipt, findings: [Finding])
  /// Would be received, were it not a simulation.
  case acceptable
  /// Nothing was kept.
  case refused([Finding])
}

/// A dossier on its way in: its bytes, and when they came.
struct IncomingDossier: Sendable {
  /// The bytes to keep, named by where they come from.
  let file: SourceFile
  let at: Instant
  /// The format that the place it comes from imposes; `nil` to tell by its content.
  var format: ReceivedFormat?
  /// The document, when it was already read from a larger file: findings then have the lines of that file.
  var document: SourceNode?
  /// What was found while it was read there.
  var findings: [Finding] = []
}

/// Dossiers judged and not yet written.
struct JudgedBatch: Sendable {
  let dossiers: [IncomingDossier]
  let outcomes: [DepositOutcome]
  /// What to keep of each acceptable dossier, by its place in the batch.
  let accepted: [(index: Int, dossier: NewDossier, findings: [Finding])]
}

extension Desk {
  /// Deposits many files, a transaction a batch; each is received or refused on its own.
  ///
  /// Bytes already deposited give the receipt of the first time, even after the deadline.
  ///
  /// - Parameters:
  ///   - files: the files, each with the moment it is received.
  ///   - context: the call.
  ///   - isSimulated: judge, but write nothing.
  /// - Returns: one outcome a file, in order, once its batch is on disk.
  /// - Throws: ``DeskError`` or ``Store/Failure``; nothing is then kept.
  public func depositBatch(
    _ files: [(file: SourceFile, at: Instant)], in context: CallContext, isSimulated: Bool = false
  ) throws -> [DepositOutcome] {
    _ = try permit("déposer des dossiers", to: .instructor, .secretary)
    let dossiers = files.map { IncomingDossier(file: $0.file, at: $0.at) }
    let judged = judge(dossiers, known: try knownReceipts(dossiers, in: context), in: context)
    return isSimulated ? judged.outcomes : try record(judged)
  }

  /// The receipts of the bytes that were deposited before.
  func knownReceipts(
    _ dossiers: [IncomingDossier], in context: CallContext
  ) throws -> [Receipt?] {
    let fingerprints = dossiers.parallelMap { Fingerprint.of($0.file.bytes) }
    return try store.receipts(fingerprints: fingerprints, call: context.call.id)
  }

  /// Judges the rules of the deposit on every core; reads nothing in the base.
  func judge(
    _ dossiers: [IncomingDossier], known: [Receipt?], in context: CallContext
  ) -> JudgedBatch {
    let pairs = Array(zip(dossiers, known))
    let judged = pairs.parallelMap { dossier, receipt -> DossierVerification? in
      receipt == nil ? verify(dossier, in: context) : nil
    }
    var accepted: [(index: Int, dossier: NewDossier, findings: [Finding])] = []
    let outcomes = judged.enumerated().map { index, verified -> DepositOutcome in
      if let receipt = known[index] { return .received(receipt, findings: []) }
      guard let verified, !verified.isRefusedAtDeposit, let application = verified.application
      else { return .refused(verified?.findings ?? []) }
      let dossier = NewDossier(
        call: context.call.id, content: dossiers[index].file.bytes, format: verified.format,
        application: application)
      accepted.append((index, dossier, verified.findings))
      return .acceptable
    }
    return JudgedBatch(dossiers: dossiers, outcomes: outcomes, accepted: accepted)
  }

  private func verify(
    _ dossier: IncomingDossier, in context: CallContext
  ) -> DossierVerification {
    var findings = dossier.findings
    if !findings.areBlocking, let closedAt = context.record.closedAt {
      findings.append(Self.closed(context.call, since: closedAt, file: dossier.file.name))
    }
    guard !findings.areBlocking else {
      return DossierVerification(
        file: dossier.file.name, application: nil, findings: findings, format: .xml,
        isRefusedAtDeposit: true)
    }
    guard let document = dossier.document else {
      let reading = context.library.read(dossier.file, as: dossier.format)
      return verify(reading, named: dossier.file.name, in: context, at: dossier.at, [.deposit])
    }
    let reading = context.library.read(
      document, file: dossier.file.name, as: .xml, findings: dossier.findings)
    return verify(reading, named: dossier.file.name, in: context, at: dossier.at, [.deposit])
  }

  /// Why a dossier never seen before is not received any more.
  private static func closed(_ call: Call, since closedAt: Instant, file: String) -> Finding {
    Finding(
      code: "appel_cloture", place: Finding.Place(file: file),
      message:
        "L’appel \(call.id) a été clôturé le \(closedAt.french) ; ce dossier n’avait pas été reçu.",
      remedy:
        "Écrivez au secrétariat de l’appel : seule une dérogation motivée permet de l’admettre.",
      source: call.source)
  }

  /// Writes what was accepted in one transaction.
  func record(_ batch: JudgedBatch) throws -> [DepositOutcome] {
    var outcomes = batch.outcomes
    let receipts = try store.deposit(batch.accepted.map(\.dossier), by: actorID) { position in
      batch.dossiers[batch.accepted[position].index].at
    }
    for (entry, receipt) in zip(batch.accepted, receipts) {
      outcomes[entry.index] = .received(receipt, findings: entry.findings)
    }
    return outcomes
  }

  func refuseIfClosed(_ context: CallContext) throws {
    if let closedAt = context.record.closedAt {
      throw DeskError.callClosed(context.call.id, at: closedAt)
    }
  }
}

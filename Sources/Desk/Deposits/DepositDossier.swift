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

extension Desk {
  /// Deposits one file in a call.
  ///
  /// The receipt exists only once the transaction is on disk. The same bytes deposited again give
  /// the receipt of the first time, even after the deadline.
  ///
  /// - Throws: ``Refusal`` with all the findings, ``DeskError``.
  public func deposit(
    _ file: SourceFile, in context: CallContext, isSimulated: Bool = false
  ) throws -> (receipt: Receipt?, findings: [Finding]) {
    try deposit(file, from: nil, in: context, isSimulated: isSimulated)
  }

  /// Deposits a file made from a draft, and closes the draft in the same transaction.
  func deposit(
    _ file: SourceFile, from draft: NewDossier.Draft?, in context: CallContext,
    isSimulated: Bool = false
  ) throws -> (receipt: Receipt?, findings: [Finding]) {
    _ = try permit("déposer un dossier", to: .applicant, .instructor, .secretary)
    let repeated = try store.receipt(
      fingerprint: Fingerprint.of(file.bytes), call: context.call.id)
    if let repeated, draft == nil { return (repeated, []) }
    try refuseIfClosed(context)
    let verified = verify(
      file, in: context, at: surroundings.now(), moments: Set(Moment.allCases))
    guard let application = verified.application, !verified.isRefusedAtDeposit else {
      if !isSimulated { try journalRefusal(of: file, verified.findings) }
      throw Refusal(verified.findings)
    }
    guard !isSimulated else { return (nil, verified.findings) }
    let new = NewDossier(
      call: context.call.id, content: file.bytes, format: verified.format,
      application: application, draft: draft)
    let receipts = try store.deposit([new], by: actorID) { _ in surroundings.now() }
    return (receipts.first, verified.findings)
  }

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
    let earlier = try files.map { entry in
      try store.receipt(fingerprint: Fingerprint.of(entry.file.bytes), call: context.call.id)
    }
    if earlier.isEmpty || earlier.contains(nil) { try refuseIfClosed(context) }
    let verified = files.map { entry in
      verify(entry.file, in: context, at: entry.at, moments: [.deposit])
    }
    var outcomes = zip(earlier, verified).map { receipt, verification in
      if let receipt { return DepositOutcome.received(receipt, findings: []) }
      return verification.isRefusedAtDeposit ? .refused(verification.findings) : .acceptable
    }
    guard !isSimulated else { return outcomes }
    let accepted = verified.indices.compactMap { index -> (index: Int, dossier: NewDossier)? in
      guard case .acceptable = outcomes[index], let application = verified[index].application
      else { return nil }
      let dossier = NewDossier(
        call: context.call.id, content: files[index].file.bytes, format: verified[index].format,
        application: application)
      return (index, dossier)
    }
    let receipts = try store.deposit(accepted.map(\.dossier), by: actorID) { position in
      files[accepted[position].index].at
    }
    for (entry, receipt) in zip(accepted, receipts) {
      outcomes[entry.index] = .received(receipt, findings: verified[entry.index].findings)
    }
    return outcomes
  }

  private func refuseIfClosed(_ context: CallContext) throws {
    if let closedAt = context.record.closedAt {
      throw DeskError.callClosed(context.call.id, at: closedAt)
    }
  }

  private func journalRefusal(of file: SourceFile, _ findings: [Finding]) throws {
    let codes = Set(findings.filter { $0.severity == .blocking }.map(\.code)).sorted()
    try store.journal(
      journalAct("depot refusé", subject: file.name, detail: codes.joined(separator: " ")))
  }
}

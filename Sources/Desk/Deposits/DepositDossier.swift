public import Contract
public import Dossiers
import Rules
import Store
public import Vocabulary

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
    let verified = verify(file, in: context)
    guard let application = verified.application, !verified.isRefusedAtDeposit else {
      if !isSimulated {
        try journalRefusal(verified.findings, act: "depot refusé", subject: file.name)
      }
      throw Refusal(verified.findings)
    }
    guard !isSimulated else { return (nil, verified.findings) }
    let new = NewDossier(
      call: context.call.id, content: file.bytes, format: verified.format,
      application: application, draft: draft)
    let receipts = try store.deposit([new], by: actorID) { _ in surroundings.now() }
    return (receipts.first, verified.findings)
  }

  /// Keeps a trace of a refusal: the codes of what was blocking.
  func journalRefusal(_ findings: [Finding], act: String, subject: String) throws {
    try store.journal(
      journalAct(act, subject: subject, detail: findings.blockingCodes.joined(separator: " ")))
  }
}

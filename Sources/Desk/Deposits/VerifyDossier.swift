public import Contract
public import Dossiers
import Forms
import Rules
import Store
public import Vocabulary

/// What verifying a file found.
public struct DossierVerification: Sendable {
  public let file: String
  public let application: Application?
  /// Everything found, in the order of the file.
  public let findings: [Finding]
  let format: ReceivedFormat

  /// Whether a deposit would be refused now: something unreadable, or a blocking rule of the deposit.
  public let isRefusedAtDeposit: Bool
}

extension Desk {
  /// Judges a file as it would be at deposit and at admissibility; writes nothing.
  public func verify(_ file: SourceFile, in context: CallContext) -> DossierVerification {
    verify(file, in: context, at: surroundings.now(), moments: Set(Moment.allCases))
  }

  func verify(
    _ file: SourceFile, in context: CallContext, at instant: Instant, moments: Set<Moment>,
    pieces: Set<PieceKind>? = nil
  ) -> DossierVerification {
    let reading = context.read(file)
    guard let application = reading.application, let form = reading.form else {
      return DossierVerification(
        file: file.name, application: nil, findings: reading.findings, format: reading.format,
        isRefusedAtDeposit: true)
    }
    let facts = Facts(
      application: application, call: context.call, reference: context.reference, form: form,
      chart: context.chart, receivedAt: instant, pieces: pieces)
    let judgements = RuleBook.judge(facts, at: moments)
    let deposit = judgements.filter { $0.moment == .deposit }.findings(file: file.name)
    let findings = reading.findings + judgements.findings(file: file.name)
    return DossierVerification(
      file: file.name, application: application, findings: findings.inReadingOrder(),
      format: reading.format,
      isRefusedAtDeposit: reading.findings.areBlocking || deposit.areBlocking)
  }
}

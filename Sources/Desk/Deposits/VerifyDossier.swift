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
    let reading = context.library.read(file)
    return verify(
      reading, named: file.name, in: context, at: surroundings.now(), Set(Moment.allCases),
      beside: lookBeside(reading, bytes: file.bytes, in: context))
  }

  /// What the base knows beside a file about to be received.
  ///
  /// A rule that adds up an applicant's requests is worth a look in the base, not a failure.
  func lookBeside(
    _ reading: DossierReading, bytes: [UInt8], in context: CallContext
  ) -> FactsBeside {
    (try? factsBeside(reading.application, bytes: bytes, in: context)) ?? .none
  }

  func verify(
    _ file: SourceFile, in context: CallContext, at instant: Instant, moments: Set<Moment>,
    beside: FactsBeside = .none
  ) -> DossierVerification {
    verify(
      context.library.read(file), named: file.name, in: context, at: instant, moments,
      beside: beside)
  }

  func verify(
    _ reading: DossierReading, named name: String, in context: CallContext, at instant: Instant,
    _ moments: Set<Moment>, beside: FactsBeside = .none
  ) -> DossierVerification {
    guard let application = reading.application, let form = reading.form else {
      return DossierVerification(
        file: name, application: nil, findings: reading.findings, format: reading.format,
        isRefusedAtDeposit: true)
    }
    let facts = Facts(
      application: application, call: context.call, reference: context.reference, form: form,
      chart: context.library.chart, receivedAt: instant, otherRequests: beside.otherRequests,
      pieces: beside.pieces, versionReceivedAt: beside.versionReceivedAt)
    let judgements = RuleBook.judge(facts, at: moments)
    let deposit = judgements.filter { $0.moment == .deposit }.findings(file: name)
    var findings = reading.findings + judgements.findings(file: name)
    if reading.format == .ods {
      findings = findings.map { $0.onSheet(of: form, in: name) }
    }
    return DossierVerification(
      file: name, application: application, findings: findings.inReadingOrder(),
      format: reading.format,
      isRefusedAtDeposit: reading.findings.areBlocking || deposit.areBlocking)
  }
}

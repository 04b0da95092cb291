public import Vocabulary

/// What the validation of a programme says.
public struct ProgrammeReport: Hashable, Sendable {
  /// At most a hundred findings, then a notice.
  public let findings: [Finding]
  /// What was counted in the document, whatever it announces.
  public let totals: ProgrammeTotals

  /// Whether nothing speaks against the document.
  public var isValid: Bool { !findings.areBlocking }
}

/// Validates one programme while its bytes arrive, at constant memory.
///
/// The schema judges every value; references, unique numbers, sums and totals are judged here. One
/// validator serves one document, on one thread at a time.
public final class ProgrammeValidator {
  private let reader: XMLSchemaValidator
  private let check: ProgrammeCheck

  /// Prepares the validation of a document.
  ///
  /// - Parameters:
  ///   - schema: `schemas/programmation-1.0.xsd`, compiled.
  ///   - file: the document's name, for messages.
  /// - Throws: a refusal when memory is exhausted.
  public init(schema: CompiledSchema, file: String) throws(Refusal) {
    guard let reader = XMLSchemaValidator(schema: schema, format: .programme, file: file),
      let names = ProgrammeNames(reader.names)
    else { throw .memoryIsShort(for: file) }
    self.reader = reader
    check = ProgrammeCheck(names: names, log: reader.log)
    reader.observer = check
  }

  /// Whether reading further bytes would tell nothing more.
  public var isStopped: Bool { reader.isStopped }

  /// Reads the bytes that come next.
  public func feed(_ bytes: UnsafeRawBufferPointer) { reader.feed(bytes) }

  /// Tells that no byte is left.
  ///
  /// - Returns: the findings and the counts; call it once.
  public func finish() -> ProgrammeReport {
    reader.finish()
    return ProgrammeReport(findings: reader.log.findings, totals: check.totals)
  }
}

public import Contract
public import Vocabulary

/// One dossier read from a document.
public struct ReadDeposit: Hashable, Sendable {
  /// Its rank in the document, from 1.
  public let position: Int
  /// Line where it begins.
  public let line: Int
  /// The dossier, in the shape ``Forms/FilledForm`` reads; `nil` when it is refused.
  public let node: SourceNode?
  /// What the format says against this dossier alone.
  public let findings: [Finding]
}

/// What is said of a document of dossiers as a whole.
public struct DepositsReport: Hashable, Sendable {
  /// Dossiers handed out, refused ones included.
  public let count: Int
  /// Whether the document holds a single dossier, without « depots » around it.
  public let isSingle: Bool
  /// What is wrong with the document itself; what follows a blocking one may not have been read.
  public let findings: [Finding]

  /// Sums up a document.
  public init(count: Int, isSingle: Bool, findings: [Finding]) {
    (self.count, self.isSingle, self.findings) = (count, isSingle, findings)
  }
}

/// Reads a document of dossiers of any size while its bytes arrive, at constant memory.
///
/// Each dossier is judged by the schema for itself and handed out once closed, whole or refused.
/// Only what makes the rest unreadable ends the reading: a document that is not well formed, a
/// document type declaration, an entity, another encoding, elements nested too deep, an oversized tag.
/// One reader serves one document, on one thread at a time.
public final class DepositsXMLReader {
  /// Receives each dossier, in the order of the document; what it throws ends the reading.
  public typealias Handler = (ReadDeposit) throws -> Void

  private let validator: XMLSchemaValidator
  private let watch: DepositsWatch
  private let handler: Handler
  private var count = 0
  private var isAbandoned = false

  /// Prepares the reading of a document.
  ///
  /// - Parameters:
  ///   - schema: `schemas/depot-1.0.xsd`, compiled.
  ///   - file: the document's name, for messages.
  ///   - handler: receives each dossier.
  /// - Throws: a refusal when memory is exhausted.
  public init(
    schema: CompiledSchema, file: String, handler: @escaping Handler
  ) throws(Refusal) {
    guard
      let validator = XMLSchemaValidator(
        schema: schema, format: .deposit, file: file, scope: .parts),
      let watch = DepositsWatch(validator)
    else { throw .memoryIsShort(for: file) }
    validator.observer = watch
    (self.validator, self.watch, self.handler) = (validator, watch, handler)
  }

  /// Whether reading further bytes would tell nothing more.
  public var isStopped: Bool { isAbandoned || validator.isStopped }

  /// Reads the bytes that come next.
  ///
  /// - Throws: what the handler throws; nothing more is then handed out.
  public func feed(_ bytes: UnsafeRawBufferPointer) throws {
    var left = bytes[...]
    while !left.isEmpty, !isStopped {
      let slice = UnsafeRawBufferPointer(rebasing: left.prefix(XMLReadingLimits.slice))
      left = left.dropFirst(slice.count)
      validator.feed(slice)
      // A lone dossier waits for the end: what may follow it would refuse the document.
      if watch.isMany { try handOut() }
    }
  }

  /// Tells that no byte is left.
  ///
  /// - Returns: what is said of the document; call it once.
  /// - Throws: what the handler throws.
  public func finish() throws -> DepositsReport {
    if !isAbandoned { validator.finish() }
    let findings = watch.findings
    if watch.isMany || !findings.areBlocking { try handOut() }
    return DepositsReport(count: count, isSingle: !watch.isMany, findings: findings)
  }

  private func handOut() throws {
    for deposit in watch.takeCompleted() where !isAbandoned {
      count += 1
      do {
        try handler(deposit)
      } catch {
        isAbandoned = true
        throw error
      }
    }
  }
}

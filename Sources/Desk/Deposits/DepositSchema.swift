import Contract
import Exchange
import Synchronization
import Vocabulary

/// The schema of XML dossiers, compiled at its first use and shared from then on.
final class DepositSchema: Sendable {
  private let resources: Resources
  private let compiled = Mutex<CompiledSchema?>(nil)

  init(resources: Resources) { self.resources = resources }

  /// The compiled schema.
  ///
  /// - Throws: ``DeskError`` or ``Refusal`` when the shipped file is missing or damaged.
  func get() throws -> CompiledSchema {
    try compiled.withLock { compiled in
      if let compiled { return compiled }
      let file = try resources.file("schemas/depot-1.0.xsd")
      let schema = try CompiledSchema(xsd: file.bytes, name: file.name)
      compiled = schema
      return schema
    }
  }
}

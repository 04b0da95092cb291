import CLibXML2

/// Judges elements against a schema while they are told, one tree after another.
final class SchemaJudge {
  // Kept alive as long as the context that points into it.
  private let schema: CompiledSchema
  private let validation: xmlSchemaValidCtxtPtr
  // Given by address to the library, which writes there again when the judgement ends: these two
  // must not move.
  private let handlers: UnsafeMutablePointer<UnsafeMutablePointer<xmlSAXHandler>?>
  private let receiver: UnsafeMutablePointer<UnsafeMutableRawPointer?>
  private var plug: xmlSchemaSAXPlugPtr?

  /// Prepares judgements whose faults go to `sink`; `nil` only when memory is exhausted.
  init?(schema: CompiledSchema, sink: UnsafeMutablePointer<aap_xml_fault_sink>) {
    guard let validation = xmlSchemaNewValidCtxt(schema.pointer) else { return nil }
    aap_xml_hear_validation(validation, sink)
    self.schema = schema
    self.validation = validation
    handlers = .allocate(capacity: 1)
    receiver = .allocate(capacity: 1)
    handlers.initialize(to: nil)
    receiver.initialize(to: nil)
  }

  deinit {
    end()
    xmlSchemaFreeValidCtxt(validation)
    handlers.deallocate()
    receiver.deallocate()
  }

  /// Begins to judge the tree whose root comes next; `false` only when memory is exhausted.
  @discardableResult func begin() -> Bool {
    end()
    handlers.pointee = nil
    receiver.pointee = nil
    plug = xmlSchemaSAXPlug(validation, handlers, receiver)
    return plug != nil
  }

  /// Whether nothing was found against what has been told since ``begin()``.
  var isSatisfied: Bool { plug != nil && xmlSchemaIsValid(validation) == 1 }

  /// Ends the judgement: what is told from now on is not heard.
  func end() {
    guard let plug else { return }
    xmlSchemaSAXUnplug(plug)
    self.plug = nil
  }

  func opened(_ tag: XMLStartTag) {
    guard plug != nil else { return }
    handlers.pointee?.pointee.startElementNs?(
      receiver.pointee, tag.name, tag.prefix, tag.namespace, tag.spaceCount, tag.spaces,
      tag.attributeCount, tag.defaultedCount, tag.attributes)
  }

  func closed(_ name: XMLName, prefix: XMLName?, namespace: XMLName?) {
    guard plug != nil else { return }
    handlers.pointee?.pointee.endElementNs?(receiver.pointee, name, prefix, namespace)
  }

  func heard(_ text: UnsafeBufferPointer<UInt8>) {
    guard plug != nil else { return }
    handlers.pointee?.pointee.characters?(receiver.pointee, text.baseAddress, Int32(text.count))
  }
}

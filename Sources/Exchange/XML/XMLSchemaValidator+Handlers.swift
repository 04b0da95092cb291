import CLibXML2

extension XMLSchemaValidator {
  /// Where the library sends its complaints.
  static let hearFault: aap_xml_fault_handler = { owner, fault in
    guard let fault else { return }
    XMLSchemaValidator.receiver(owner)?.hear(fault.pointee)
  }

  /// What the parser calls, tag by tag.
  static var handlers: xmlSAXHandler {
    var handlers = xmlSAXHandler()
    handlers.internalSubset = { context, _, _, _ in
      XMLSchemaValidator.receiver(context)?.stop(.doctype)
    }
    handlers.startElementNs = {
      context, name, prefix, uri, spaceCount, spaces, count, defaulted, attributes in
      guard let receiver = XMLSchemaValidator.receiver(context), let name else { return }
      receiver.opened(
        XMLStartTag(
          name: name, prefix: prefix, namespace: uri, spaces: spaces, spaceCount: spaceCount,
          attributes: attributes, attributeCount: count, defaultedCount: defaulted,
          depth: receiver.nextDepth))
    }
    handlers.endElementNs = { context, name, prefix, uri in
      guard let name else { return }
      XMLSchemaValidator.receiver(context)?.closed(name, prefix: prefix, namespace: uri)
    }
    // The same function for both, so that the parser does not try to tell blanks apart.
    handlers.characters = hearText
    handlers.ignorableWhitespace = hearText
    handlers.cdataBlock = hearText
    return handlers
  }

  private static func receiver(_ context: UnsafeMutableRawPointer?) -> XMLSchemaValidator? {
    context.map { Unmanaged<XMLSchemaValidator>.fromOpaque($0).takeUnretainedValue() }
  }
}

private func hearText(
  _ context: UnsafeMutableRawPointer?, _ text: UnsafePointer<UInt8>?, _ length: Int32
) {
  guard let context, let text else { return }
  Unmanaged<XMLSchemaValidator>.fromOpaque(context).takeUnretainedValue()
    .heard(UnsafeBufferPointer(start: text, count: Int(length)))
}

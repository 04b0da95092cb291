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
      let tag = XMLStartTag(
        name: name, namespace: uri, depth: receiver.nextDepth, attributes: attributes,
        attributeCount: Int(count))
      receiver.opened(tag) { judge, data in
        judge.pointee.startElementNs?(
          data, name, prefix, uri, spaceCount, spaces, count, defaulted, attributes)
      }
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
  guard let context else { return }
  Unmanaged<XMLSchemaValidator>.fromOpaque(context).takeUnretainedValue()
    .heard(text: text, length: length)
}

import CLibXML2
import Contract

/// Receives the tags and the text of a document.
protocol ContentEvents: AnyObject {
  func opened(_ tag: ODFTag, depth: Int)
  func closed(depth: Int)
  func heard(_ text: UnsafeBufferPointer<UInt8>)
  /// Why reading on is useless, once something is.
  var obstacle: WorkbookObstacle? { get }
}

/// Reads `content.xml` tag by tag: no document type, no entity, no network, bounded depth.
final class ContentParser {
  private let parser: xmlParserCtxtPtr
  private let sink: UnsafeMutablePointer<aap_xml_fault_sink>
  private var events: (any ContentEvents)?
  private var depth = 0
  private var obstacle: WorkbookObstacle?

  /// Reads a whole document.
  ///
  /// - Parameters:
  ///   - bytes: the document.
  ///   - make: builds what listens, from the names of the document.
  /// - Returns: what listened, once everything is heard.
  /// - Throws: why the document cannot be read.
  static func read<Events: ContentEvents>(
    _ bytes: [UInt8], for make: (ODFNames) -> Events
  ) throws(UnreadableSource) -> Events {
    guard let reader = ContentParser() else { throw WorkbookObstacle.damaged.source }
    let events = make(ODFNames(parser: reader.parser))
    reader.events = events
    try reader.feed(bytes)
    return events
  }

  private init?() {
    guard XMLLibrary.isReady else { return nil }
    let sink = UnsafeMutablePointer<aap_xml_fault_sink>.allocate(capacity: 1)
    sink.initialize(to: aap_xml_fault_sink(owner: nil, handler: hearFault, parser: nil))
    var handlers = Self.handlers
    guard let parser = aap_xml_push_parser(&handlers, nil, sink) else {
      sink.deallocate()
      return nil
    }
    (self.parser, self.sink) = (parser, sink)
    let receiver = Unmanaged.passUnretained(self).toOpaque()
    parser.pointee.userData = receiver
    sink.pointee.owner = receiver
  }

  deinit {
    xmlFreeParserCtxt(parser)
    sink.deallocate()
  }

  private func feed(_ bytes: [UInt8]) throws(UnreadableSource) {
    guard Self.isUTF8(bytes.prefix(4)) else { throw WorkbookObstacle.encoding.source }
    var left = bytes[...]
    while !left.isEmpty {
      let slice = left.prefix(XMLReadingLimits.slice)
      left = left.dropFirst(slice.count)
      try parse(slice, isLast: false)
      if aap_xml_pending(parser) > WorkbookLimit.pending { throw WorkbookObstacle.tooBig.source }
    }
    try parse([], isLast: true)
  }

  private func parse(_ bytes: ArraySlice<UInt8>, isLast: Bool) throws(UnreadableSource) {
    bytes.withUnsafeBytes { buffer in
      let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      _ = xmlParseChunk(parser, start, Int32(buffer.count), isLast ? 1 : 0)
    }
    if let found = obstacle ?? events?.obstacle { throw found.source }
    guard parser.pointee.wellFormed == 1 else {
      throw WorkbookObstacle.xml(line: nil, "mal formé").source
    }
  }

  /// UTF-16 and UTF-32 show in the first four bytes, with or without a mark.
  private static func isUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.contains(0x00) && !bytes.starts(with: [0xFE, 0xFF]) && !bytes.starts(with: [0xFF, 0xFE])
  }

  private var declaresUTF8: Bool {
    guard let declared = aap_xml_declared_encoding(parser) else { return true }
    return ["UTF-8", "UTF8", "US-ASCII", "ASCII"].contains(String(cString: declared).uppercased())
  }

  // Once stopped, what the parser still tells about the bytes it holds is passed over.
  private var isStopped: Bool { obstacle != nil }

  fileprivate func stop(_ found: WorkbookObstacle) {
    if obstacle == nil { obstacle = found }
  }

  fileprivate func hear(_ fault: aap_xml_fault) {
    guard !isStopped, fault.level >= Int32(XML_ERR_FATAL.rawValue) else { return }
    stop(.xml(line: fault.line > 0 ? Int(fault.line) : nil, XMLFault(fault).original))
  }

  fileprivate func opened(_ tag: ODFTag) {
    guard !isStopped else { return }
    if depth == 0, !declaresUTF8 { return stop(.encoding) }
    depth += 1
    guard depth <= WorkbookLimit.depth else { return stop(.tooDeep) }
    events?.opened(tag, depth: depth)
    obstacle = events?.obstacle
  }

  fileprivate func closed() {
    guard !isStopped else { return }
    events?.closed(depth: depth)
    depth -= 1
  }

  fileprivate func heard(_ text: UnsafeBufferPointer<UInt8>) {
    guard !isStopped else { return }
    events?.heard(text)
  }

  fileprivate static func receiver(_ context: UnsafeMutableRawPointer?) -> ContentParser? {
    context.map { Unmanaged<ContentParser>.fromOpaque($0).takeUnretainedValue() }
  }

  private static var handlers: xmlSAXHandler {
    var handlers = xmlSAXHandler()
    handlers.internalSubset = { context, _, _, _ in ContentParser.receiver(context)?.stop(.doctype)
    }
    handlers.startElementNs = { context, name, _, namespace, _, _, count, _, attributes in
      guard let name else { return }
      ContentParser.receiver(context)?.opened(
        ODFTag(name: name, namespace: namespace, attributes: attributes, count: Int(count)))
    }
    handlers.endElementNs = { context, _, _, _ in ContentParser.receiver(context)?.closed() }
    // The same function for all, so that the parser does not try to tell blanks apart.
    handlers.characters = hearText
    handlers.ignorableWhitespace = hearText
    handlers.cdataBlock = hearText
    return handlers
  }
}

private func hearFault(_ owner: UnsafeMutableRawPointer?, _ fault: UnsafePointer<aap_xml_fault>?) {
  guard let fault else { return }
  ContentParser.receiver(owner)?.hear(fault.pointee)
}

private func hearText(
  _ context: UnsafeMutableRawPointer?, _ text: UnsafePointer<UInt8>?, _ length: Int32
) {
  ContentParser.receiver(context)?.heard(UnsafeBufferPointer(start: text, count: Int(length)))
}

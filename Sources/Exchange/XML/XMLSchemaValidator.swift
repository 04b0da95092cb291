import CLibXML2
import Vocabulary

/// Validates one document against a schema while its bytes arrive, at constant memory.
///
/// A document type declaration, an encoding other than UTF-8, deep nesting and oversized tags are
/// findings that end the reading. One validator serves one document, on one thread at a time.
final class XMLSchemaValidator {
  let log: FindingLog
  /// Watches the tags.
  var observer: (any DocumentObserver)?

  private let schema: CompiledSchema
  let parser: xmlParserCtxtPtr
  private let validation: xmlSchemaValidCtxtPtr
  private let sink: UnsafeMutablePointer<aap_xml_fault_sink>
  private let plug: xmlSchemaSAXPlugPtr
  let judge: UnsafeMutablePointer<xmlSAXHandler>
  let judgeData: UnsafeMutableRawPointer?
  var depth = 0
  var textSize = 0
  var hasRoot = false
  private var firstBytes: [UInt8] = []
  private(set) var isStopped = false

  /// Prepares the validation of the document called `file`; `nil` only when memory is exhausted.
  init?(schema: CompiledSchema, file: String) {
    guard XMLLibrary.isReady, let validation = xmlSchemaNewValidCtxt(schema.pointer) else {
      return nil
    }
    let sink = UnsafeMutablePointer<aap_xml_fault_sink>.allocate(capacity: 1)
    sink.initialize(to: aap_xml_fault_sink(owner: nil, handler: Self.hearFault, parser: nil))
    aap_xml_hear_validation(validation, sink)
    var judge: UnsafeMutablePointer<xmlSAXHandler>?
    var judgeData: UnsafeMutableRawPointer?
    var handlers = Self.handlers
    guard let plug = xmlSchemaSAXPlug(validation, &judge, &judgeData), let judge,
      let parser = aap_xml_push_parser(&handlers, nil, sink)
    else {
      xmlSchemaFreeValidCtxt(validation)
      sink.deallocate()
      return nil
    }
    (self.schema, self.validation, self.sink, self.plug) = (schema, validation, sink, plug)
    (self.judge, self.judgeData, self.parser) = (judge, judgeData, parser)
    log = FindingLog(file: file)
    let receiver = Unmanaged.passUnretained(self).toOpaque()
    parser.pointee.userData = receiver
    sink.pointee.owner = receiver
    log.line = {
      let line = Int(aap_xml_line(parser))
      return line > 0 ? line : nil
    }
  }

  deinit {
    log.line = { nil }
    xmlSchemaSAXUnplug(plug)
    xmlSchemaFreeValidCtxt(validation)
    xmlFreeParserCtxt(parser)
    sink.deallocate()
  }

  /// Names as the parser of this document interns them.
  var names: XMLNameTable { XMLNameTable(parser: parser) }

  /// Reads the bytes that come next.
  func feed(_ bytes: UnsafeRawBufferPointer) {
    var left = bytes[...]
    while !left.isEmpty, !isStopped {
      let slice = UnsafeRawBufferPointer(rebasing: left.prefix(XMLReadingLimit.slice))
      left = left.dropFirst(slice.count)
      guard isUTF8(slice) else { return stop(.encoding) }
      parse(slice, isLast: false)
      if aap_xml_pending(parser) > XMLReadingLimit.pending { stop(.pending) }
    }
  }

  /// Tells that no byte is left.
  func finish() {
    guard !isStopped else { return }
    if firstBytes.isEmpty { return stop(.empty) }
    parse(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
    let isAccepted = parser.pointee.wellFormed == 1 && xmlSchemaIsValid(validation) == 1
    if !isAccepted, log.findings.isEmpty { stop(.unexplained) }
  }

  private func parse(_ bytes: UnsafeRawBufferPointer, isLast: Bool) {
    let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
    xmlParseChunk(parser, start, Int32(bytes.count), isLast ? 1 : 0)
    if parser.pointee.wellFormed == 0 { isStopped = true }
  }

  /// UTF-16 and UTF-32 show in the first four bytes, with or without a mark.
  private func isUTF8(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard firstBytes.count < 4 else { return true }
    firstBytes += bytes.prefix(4 - firstBytes.count)
    return !firstBytes.contains(0x00) && !firstBytes.starts(with: [0xFE, 0xFF])
      && !firstBytes.starts(with: [0xFF, 0xFE])
  }

  func stop(_ intruder: XMLIntruder) {
    let wording = intruder.wording
    log.add(wording.code, family: .malformed, wording.message, remedy: wording.remedy)
    halt()
  }

  /// Passes over what the parser still tells about the bytes it holds, one slice at most.
  ///
  /// The parser itself is not stopped: that would free buffers it may be reading just now.
  func halt() { isStopped = true }
}

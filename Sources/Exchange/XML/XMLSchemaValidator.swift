import CLibXML2
import Vocabulary

/// Validates a document against a schema while its bytes arrive, at constant memory.
///
/// A document type declaration, an encoding other than UTF-8, deep nesting and oversized tags are
/// findings that end the reading. One validator serves one document, on one thread at a time.
final class XMLSchemaValidator {
  /// What the schema judges, and so what ends the reading.
  enum Scope {
    /// The whole document: a hundred findings end it.
    case document
    /// What the observer hands to the judge, part after part; only ill-formedness ends the reading.
    case parts
  }

  let format: XMLFormat
  let judge: SchemaJudge
  let scope: Scope
  /// Where findings go from now on.
  var log: FindingLog
  /// Watches the tags.
  var observer: (any DocumentObserver)?
  /// Whether text is let go unheard, until the observer says otherwise.
  var isPassingOver = false

  let parser: xmlParserCtxtPtr
  private let sink: UnsafeMutablePointer<aap_xml_fault_sink>
  var depth = 0
  /// What was told since the last tag: the judge is slow with many small pieces.
  var text: [UInt8] = []
  var hasRoot = false
  /// Whether all the bytes have come.
  private(set) var isEnding = false
  private var firstBytes: [UInt8] = []
  private(set) var isStopped = false

  /// Prepares the validation of the document called `file`; `nil` only when memory is exhausted.
  init?(schema: CompiledSchema, format: XMLFormat, file: String, scope: Scope = .document) {
    let sink = UnsafeMutablePointer<aap_xml_fault_sink>.allocate(capacity: 1)
    sink.initialize(to: aap_xml_fault_sink(owner: nil, handler: Self.hearFault, parser: nil))
    var handlers = Self.handlers
    guard XMLLibrary.isReady, let judge = SchemaJudge(schema: schema, sink: sink),
      scope == .parts || judge.begin(), let parser = aap_xml_push_parser(&handlers, nil, sink)
    else {
      sink.deallocate()
      return nil
    }
    (self.format, self.scope) = (format, scope)
    (self.judge, self.parser, self.sink) = (judge, parser, sink)
    log = FindingLog(file: file, format: format)
    let receiver = Unmanaged.passUnretained(self).toOpaque()
    parser.pointee.userData = receiver
    sink.pointee.owner = receiver
    log.line = { [weak self] in self?.line }
  }

  deinit {
    judge.end()
    xmlFreeParserCtxt(parser)
    sink.deallocate()
  }

  /// An empty log about the same document.
  func newLog() -> FindingLog {
    let log = FindingLog(file: log.file, format: format)
    log.line = { [weak self] in self?.line }
    return log
  }

  /// Names as the parser of this document interns them.
  var names: XMLNameTable { XMLNameTable(parser: parser) }

  /// Line of the opening tag being told.
  var tagLine: Int { Int(aap_xml_tag_line(parser)) }

  private var line: Int? {
    let line = Int(aap_xml_line(parser))
    return line > 0 ? line : nil
  }

  /// Reads the bytes that come next.
  func feed(_ bytes: UnsafeRawBufferPointer) {
    var left = bytes[...]
    while !left.isEmpty, !isStopped {
      let slice = UnsafeRawBufferPointer(rebasing: left.prefix(XMLReadingLimits.slice))
      left = left.dropFirst(slice.count)
      guard isUTF8(slice) else { return stop(.encoding) }
      parse(slice, isLast: false)
      if aap_xml_pending(parser) > format.limits.pending { stop(.pending) }
      if aap_xml_names_size(parser) > XMLReadingLimits.names { stop(.names) }
    }
  }

  /// Tells that no byte is left.
  func finish() {
    guard !isStopped else { return }
    if firstBytes.isEmpty { return stop(.empty) }
    isEnding = true
    parse(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
    let isAccepted =
      parser.pointee.wellFormed == 1 && (scope == .parts || judge.isSatisfied)
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
    guard !isStopped else { return }
    let wording = intruder.wording(in: format)
    log.add(wording.code, family: .malformed, wording.message, remedy: wording.remedy)
    halt()
  }

  /// Passes over what the parser still tells about the bytes it holds, one slice at most.
  ///
  /// The parser itself is not stopped: that would free buffers it may be reading just now.
  func halt() { isStopped = true }
}

import CLibXML2
import Vocabulary

/// What is done with each thing the parser tells.
extension XMLSchemaValidator {
  func hear(_ fault: aap_xml_fault) {
    guard !isStopped, fault.level >= Int32(XML_ERR_ERROR.rawValue) else { return }
    let isFatal = fault.level >= Int32(XML_ERR_FATAL.rawValue)
    let place: XMLFault.Place = hasRoot ? (depth == 0 ? .after : .inside) : .before
    let fault = XMLFault(fault, at: place, isEnding: isEnding)
    // Nothing else is to be said of a document read with the wrong encoding.
    if isFatal, !hasRoot, fault.isOfEncoding || !declaresUTF8 { return stop(.encoding) }
    log.add(fault)
    if isFatal { halt() }
    haltIfFull()
  }

  func opened(_ tag: XMLStartTag) {
    guard !isStopped else { return }
    if depth == 0, !declaresUTF8 { return stop(.encoding) }
    tellText()
    hasRoot = true
    depth += 1
    guard depth <= format.limits.depth else { return stop(.depth) }
    observer?.willOpen(tag)
    guard !isStopped else { return }
    judge.opened(tag)
    observer?.opened(tag)
    haltIfFull()
  }

  func closed(_ name: XMLName, prefix: XMLName?, namespace: XMLName?) {
    guard !isStopped else { return }
    tellText()
    judge.closed(name, prefix: prefix, namespace: namespace)
    observer?.closed(name, depth: depth)
    depth -= 1
    haltIfFull()
  }

  func heard(_ piece: UnsafeBufferPointer<UInt8>) {
    guard !isStopped, !isPassingOver else { return }
    guard text.count + piece.count > format.limits.text else {
      text.append(contentsOf: piece)
      return
    }
    text.removeAll(keepingCapacity: true)
    if observer?.passesOverText() != true { stop(.text) }
  }

  var nextDepth: Int { depth + 1 }

  /// Tells the judge, then the observer, all the text since the last tag.
  private func tellText() {
    guard !text.isEmpty else { return }
    text.withUnsafeBufferPointer { bytes in
      judge.heard(bytes)
      observer?.heard(bytes)
    }
    text.removeAll(keepingCapacity: true)
  }

  private func haltIfFull() {
    if scope == .document, log.isFull { halt() }
  }

  private var declaresUTF8: Bool {
    guard let declared = aap_xml_declared_encoding(parser) else { return true }
    let name = String(cString: declared).uppercased()
    return name == "UTF-8" || name == "UTF8" || name == "US-ASCII" || name == "ASCII"
  }
}

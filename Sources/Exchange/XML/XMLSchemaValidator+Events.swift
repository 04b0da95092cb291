import CLibXML2
import Vocabulary

/// What is done with each thing the parser tells.
extension XMLSchemaValidator {
  func hear(_ fault: aap_xml_fault) {
    guard !isStopped, fault.level >= Int32(XML_ERR_ERROR.rawValue) else { return }
    log.add(XMLFault(fault, isBeforeRoot: !hasRoot))
    if log.isFull || fault.level >= Int32(XML_ERR_FATAL.rawValue) { halt() }
  }

  func opened(
    _ tag: XMLStartTag,
    forward: (UnsafeMutablePointer<xmlSAXHandler>, UnsafeMutableRawPointer?) -> Void
  ) {
    guard !isStopped else { return }
    if depth == 0, !declaresUTF8 { return stop(.encoding) }
    hasRoot = true
    depth += 1
    textSize = 0
    guard depth <= XMLReadingLimit.depth else { return stop(.depth) }
    forward(judge, judgeData)
    observer?.opened(tag)
    if log.isFull { halt() }
  }

  func closed(
    _ name: XMLName, prefix: XMLName?, namespace: XMLName?
  ) {
    guard !isStopped else { return }
    judge.pointee.endElementNs?(judgeData, name, prefix, namespace)
    observer?.closed(name, depth: depth)
    depth -= 1
    textSize = 0
    if log.isFull { halt() }
  }

  func heard(text: XMLName?, length: Int32) {
    guard !isStopped else { return }
    textSize += Int(length)
    guard textSize <= XMLReadingLimit.text else { return stop(.text) }
    judge.pointee.characters?(judgeData, text, length)
  }

  var nextDepth: Int { depth + 1 }

  private var declaresUTF8: Bool {
    guard let declared = aap_xml_declared_encoding(parser) else { return true }
    let name = String(cString: declared).uppercased()
    return name == "UTF-8" || name == "UTF8" || name == "US-ASCII" || name == "ASCII"
  }
}

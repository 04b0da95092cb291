import CLibXML2

/// The names of OpenDocument that the reader looks for, as the parser of one document interns them.
struct ODFNames {
  private let parser: xmlParserCtxtPtr
  let office: XMLName?
  let table: XMLName?
  let text: XMLName?
  let extensions: XMLName?

  init(parser: xmlParserCtxtPtr) {
    self.parser = parser
    let oasis = "urn:oasis:names:tc:opendocument:xmlns:"
    office = aap_xml_intern(parser, "\(oasis)office:1.0")
    table = aap_xml_intern(parser, "\(oasis)table:1.0")
    text = aap_xml_intern(parser, "\(oasis)text:1.0")
    extensions = aap_xml_intern(
      parser, "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0")
  }

  func callAsFunction(_ name: String) -> XMLName? { aap_xml_intern(parser, name) }
}

/// An opening tag with its namespaces, valid only while it is being told.
struct ODFTag {
  let name: XMLName
  let namespace: XMLName?
  let attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  let count: Int

  func `is`(_ name: XMLName?, in namespace: XMLName?) -> Bool {
    self.name == name && self.namespace == namespace && namespace != nil
  }

  /// The text of an attribute, or `nil`.
  func text(_ name: XMLName?, in namespace: XMLName?) -> String? {
    guard let attributes, namespace != nil else { return nil }
    // Five pointers an attribute: name, prefix, namespace, start and end of the value.
    for index in 0..<count {
      let entry = attributes + index * 5
      guard entry[0] == name, entry[2] == namespace, let start = entry[3], let end = entry[4] else {
        continue
      }
      let bytes = UnsafeBufferPointer(start: start, count: end - start)
      // The parser leaves the ampersand of an attribute in this one form, for a tree to come.
      return String(decoding: bytes, as: UTF8.self).replacing("&#38;", with: "&")
    }
    return nil
  }

  /// A count of columns, rows or spaces: at least 1, at most `limit`.
  func count(_ name: XMLName?, in namespace: XMLName?, limit: Int) -> Int {
    guard let text = text(name, in: namespace) else { return 1 }
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return 1 }
    return max(1, min(Int(text) ?? limit, limit))
  }
}

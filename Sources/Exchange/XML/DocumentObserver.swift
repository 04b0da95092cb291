import CLibXML2

/// A name interned by the parser of one document: equal names are the same pointer.
typealias XMLName = UnsafePointer<UInt8>

/// An opening tag, valid only while it is being told.
struct XMLStartTag {
  /// Names and values in the parser's own layout.
  typealias Texts = UnsafeMutablePointer<UnsafePointer<UInt8>?>

  let name: XMLName
  let prefix: XMLName?
  /// Namespace, interned too.
  let namespace: XMLName?
  /// Namespaces declared by the tag: prefix and address of each.
  let spaces: Texts?
  let spaceCount: Int32
  /// Five pointers an attribute: name, prefix, namespace, start and end of the value.
  let attributes: Texts?
  let attributeCount: Int32
  let defaultedCount: Int32
  /// Depth of the element; the root has 1.
  let depth: Int

  /// The bytes of the attribute without namespace called `name`, or `nil`.
  func bytes(_ name: XMLName) -> UnsafeBufferPointer<UInt8>? {
    guard let attributes else { return nil }
    for index in 0..<Int(attributeCount) {
      let entry = attributes + index * 5
      guard entry[0] == name, entry[2] == nil, let start = entry[3], let end = entry[4] else {
        continue
      }
      return UnsafeBufferPointer(start: start, count: end - start)
    }
    return nil
  }

  /// The text of the attribute called `name`, or `nil`.
  func text(_ name: XMLName) -> String? {
    guard let bytes = bytes(name) else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    // The library tells every ampersand of an attribute this way, however it was written.
    return bytes.contains(UInt8(ascii: "&")) ? text.replacing("&#38;", with: "&") : text
  }

  /// Bytes of the values of all the attributes.
  var attributesSize: Int {
    guard let attributes else { return 0 }
    return (0..<Int(attributeCount)).reduce(0) { size, index in
      guard let start = attributes[index * 5 + 3], let end = attributes[index * 5 + 4] else {
        return size
      }
      return size + (end - start)
    }
  }
}

/// Gives the interned form of names, before the document is read.
struct XMLNameTable {
  private let parser: xmlParserCtxtPtr

  init(parser: xmlParserCtxtPtr) { self.parser = parser }

  /// The interned name; `nil` only when memory is exhausted.
  func intern(_ name: String) -> XMLName? { aap_xml_intern(parser, name) }
}

/// Watches a document while it is validated.
protocol DocumentObserver: AnyObject {
  /// A tag opens; the schema has not judged it yet.
  func willOpen(_ tag: XMLStartTag)
  /// A tag opens, once judged.
  func opened(_ tag: XMLStartTag)
  /// All the text between two tags.
  func heard(_ text: UnsafeBufferPointer<UInt8>)
  func closed(_ name: XMLName, depth: Int)
  /// Asked when an element holds too much text: whether the observer passes over it and reads on.
  func passesOverText() -> Bool
}

extension DocumentObserver {
  func willOpen(_ tag: XMLStartTag) {}
  func heard(_ text: UnsafeBufferPointer<UInt8>) {}
  func passesOverText() -> Bool { false }
}

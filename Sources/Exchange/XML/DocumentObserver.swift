import CLibXML2

/// A name interned by the parser of one document: equal names are the same pointer.
typealias XMLName = UnsafePointer<UInt8>

/// An opening tag, valid only while it is being told.
struct XMLStartTag {
  let name: XMLName
  /// Namespace, interned too.
  let namespace: XMLName?
  /// Depth of the element; the root has 1.
  let depth: Int
  private let attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  private let attributeCount: Int

  init(
    name: XMLName, namespace: XMLName?, depth: Int,
    attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, attributeCount: Int
  ) {
    self.name = name
    self.namespace = namespace
    self.depth = depth
    self.attributes = attributes
    self.attributeCount = attributeCount
  }

  /// The bytes of the attribute without namespace called `name`, or `nil`.
  func bytes(_ name: XMLName) -> UnsafeBufferPointer<UInt8>? {
    guard let attributes else { return nil }
    // Five pointers an attribute: name, prefix, namespace, start and end of the value.
    for index in 0..<attributeCount {
      let entry = attributes + index * 5
      guard entry[0] == name, entry[2] == nil, let start = entry[3], let end = entry[4] else {
        continue
      }
      return UnsafeBufferPointer(start: start, count: end - start)
    }
    return nil
  }

  /// The text of the attribute called `name`, or `nil`.
  func text(_ name: XMLName) -> String? { bytes(name).map { String(decoding: $0, as: UTF8.self) } }
}

/// Gives the interned form of names, before the document is read.
struct XMLNameTable {
  private let parser: xmlParserCtxtPtr

  init(parser: xmlParserCtxtPtr) { self.parser = parser }

  /// The interned name; `nil` only when memory is exhausted.
  func intern(_ name: String) -> XMLName? { aap_xml_intern(parser, name) }
}

/// Watches the tags of a document while it is validated.
protocol DocumentObserver: AnyObject {
  func opened(_ tag: XMLStartTag)
  func closed(_ name: XMLName, depth: Int)
}

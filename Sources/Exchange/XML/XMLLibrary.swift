import CLibXML2

/// The one-time start of the XML library, cut from the network and from other files.
enum XMLLibrary {
  /// Touch before any use of the library.
  static let isReady: Bool = {
    aap_xml_start()
    return true
  }()
}

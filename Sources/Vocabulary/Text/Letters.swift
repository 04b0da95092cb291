extension String {
  /// Folded letters and digits alone, to tell whether two names are the same.
  public var lettersOnly: String {
    let folded = folded
    if folded.utf8.allSatisfy({ $0 < 0x80 }) {
      return String(decoding: folded.utf8.filter(Self.isLetterOrDigit), as: UTF8.self)
    }
    var result = String.UnicodeScalarView()
    for scalar in folded.unicodeScalars {
      let properties = scalar.properties
      if properties.isAlphabetic || properties.numericType != nil { result.append(scalar) }
    }
    return String(result)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}

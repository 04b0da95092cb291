/// The bounds of `schemas/programmation-1.0.xsd`, which the writer and the validator share.
enum ProgrammeLimit {
  /// Characters of a code or an identifier.
  static let token = 80
  /// Characters of a title, a name or a label.
  static let title = 1000
  /// Characters of a motive.
  static let motive = 8000
  static let count = 999_999_999
  static let scoreTenths = 99_999
  /// Entries of a catalogue.
  static let catalogue = 10_000
}

extension String {
  /// One character at least, no blank and nothing to escape out of sight.
  var isProgrammeToken: Bool {
    !isEmpty && utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
  }

  /// A call, a dash and at least four digits, as dossiers are numbered.
  var isProgrammeNumber: Bool {
    guard utf8.count <= ProgrammeLimit.token, let dash = utf8.lastIndex(of: UInt8(ascii: "-"))
    else { return false }
    let call = utf8[..<dash]
    let order = utf8[utf8.index(after: dash)...]
    return (4...9).contains(order.count) && order.allSatisfy { $0.isASCIIDigit }
      && call.first.map { $0.isASCIILetterOrDigit } == true
      && call.allSatisfy { $0.isASCIILetterOrDigit || $0.joinsWords }
  }

  /// Exactly this many ASCII digits.
  func isDigits(_ count: Int) -> Bool {
    utf8.count == count && utf8.allSatisfy { $0.isASCIIDigit }
  }

  /// The shape of an INSEE commune code: `62498`, `2A004`.
  var isCommuneShaped: Bool {
    let bytes = Array(utf8)
    guard bytes.count == 5 else { return false }
    return bytes.enumerated().allSatisfy { index, byte in
      byte.isASCIIDigit
        || (index == 1 && (byte == UInt8(ascii: "A") || byte == UInt8(ascii: "B")))
    }
  }

  /// The shape of a number of the register of associations: `W621000123`.
  var isRNAShaped: Bool {
    let bytes = Array(utf8)
    guard bytes.count == 10, bytes[0] == UInt8(ascii: "W") else { return false }
    return bytes.enumerated().dropFirst().allSatisfy { index, byte in
      byte.isASCIIDigit || (index == 2 && byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z"))
    }
  }
}

extension UInt8 {
  fileprivate var isASCIIDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

  fileprivate var isASCIILetterOrDigit: Bool {
    isASCIIDigit || (self | 0x20 >= UInt8(ascii: "a") && self | 0x20 <= UInt8(ascii: "z"))
  }

  fileprivate var joinsWords: Bool {
    self == UInt8(ascii: "-") || self == UInt8(ascii: ".") || self == UInt8(ascii: "_")
  }
}

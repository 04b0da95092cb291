extension UInt8 {
  /// Whether the byte is `0` to `9`.
  var isDigit: Bool { UInt8(ascii: "0") <= self && self <= UInt8(ascii: "9") }
  /// Whether the byte is `A` to `Z`.
  var isCapital: Bool { UInt8(ascii: "A") <= self && self <= UInt8(ascii: "Z") }
  /// Whether the byte is `a` to `z`, `A` to `Z` or `0` to `9`.
  var isLetterOrDigit: Bool {
    isDigit || isCapital || UInt8(ascii: "a") <= self && self <= UInt8(ascii: "z")
  }
  /// The value of a digit.
  var digitValue: Int { Int(self) - 0x30 }
}

extension Int {
  /// The number written by two digits; `nil` when one of them is not a digit.
  init?(tens: UInt8, units: UInt8) {
    guard tens.isDigit, units.isDigit else { return nil }
    self = tens.digitValue * 10 + units.digitValue
  }
}

extension String {
  /// The UTF-8 bytes without the spaces people put between groups: U+0020, U+00A0 and U+202F.
  ///
  /// Tabs and line ends stay: they betray a text that was cut wrongly.
  var bytesWithoutSpaces: [UInt8] {
    if utf8.allSatisfy({ $0 < 0x80 }) { return utf8.filter { $0 != UInt8(ascii: " ") } }
    let kept = unicodeScalars.filter { $0 != " " && $0 != "\u{00A0}" && $0 != "\u{202F}" }
    return Array(String(kept).utf8)
  }

  /// The text in groups of these sizes, held together by U+00A0; the last size is repeated.
  func inGroups(of sizes: Int...) -> String {
    var groups: [Substring] = []
    var rest = self[...]
    while !rest.isEmpty {
      let size = sizes[Swift.min(groups.count, sizes.count - 1)]
      groups.append(rest.prefix(size))
      rest = rest.dropFirst(size)
    }
    return groups.joined(separator: "\u{00A0}")
  }
}

import Vocabulary

/// How one Unicode scalar enters a folded word.
enum ScalarFolding {
  /// What to do with a scalar met in a text.
  enum Role {
    /// One or two ASCII letters, the second 0 when there is only one.
    case letters(UInt8, UInt8)
    /// A letter of another script, kept in lower case.
    case foreign
    /// A mark that belongs to the word and shows nothing of its own: accent, soft hyphen.
    case ignored
    case separator
  }

  /// The role of a scalar beyond ASCII.
  static func role(of scalar: Unicode.Scalar) -> Role {
    let value = Int(scalar.value)
    if value < table.count {
      let packed = table[value]
      if packed != 0 { return .letters(UInt8(packed & 0xFF), UInt8(packed >> 8)) }
    }
    switch scalar.value {
    case 0xAD, 0x300...0x36F, 0x200B...0x200D, 0x2060, 0xFEFF: return .ignored
    default: return scalar.properties.isAlphabetic ? .foreign : .separator
    }
  }

  /// The ASCII letters of the accented letters and ligatures below U+0250; 0 for the others.
  private static let table: [UInt16] = (0..<0x250).map { value in
    guard value >= 0xC0, let scalar = Unicode.Scalar(value) else { return 0 }
    let folded = Array(String(Character(scalar)).folded.utf8)
    guard folded.count <= 2, folded.allSatisfy({ $0 < 0x80 }), let first = folded.first else {
      return 0
    }
    return UInt16(first) | UInt16(folded.count == 2 ? folded[1] : 0) << 8
  }
}

import Foundation

extension String {
  /// The text without accents, ligatures or capitals, for comparing what people type.
  ///
  /// `Saint-Étienne` becomes `saint-etienne`, `Œuvre` becomes `oeuvre`.
  public var folded: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return lowercased() }
    if let folded = foldedLatin { return folded }
    var result = ""
    result.reserveCapacity(utf8.count)
    for scalar in decomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar {
      case "œ", "Œ": result += "oe"
      case "æ", "Æ": result += "ae"
      case "’": result += "'"
      case "\u{0300}"..."\u{036F}": continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result.lowercased()
  }

  /// The same for text of ASCII and of the accented letters of French alone; `nil` for any other.
  private var foldedLatin: String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      switch scalar {
      case "A"..."Z": bytes.append(UInt8(scalar.value | 0x20))
      case "\u{0}"..."\u{7F}": bytes.append(UInt8(scalar.value))
      case "à", "â", "ä", "À", "Â", "Ä": bytes.append(UInt8(ascii: "a"))
      case "ç", "Ç": bytes.append(UInt8(ascii: "c"))
      case "é", "è", "ê", "ë", "É", "È", "Ê", "Ë": bytes.append(UInt8(ascii: "e"))
      case "î", "ï", "Î", "Ï": bytes.append(UInt8(ascii: "i"))
      case "ô", "ö", "Ô", "Ö": bytes.append(UInt8(ascii: "o"))
      case "ù", "û", "ü", "Ù", "Û", "Ü": bytes.append(UInt8(ascii: "u"))
      case "œ", "Œ": bytes += [UInt8(ascii: "o"), UInt8(ascii: "e")]
      case "æ", "Æ": bytes += [UInt8(ascii: "a"), UInt8(ascii: "e")]
      case "’": bytes.append(UInt8(ascii: "'"))
      default: return nil
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The candidate nearest to this word, when it is near enough to be a slip of the keyboard.
  public func nearest(among candidates: some Sequence<String>) -> String? {
    let typed = Array(folded.unicodeScalars)
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
      let distance = editDistance(typed, Array(candidate.folded.unicodeScalars))
      if distance < (best?.distance ?? .max) { best = (distance, candidate) }
    }
    guard let best, best.distance <= max(1, typed.count / 3) else { return nil }
    return best.candidate
  }
}

/// Levenshtein distance between two words.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var previous = Array(0...right.count)
  for (row, scalar) in left.enumerated() {
    var current = [row + 1]
    for (column, other) in right.enumerated() {
      let substitution = previous[column] + (scalar == other ? 0 : 1)
      current.append(min(substitution, previous[column + 1] + 1, current[column] + 1))
    }
    previous = current
  }
  return previous[right.count]
}

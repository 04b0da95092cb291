extension JSONReader {
  mutating func number() throws(JSONSyntaxError) -> JSONValue {
    let start = position
    _ = take(UInt8(ascii: "-"))
    let firstDigit = position
    guard skipDigits() > 0 else { throw error("un chiffre est attendu ici") }
    if bytes[firstDigit] == UInt8(ascii: "0"), position - firstDigit > 1 {
      throw error("un nombre ne commence pas par un zéro", at: firstDigit)
    }
    var isWhole = true
    if take(UInt8(ascii: ".")) {
      isWhole = false
      guard skipDigits() > 0 else { throw error("un chiffre est attendu après le point") }
    }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      isWhole = false
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      guard skipDigits() > 0 else { throw error("un chiffre est attendu dans l’exposant") }
    }
    let typed = String(decoding: bytes[start..<position], as: UTF8.self)
    guard isWhole, let value = Int64(typed) else { return .decimal(typed) }
    return .integer(value)
  }

  private mutating func skipDigits() -> Int {
    let start = position
    while position < bytes.count, (0x30...0x39).contains(bytes[position]) { position += 1 }
    return position - start
  }

  mutating func text() throws(JSONSyntaxError) -> String {
    let opening = position
    position += 1
    let start = position
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        defer { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
      case UInt8(ascii: "\\"):
        return try escapedText(from: start, opening: opening)
      case 0..<0x20:
        throw error("un caractère de contrôle n’est pas permis dans un texte")
      default: position += 1
      }
    }
    throw error("ce texte n’est pas fermé par un guillemet", at: opening)
  }

  /// Goes on reading a text whose first escape stands at the current position.
  private mutating func escapedText(
    from start: Int, opening: Int
  ) throws(JSONSyntaxError) -> String {
    var scalars = String(decoding: bytes[start..<position], as: UTF8.self).unicodeScalars
    while position < bytes.count {
      if take(UInt8(ascii: "\"")) { return String(scalars) }
      if take(UInt8(ascii: "\\")) {
        scalars.append(try escapedScalar())
        continue
      }
      let run = position
      while position < bytes.count, bytes[position] >= 0x20,
        bytes[position] != UInt8(ascii: "\""), bytes[position] != UInt8(ascii: "\\")
      {
        position += 1
      }
      guard position > run else {
        throw error("un caractère de contrôle n’est pas permis dans un texte")
      }
      scalars.append(
        contentsOf: String(decoding: bytes[run..<position], as: UTF8.self).unicodeScalars)
    }
    throw error("ce texte n’est pas fermé par un guillemet", at: opening)
  }

  private mutating func escapedScalar() throws(JSONSyntaxError) -> Unicode.Scalar {
    let simple: [(UInt8, Unicode.Scalar)] = [
      (UInt8(ascii: "\""), "\""), (UInt8(ascii: "\\"), "\\"), (UInt8(ascii: "/"), "/"),
      (UInt8(ascii: "b"), "\u{8}"), (UInt8(ascii: "f"), "\u{C}"), (UInt8(ascii: "n"), "\n"),
      (UInt8(ascii: "r"), "\r"), (UInt8(ascii: "t"), "\t"),
    ]
    for (byte, scalar) in simple where take(byte) { return scalar }
    guard take(UInt8(ascii: "u")) else { throw error("cet échappement n’existe pas") }
    let first = try codeUnit()
    guard first != 0 else { throw error("un caractère nul n’est pas permis") }
    if let scalar = Unicode.Scalar(UInt32(first)) { return scalar }
    guard first < 0xDC00, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
      throw error("un demi-caractère Unicode est isolé")
    }
    let second = try codeUnit()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(
        0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00))
    else { throw error("un demi-caractère Unicode est isolé") }
    return scalar
  }

  private mutating func codeUnit() throws(JSONSyntaxError) -> UInt16 {
    guard position + 4 <= bytes.count else {
      throw error("quatre chiffres sont attendus après \\u")
    }
    let digits = String(decoding: bytes[position..<position + 4], as: UTF8.self)
    guard digits.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
      let unit = UInt16(digits, radix: 16)
    else { throw error("quatre chiffres hexadécimaux sont attendus après \\u") }
    position += 4
    return unit
  }
}

extension Cents {
  /// The amount as French readers expect it: `1 234,56 €`.
  ///
  /// Thousands are separated by U+202F, the currency is preceded by U+00A0 (CLDR, locale `fr`).
  public var french: String {
    let magnitude = rawValue.magnitude
    let cents = magnitude % 100
    let sign = rawValue < 0 ? "-" : ""
    let fraction = cents < 10 ? "0\(cents)" : "\(cents)"
    return "\(sign)\(Self.grouped(magnitude / 100)),\(fraction)\u{00A0}€"
  }

  /// The amount in plain decimal notation, for files: `1234.56`.
  public var decimal: String {
    let magnitude = rawValue.magnitude
    let cents = magnitude % 100
    return "\(rawValue < 0 ? "-" : "")\(magnitude / 100).\(cents < 10 ? "0" : "")\(cents)"
  }

  private static func grouped(_ number: UInt64) -> String {
    FrenchNumber.grouped(String(number))
  }
}

/// Whole numbers written for French readers.
public enum FrenchNumber {
  /// `12345` becomes `12 345`, with U+202F between thousands.
  public static func text(_ number: Int) -> String {
    (number < 0 ? "-" : "") + grouped(String(number.magnitude))
  }

  /// A number with its noun, singular up to one as French has it: `1 projet`, `0 projet`, `12 projets`.
  public static func count(_ number: Int, _ singular: String, _ plural: String) -> String {
    "\(text(number)) \(number.magnitude < 2 ? singular : plural)"
  }

  static func grouped(_ digits: String) -> String {
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { result.append("\u{202F}") }
      result.append(digit)
    }
    return result
  }
}

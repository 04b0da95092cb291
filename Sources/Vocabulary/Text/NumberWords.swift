extension FrenchNumber {
  /// A whole number in words, as letters that grant money spell it.
  ///
  /// Traditional spelling, which every reader of a public act accepts (the 1990 rectifications are
  /// optional: *Journal officiel*, documents administratifs, 6 December 1990): hyphens under one hundred
  /// only, never beside `et`; `vingt` and `cent` take an `s` when multiplied and last before a noun, so
  /// `quatre-vingts` but `quatre-vingt mille`, since `mille` is no noun, and `quatre-vingts millions`.
  ///
  /// - Parameter number: what to spell.
  /// - Returns: `douze mille trois cents`.
  public static func words(_ number: UInt64) -> String {
    guard number > 0 else { return "zéro" }
    var rest = number
    var parts: [String] = []
    for scale in Scale.all where rest >= scale.value {
      let count = rest / scale.value
      // The names of the scales are nouns, so that their multiplier keeps its `s`.
      parts.append("\(words(count)) \(scale.name)\(count > 1 ? "s" : "")")
      rest %= scale.value
    }
    if rest >= 1_000 {
      let thousands = rest / 1_000
      parts.append(thousands == 1 ? "mille" : "\(belowThousand(thousands, isLast: false)) mille")
      rest %= 1_000
    }
    if rest > 0 { parts.append(belowThousand(rest, isLast: true)) }
    return parts.joined(separator: " ")
  }

  private struct Scale {
    let value: UInt64
    let name: String

    static let all = [
      Scale(value: 1_000_000_000_000, name: "billion"),
      Scale(value: 1_000_000_000, name: "milliard"), Scale(value: 1_000_000, name: "million"),
    ]
  }

  private static let small = [
    "", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
    "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
  ]

  private static let tens = [
    "", "", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt",
    "quatre-vingt",
  ]

  private static func belowThousand(_ number: UInt64, isLast: Bool) -> String {
    let hundreds = number / 100
    let rest = number % 100
    let mark = isLast && rest == 0 ? "s" : ""
    let head =
      switch hundreds {
      case 0: ""
      case 1: "cent"
      default: "\(small[Int(hundreds)]) cent\(mark)"
      }
    guard rest > 0 else { return head }
    let tail = belowHundred(Int(rest), isLast: isLast)
    return head.isEmpty ? tail : "\(head) \(tail)"
  }

  private static func belowHundred(_ number: Int, isLast: Bool) -> String {
    guard number >= 20 else { return small[number] }
    if number == 80 { return isLast ? "quatre-vingts" : "quatre-vingt" }
    let ten = number / 10
    // Seventy and ninety count on from sixty and eighty.
    let unit = ten == 7 || ten == 9 ? number % 10 + 10 : number % 10
    guard unit > 0 else { return tens[ten] }
    let takesEt = (unit == 1 || unit == 11) && ten < 8
    return "\(tens[ten])\(takesEt ? " et " : "-")\(small[unit])"
  }
}

extension Cents {
  /// The amount in words: `douze mille trois cents euros et cinquante centimes`.
  ///
  /// After a whole number of millions, the noun takes `d’`: `deux millions d’euros`.
  public var frenchWords: String {
    let euros = UInt64(rawValue.magnitude / 100)
    let cents = UInt64(rawValue.magnitude % 100)
    let isWholeMillions = euros > 0 && euros.isMultiple(of: 1_000_000)
    let noun = isWholeMillions ? "d’euros" : euros < 2 ? "euro" : "euros"
    let sign = rawValue < 0 ? "moins " : ""
    guard cents > 0 else { return "\(sign)\(FrenchNumber.words(euros)) \(noun)" }
    let small = "\(FrenchNumber.words(cents)) \(cents < 2 ? "centime" : "centimes")"
    guard euros > 0 else { return sign + small }
    return "\(sign)\(FrenchNumber.words(euros)) \(noun) et \(small)"
  }
}

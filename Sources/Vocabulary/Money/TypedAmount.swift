/// Why an amount typed by a person was not understood.
public enum InvalidAmount: Error, Hashable, Sendable {
  case empty
  /// A separator with no digit before it, as in `.5`.
  case missingEuros
  /// A character that has no place in an amount.
  case unexpectedCharacter(String)
  /// Both `,` and `.`, or either twice, or a separator that could mean thousands or decimals.
  case ambiguous
  case negative
  case tooLarge

  /// What is wrong and what to type instead, in French.
  public var french: String {
    switch self {
    case .empty: "aucun montant n’est indiqué ; écrivez par exemple 1234,56"
    case .missingEuros:
      "il manque les chiffres avant le séparateur ; écrivez par exemple 0,50"
    case .unexpectedCharacter(let text):
      "« \(text) » n’a pas sa place dans un montant ; écrivez par exemple 1234,56"
    case .ambiguous:
      "on ne sait pas si le séparateur marque les milliers ou les centimes ; écrivez 1234 ou 1234,56"
    case .negative: "un montant ne peut pas être négatif"
    case .tooLarge: "le montant dépasse la limite de 90 000 000 000 000 €"
    }
  }
}

extension Cents {
  /// Reads an amount in euros as a person types it: `1 234,56`, `1234.56`, `1 234 €`.
  ///
  /// Spaces (plain, no-break, narrow) may only separate groups of three digits. One comma or point
  /// followed by one or two digits marks the cents; anything that could also mean thousands is refused.
  ///
  /// - Throws: ``InvalidAmount``.
  public init(typed text: String) throws(InvalidAmount) {
    if let plain = Self.plain(text) {
      self = plain
      return
    }
    var body = text.trimmedOfSpaces
    if let unit = ["€", "EUR", "euros", "euro"].first(where: { body.hasSuffix($0) }) {
      body = String(body.dropLast(unit.count)).trimmedOfSpaces
    }
    guard !body.isEmpty else { throw .empty }
    guard !body.hasPrefix("-"), !body.hasPrefix("\u{2212}") else { throw .negative }
    let separators = body.filter { $0 == "," || $0 == "." }
    guard separators.count <= 1 else { throw .ambiguous }
    let parts = body.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
    guard !parts[0].isEmpty else { throw .missingEuros }
    let euros = try Self.digits(ofGroups: String(parts[0]))
    var cents: Int64 = 0
    if parts.count == 2 { cents = try Self.cents(ofDecimals: String(parts[1])) }
    guard euros <= Self.limit.rawValue / 100 else { throw .tooLarge }
    self.init(euros * 100 + cents)
    guard isWithinLimit else { throw .tooLarge }
  }

  /// An amount written with at most twelve digits and, after a point, one or two more; `nil` for any
  /// other writing.
  private static func plain(_ text: String) -> Cents? {
    var euros: Int64 = 0
    var cents: Int64 = 0
    var decimals: Int?
    var count = 0
    for byte in text.utf8 {
      switch (byte, decimals) {
      case (0x30...0x39, nil):
        euros = euros * 10 + Int64(byte - 0x30)
        count += 1
        guard count <= 12 else { return nil }
      case (0x30...0x39, .some(let place)):
        guard place < 2 else { return nil }
        cents += Int64(byte - 0x30) * (place == 0 ? 10 : 1)
        decimals = place + 1
      case (0x2E, nil): decimals = 0
      default: return nil
      }
    }
    return count > 0 && decimals != 0 ? Cents(euros * 100 + cents) : nil
  }

  private static func digits(ofGroups text: String) throws(InvalidAmount) -> Int64 {
    let groups = text.split(omittingEmptySubsequences: false) { $0.isAmountSpace }
    let wellGrouped =
      groups.count == 1
      || (groups.dropFirst().allSatisfy { $0.count == 3 } && (1...3).contains(groups[0].count))
    let joined = groups.joined()
    if let wrong = joined.first(where: { !$0.isASCIIDigit }) {
      throw .unexpectedCharacter(String(wrong))
    }
    guard wellGrouped else { throw .ambiguous }
    guard !joined.isEmpty else { throw .empty }
    guard joined.count <= 17, let value = Int64(joined) else { throw .tooLarge }
    return value
  }

  private static func cents(ofDecimals text: String) throws(InvalidAmount) -> Int64 {
    if let wrong = text.first(where: { !$0.isASCIIDigit }) {
      throw .unexpectedCharacter(String(wrong))
    }
    guard (1...2).contains(text.count), let value = Int64(text) else { throw .ambiguous }
    return text.count == 1 ? value * 10 : value
  }
}

extension Character {
  // A digit with a combining accent sorts between two digits.
  var isASCIIDigit: Bool { isASCII && ("0"..."9").contains(self) }
  fileprivate var isAmountSpace: Bool { self == " " || self == "\u{00A0}" || self == "\u{202F}" }
}

extension String {
  /// The text without leading and trailing white space, no-break spaces included.
  public var trimmedOfSpaces: String {
    let marks = UInt8(ascii: "!")...UInt8(ascii: "~")
    // Most texts begin and end with a visible ASCII mark: nothing to look up then.
    if let first = utf8.first, let last = utf8.last, marks ~= first, marks ~= last { return self }
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}

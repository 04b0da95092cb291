/// The number of a deposited dossier: the call, then its order of deposit, `2016-0001`.
///
/// Numbers of one call have no gaps; they sort as numbers, not as text.
public struct DossierNumber: Hashable, Comparable, Sendable {
  /// Identifier of the call.
  public let call: String
  /// Order of deposit in the call, from 1.
  public let order: Int

  /// The number of the dossier deposited in this order.
  public init(call: String, order: Int) {
    self.call = call
    self.order = order
  }

  /// Reads `2016-0001`; `nil` for anything else.
  public init?(_ text: String) {
    guard let dash = text.lastIndex(of: "-"), dash != text.startIndex else { return nil }
    let digits = text[text.index(after: dash)...]
    guard digits.count >= 4, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let order = Int(digits), order > 0
    else { return nil }
    let call = String(text[..<dash])
    self.init(call: call, order: order)
    guard self.text == text else { return nil }
  }

  /// The number as printed, with at least four digits.
  public var text: String {
    let digits = String(order)
    return "\(call)-\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)"
  }

  public static func < (lhs: DossierNumber, rhs: DossierNumber) -> Bool {
    (lhs.call, lhs.order) < (rhs.call, rhs.order)
  }
}

extension DossierNumber: Codable {
  /// Decodes the printed number.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let number = DossierNumber(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "not a dossier number: \(text)")
    }
    self = number
  }

  /// Encodes the printed number.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

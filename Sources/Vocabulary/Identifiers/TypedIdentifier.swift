/// An identifier that is valid because it exists: it can only be read from a text, and checked.
///
/// Case is never folded, only ASCII digits are digits. It is encoded as one string and checked
/// again when decoded.
public protocol TypedIdentifier: Hashable, Sendable, Codable, CustomStringConvertible {
  /// What the identifier is called in French, without article: « numéro SIRET ».
  static var frenchName: String { get }
  /// The text or norm that fixes its form.
  static var source: LegalSource { get }
  /// A valid identifier, to show what is expected.
  static var example: String { get }

  /// The normalised text, without the spaces a person may have typed.
  var text: String { get }
  /// The identifier as readers expect it, in groups held together by U+00A0 where it has groups.
  var french: String { get }

  /// Reads what a person typed.
  ///
  /// - Throws: ``InvalidIdentifier`` when the text is not such an identifier.
  init(_ typed: String) throws(InvalidIdentifier)
}

extension TypedIdentifier {
  /// The normalised text: most identifiers have no groups.
  public var french: String { text }

  /// The normalised text.
  public var description: String { text }

  /// Decodes a string, with the same checks as a typed text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let typed = try container.decode(String.self)
    do {
      try self.init(typed)
    } catch {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\(Self.frenchName) : \(error.french)")
    }
  }

  /// Encodes the normalised text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

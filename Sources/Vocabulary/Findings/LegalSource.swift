/// The text a rule or a figure rests on: law, contract, regulation of a call, published schema.
public struct LegalSource: Hashable, Sendable, Codable, ExpressibleByStringLiteral {
  /// The citation as a jurist writes it, in French.
  public let citation: String
  /// Where the text can be read, when a public address is known.
  public let link: String?

  /// Names a source.
  public init(_ citation: String, link: String? = nil) {
    self.citation = citation
    self.link = link
  }

  /// Names a source by its citation alone.
  public init(stringLiteral value: String) { self.init(value) }
}

public import Vocabulary

/// What proves that a file was received: its number, the moment, the fingerprint of its bytes.
public struct Receipt: Hashable, Sendable {
  public let number: DossierNumber
  /// From 1, the deposit; more for what corrected or completed it.
  public let version: Int
  public let receivedAt: Instant
  /// SHA-256 of the bytes received, in lower-case hexadecimal.
  public let fingerprint: String
  public let size: Int
  public let title: String
  public let applicant: String
  /// The same bytes had been deposited before: this is the receipt of that day.
  public let isRepeated: Bool

  /// States what was received.
  public init(
    number: DossierNumber, version: Int = 1, receivedAt: Instant, fingerprint: String, size: Int,
    title: String, applicant: String, isRepeated: Bool
  ) {
    self.number = number
    self.version = version
    self.receivedAt = receivedAt
    self.fingerprint = fingerprint
    self.size = size
    self.title = title
    self.applicant = applicant
    self.isRepeated = isRepeated
  }
}

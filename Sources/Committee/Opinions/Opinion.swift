public import Dossiers
public import Vocabulary

/// What a funder thinks of a dossier before the session, on one of its purses: it commits nobody.
public struct Opinion: Hashable, Sendable {
  /// What the funder thinks.
  public enum Verdict: String, Hashable, Sendable, CaseIterable {
    case favourable = "favorable"
    case reserved = "avec_reserves"
    case unfavourable = "defavorable"
    case silent = "ne_se_prononce_pas"

    /// For readers.
    public var french: String {
      switch self {
      case .favourable: "favorable"
      case .reserved: "avec réserves"
      case .unfavourable: "défavorable"
      case .silent: "ne se prononce pas"
      }
    }

    /// Whether money may go with it.
    public var admitsAmount: Bool {
      switch self {
      case .favourable, .reserved: true
      case .unfavourable, .silent: false
      }
    }
  }

  /// Longest conditions, in characters.
  public static let longestConditions = 4_000

  public let number: DossierNumber
  public let purse: String
  public let verdict: Verdict
  /// What the purse would give; `nil` when the funder names no amount.
  public let amount: Cents?
  /// What the funder wants first, in its own words.
  public let conditions: String?

  /// States an opinion.
  ///
  /// - Parameters:
  ///   - number: the dossier.
  ///   - purse: the purse.
  ///   - verdict: what the funder thinks.
  ///   - amount: what the purse would give.
  ///   - conditions: what the funder wants first.
  public init(
    number: DossierNumber, purse: String, verdict: Verdict, amount: Cents? = nil,
    conditions: String? = nil
  ) {
    self.number = number
    self.purse = purse
    self.verdict = verdict
    self.amount = amount
    self.conditions = conditions
  }
}

public import Forms
public import Vocabulary

/// When a rule is judged.
public enum Moment: String, Sendable, CaseIterable {
  case deposit = "depot"
  case admissibility = "recevabilite"

  /// For readers.
  public var french: String {
    switch self {
    case .deposit: "dépôt"
    case .admissibility: "recevabilité"
    }
  }
}

/// One rule of admissibility: a sentence, its source, and how it is judged.
///
/// A rule sees facts and nothing else; it answers the same to the same facts.
public protocol AdmissibilityRule: Sendable {
  /// Stable machine name, for instance `budget_equilibre`.
  static var code: String { get }
  /// The rule as a jurist says it, a full French sentence.
  static var title: String { get }
  /// What readers of the rules' page should know besides: how it is judged, on which day, why.
  static var explanation: String { get }
  static var moment: Moment { get }
  /// What a breach weighs.
  static var severity: Finding.Severity { get }
  /// The text the rule rests on, when a breach names no nearer one.
  static var source: LegalSource { get }
  /// First application day the rule is in force (``Facts/applicationDay``); `nil` for always.
  static var inForceSince: Day? { get }
  /// The answers judged as a whole: when a part of one could not be read, the rule is undecided.
  static var wholes: [FieldID] { get }

  /// Judges one application.
  func judge(_ facts: Facts) -> Verdict
}

extension AdmissibilityRule {
  /// Most rules are older than any call.
  public static var inForceSince: Day? { nil }

  /// Most rules judge each answer for itself.
  public static var wholes: [FieldID] { [] }
}

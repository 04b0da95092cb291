public import Forms
public import Vocabulary

/// What a rule says of an application.
public enum Verdict: Hashable, Sendable {
  case satisfied
  /// The rule does not concern this application.
  case notApplicable
  /// At least one breach.
  case breached([Breach])
  /// What is missing to judge, in French, without a final full stop; never a refusal.
  case undecided(missing: String)

  /// Satisfied when nothing was found against the application.
  static func judged(_ breaches: [Breach]) -> Verdict {
    breaches.isEmpty ? .satisfied : .breached(breaches)
  }
}

/// One thing a rule found against an application.
public struct Breach: Hashable, Sendable {
  /// Path of the field at fault.
  public let field: FieldID?
  /// Line in the file received, when nearer than the field's own.
  public let line: Int?
  /// A full French sentence.
  public let message: String
  /// A full French sentence.
  public let remedy: String
  /// The text of the figure at stake, when nearer than the rule's: a parameter or a purse of the call.
  public let source: LegalSource?

  /// States a breach.
  public init(
    field: FieldID?, line: Int? = nil, message: String, remedy: String, source: LegalSource? = nil
  ) {
    self.field = field
    self.line = line
    self.message = message
    self.remedy = remedy
    self.source = source
  }
}

/// A rule and its verdict on one application.
public struct Judgement: Hashable, Sendable {
  public let code: String
  public let title: String
  public let moment: Moment
  public let severity: Finding.Severity
  public let source: LegalSource
  /// Breaches carry the line of their field.
  public let verdict: Verdict

  /// What to tell of the file of this name: one finding a breach; a warning when the rule could not
  /// be judged.
  public func findings(file: String?) -> [Finding] {
    switch verdict {
    case .satisfied, .notApplicable: []
    case .breached(let breaches):
      breaches.map { breach in
        Finding(
          code: code, severity: severity, family: .rule,
          place: Finding.Place(file: file, line: breach.line, field: breach.field),
          message: breach.message, remedy: breach.remedy, source: breach.source ?? source)
      }
    case .undecided(let missing):
      [
        Finding(
          code: code, severity: .warning, family: .rule, place: Finding.Place(file: file),
          message: "Cette règle n’a pas pu être jugée : « \(title) »",
          remedy: "Il manque : \(missing).", source: source)
      ]
    }
  }
}

extension Sequence<Judgement> {
  /// The findings of every judgement, in the order of the rules, on the file of this name.
  public func findings(file: String?) -> [Finding] { flatMap { $0.findings(file: file) } }
}

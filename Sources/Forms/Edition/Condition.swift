/// When a field is asked: a small tree over the other answers.
public indirect enum Condition: Hashable, Sendable {
  case answered(FieldID)
  case equals(FieldID, String)
  /// A whole number not below this one.
  case atLeast(FieldID, Int)
  case every([Condition])
  case any([Condition])
  case not(Condition)

  /// Whether the condition holds for these answers.
  public func holds(for answers: Answers) -> Bool {
    switch self {
    case .answered(let field): answers[field] != nil
    case .equals(let field, let expected): answers[field]?.plainText == expected
    case .atLeast(let field, let least): answers.integer(field).map { $0 >= least } ?? false
    case .every(let conditions): conditions.allSatisfy { $0.holds(for: answers) }
    case .any(let conditions): conditions.contains { $0.holds(for: answers) }
    case .not(let condition): !condition.holds(for: answers)
    }
  }

  /// The fields the condition looks at.
  public var sources: Set<FieldID> {
    switch self {
    case .answered(let field), .equals(let field, _), .atLeast(let field, _): [field]
    case .every(let conditions), .any(let conditions):
      conditions.reduce(into: []) { $0.formUnion($1.sources) }
    case .not(let condition): condition.sources
    }
  }

  /// The condition read aloud in French, fields by their identifiers.
  public var french: String { french { $0 } }

  /// The condition read aloud in French.
  ///
  /// - Parameter name: what a field is called.
  /// - Returns: a clause, without its « si ».
  public func french(naming name: (FieldID) -> String) -> String {
    switch self {
    case .answered(let field): "« \(name(field)) » est renseigné"
    case .equals(let field, let expected): "« \(name(field)) » vaut « \(expected) »"
    case .atLeast(let field, let least): "« \(name(field)) » vaut au moins \(least)"
    case .every(let parts): parts.map { $0.grouped(name) }.joined(separator: " et ")
    case .any(let parts): parts.map { $0.grouped(name) }.joined(separator: " ou ")
    case .not(.answered(let field)): "« \(name(field)) » n’est pas renseigné"
    case .not(.equals(let field, let value)): "« \(name(field)) » ne vaut pas « \(value) »"
    case .not(let part): "il n’est pas vrai que \(part.grouped(name))"
    }
  }

  /// The condition after its « si », elided where French asks for it.
  public var clause: String { clause { $0 } }

  /// The same, with other names for fields.
  public func clause(naming name: (FieldID) -> String) -> String {
    let text = french(naming: name)
    return text.hasPrefix("il ") ? "s’\(text)" : "si \(text)"
  }

  /// Aloud, between brackets where « et » and « ou » could be heard two ways.
  private func grouped(_ name: (FieldID) -> String) -> String {
    switch self {
    case .every(let parts) where parts.count > 1, .any(let parts) where parts.count > 1:
      "(\(french(naming: name)))"
    case .answered, .equals, .atLeast, .every, .any, .not: french(naming: name)
    }
  }
}

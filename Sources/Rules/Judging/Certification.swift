import Forms
import Vocabulary

/// How an answer that must be yes is judged.
enum Certification {
  /// Breached by a no, and by a silence that no other rule tells.
  static func judge(
    _ field: FieldID, _ facts: Facts, message: String, remedy: String
  ) -> Verdict {
    guard facts.field(field) != nil, !facts.isAbsenceTold(field) else { return .notApplicable }
    guard facts.answers.flag(field) != true else { return .satisfied }
    return .breached([Breach(field: field, message: message, remedy: remedy)])
  }
}

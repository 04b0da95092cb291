import Forms
import Vocabulary

/// The words that stand around the cells to fill.
struct FieldWording {
  private let labels: [FieldID: String]

  init(_ edition: FormEdition) {
    labels = Dictionary(edition.fields.map { ($0.id, $0.label) }) { first, _ in first }
  }

  /// The question, and when and whether it must be answered.
  func question(_ field: Field) -> String {
    let mark = field.isRequired ? " (obligatoire)" : ""
    let condition = field.condition.map { "\nSeulement \($0.clause { labels[$0] ?? $0 })." } ?? ""
    return field.label + mark + condition
  }

  /// Help, what is admitted, and an example.
  func help(_ field: Field) -> String {
    var parts = [field.help, admitted(field.kind)].compactMap { $0 }
    if let example = field.plainExample {
      parts.append("Exemple : \(field.kind == .day ? Self.typed(day: example) : example)")
    }
    return parts.joined(separator: "\n")
  }

  /// A day as one types it in a cell.
  private static func typed(day: String) -> String {
    Day(iso: day) == nil ? day : day.split(separator: "-").reversed().joined(separator: "/")
  }

  private func admitted(_ kind: Field.Kind) -> String? {
    switch kind {
    case .longText(let maximum): "\(FrenchNumber.text(maximum)) caractères au plus."
    case .choice(let choices):
      "Réponses : \(choices.map { $0.value == $0.label ? $0.value : "\($0.value) (\($0.label))" }.joined(separator: ", "))."
    case .yesNo: "Répondez oui ou non."
    case .list(_, let maximum?): "Une réponse par ligne, \(maximum) au plus."
    case .list(_, nil): "Une réponse par ligne."
    case .day: "Jour, mois, année."
    default: nil
    }
  }
}

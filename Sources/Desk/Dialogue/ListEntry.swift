import Forms
import Vocabulary

/// A question that takes several values, one a line; an empty line ends it.
struct ListEntry: QuestionEntry {
  private let matter: QuestionMatter
  private let inner: Field.Kind
  private let most: Int?
  private var values: [String] = []
  private var hasChanged = false
  private var value: ValueEntry

  init(_ matter: QuestionMatter) {
    self.matter = matter
    if case .list(let kind, let maximum) = matter.field.kind {
      inner = kind
      most = maximum
    } else {
      inner = matter.field.kind
      most = nil
    }
    if case .list(let values) = matter.current { self.values = values }
    value = Self.valueEntry(matter, isFirst: values.isEmpty)
  }

  private static func valueEntry(_ matter: QuestionMatter, isFirst: Bool) -> ValueEntry {
    ValueEntry(
      matter.field, candidates: matter.candidates(matter.field), reader: matter.reader,
      mayList: isFirst)
  }

  var opening: [String] {
    guard !values.isEmpty else { return value.offers }
    return value.offers + ["\(matter.announced) :"] + lines
      + ["« - 1 » retire la valeur 1, « :effacer » retire tout."]
  }

  private var lines: [String] {
    values.enumerated().map { "  \($0 + 1). \(matter.words.value($1, as: inner))" }
  }

  var cue: String {
    let end = matter.isConfirmed || values.isEmpty ? "pour finir" : "pour confirmer"
    return "Votre réponse (valeur \(values.count + 1), Entrée \(end)) :"
  }

  var explained: Field { matter.field }

  mutating func take(_ line: String) -> EntryStep {
    if let number = line.removalNumber { return remove(number) }
    switch value.take(line) {
    case .again(let said): return EntryStep(said: said)
    case .value(let text): return add(text)
    case .nothing:
      if values.isEmpty { return EntryStep(said: matter.skipped, isOver: true) }
      return hasChanged ? EntryStep(isOver: true) : matter.kept(.list(values))
    }
  }

  private mutating func add(_ text: String) -> EntryStep {
    value = Self.valueEntry(matter, isFirst: false)
    let shown = matter.words.value(text, as: inner)
    guard !values.contains(text) else { return .again("\(shown) : déjà dans la liste.") }
    let longer = RawAnswer.list(values + [text])
    let faults = matter.reader.check(longer, as: matter.field.kind, at: matter.field.id)
    guard faults.isEmpty else { return EntryStep(said: FindingWords.short(faults)) }
    values.append(text)
    hasChanged = true
    let isFull = values.count == most
    let full = isFull ? ["C’est le nombre le plus grand admis ici."] : []
    return EntryStep(answer: longer, said: ["\(values.count). \(shown)"] + full, isOver: isFull)
  }

  private mutating func remove(_ number: Int) -> EntryStep {
    guard values.indices.contains(number - 1) else {
      return .again("Il n’y a pas de valeur \(number) dans la liste.")
    }
    let removed = values.remove(at: number - 1)
    hasChanged = true
    return EntryStep(
      answer: .list(values), said: ["Retiré : \(matter.words.value(removed, as: inner))."] + lines)
  }
}

extension String {
  /// `2` for « - 2 » and « -2 ».
  var removalNumber: Int? { trimmedOfSpaces.wholeMatch(of: /-\s*(\d{1,6})/).flatMap { Int($0.1) } }

  /// `2` for « = 2 » and « =2 ».
  var changeNumber: Int? { trimmedOfSpaces.wholeMatch(of: /=\s*(\d{1,6})/).flatMap { Int($0.1) } }
}

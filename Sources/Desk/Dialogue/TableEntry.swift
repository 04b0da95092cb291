import Forms
import Vocabulary

/// A question that takes rows, filled cell by cell; each cell is kept as soon as it is typed.
struct TableEntry: QuestionEntry {
  private let matter: QuestionMatter
  private let columns: [Field]
  private var rows: [[String: String]] = []
  private var hasChanged = false
  /// The row being filled, possibly one after the last.
  private var row: Int
  private var column = 0
  private var cell: ValueEntry?

  init(_ matter: QuestionMatter) {
    self.matter = matter
    if case .table(let columns) = matter.field.kind { self.columns = columns } else { columns = [] }
    if case .rows(let rows) = matter.current { self.rows = rows }
    row = rows.count
    openCell()
  }

  private mutating func openCell() {
    guard columns.indices.contains(column) else { return }
    let field = columns[column]
    cell = ValueEntry(
      field, candidates: matter.candidates(field), reader: matter.reader,
      mayList: field.isRequired && current == nil && (column > 0 || rows.isEmpty))
  }

  private var current: String? { rows.indices.contains(row) ? rows[row][explained.id] : nil }

  /// Whether the line may end the table: nothing of a new row is typed yet.
  private var isAtStart: Bool { column == 0 && row == rows.count }

  var opening: [String] {
    let names = "Pour chaque ligne : \(columns.map(\.label).joined(separator: " ; "))."
    guard !rows.isEmpty else { return [names] + offers }
    return [names, "\(matter.announced) :"] + lines
      + ["« = 1 » modifie la ligne 1, « - 1 » la retire, « :effacer » retire tout."]
  }

  /// What a number means in this cell, the first time.
  private var offers: [String] {
    var isChoice = false
    if case .choice = explained.kind { isChoice = true }
    return current == nil && (isChoice || row == 0) ? cell?.offers ?? [] : []
  }

  private var lines: [String] {
    rows.enumerated().map { "  \($0 + 1). \(matter.words.row($1, columns))" }
  }

  var cue: String {
    let field = explained
    var said = "Votre réponse (ligne \(row + 1), \(ScreenText.clipped(field.label, to: 20))"
    if isAtStart {
      said += matter.isConfirmed || rows.isEmpty ? ", Entrée pour finir" : ", Entrée pour confirmer"
    } else if field.isRequired {
      said += ", obligatoire"
    }
    let shown =
      current.map { " [\(ScreenText.clipped(matter.words.value($0, as: field.kind), to: 14))]" }
      ?? ""
    return said + ")\(shown) :"
  }

  var explained: Field { columns.indices.contains(column) ? columns[column] : matter.field }

  mutating func take(_ line: String) -> EntryStep {
    guard cell != nil else { return EntryStep(isOver: true) }
    if isAtStart, let number = line.removalNumber { return remove(number) }
    if isAtStart, let number = line.changeNumber { return change(number) }
    switch cell?.take(line) ?? .nothing {
    case .again(let said): return EntryStep(said: said)
    case .value(let text): return put(text)
    case .nothing: return takeNothing()
    }
  }

  private mutating func takeNothing() -> EntryStep {
    if isAtStart {
      if rows.isEmpty { return EntryStep(said: matter.skipped, isOver: true) }
      return hasChanged ? EntryStep(isOver: true) : matter.kept(.rows(rows))
    }
    let isMissing = current == nil && explained.isRequired
    let said = isMissing ? ["« \(explained.label) » reste à donner."] : []
    return EntryStep(said: said + goOn())
  }

  private mutating func put(_ text: String) -> EntryStep {
    var changed = rows
    if row == changed.count { changed.append([:]) }
    changed[row][explained.id] = text
    let faults = matter.reader.check(.rows(changed), as: matter.field.kind, at: matter.field.id)
    guard faults.isEmpty else { return EntryStep(said: FindingWords.short(faults)) }
    rows = changed
    hasChanged = true
    return EntryStep(answer: .rows(rows), said: goOn())
  }

  /// To the next cell, or to a new row; says what the row has become.
  private mutating func goOn() -> [String] {
    column += 1
    guard column == columns.count else {
      openCell()
      return offers
    }
    let said = ["Ligne \(row + 1) : \(matter.words.row(rows[row], columns))"]
    startNewRow()
    return said
  }

  private mutating func startNewRow() {
    row = rows.count
    column = 0
    openCell()
  }

  private mutating func change(_ number: Int) -> EntryStep {
    guard rows.indices.contains(number - 1) else {
      return .again("Il n’y a pas de ligne \(number).")
    }
    row = number - 1
    column = 0
    openCell()
    return .again("Ligne \(number) : Entrée garde chaque valeur entre crochets.")
  }

  private mutating func remove(_ number: Int) -> EntryStep {
    guard rows.indices.contains(number - 1) else {
      return .again("Il n’y a pas de ligne \(number).")
    }
    let removed = matter.words.row(rows.remove(at: number - 1), columns)
    hasChanged = true
    startNewRow()
    return EntryStep(answer: .rows(rows), said: ["Retirée : \(removed)"] + lines)
  }
}

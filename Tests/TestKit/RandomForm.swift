public import Forms

/// Filled forms drawn at random from a seed: right answers, wrong ones and texts that break writers.
public struct RandomForm: RandomNumberGenerator {
  private var state: UInt64

  /// Starts from a seed: the same seed gives the same forms.
  public init(seed: UInt64) { state = seed }

  /// SplitMix64 (Steele, Lea and Flood, 2014).
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// One filled form; about half of the fields are answered, a third of them wrongly or oddly.
  public mutating func form(of edition: FormEdition, chart: ChartOfAccounts) -> FilledForm {
    var filled = FilledForm(
      form: edition.edition, call: Bool.random(using: &self) ? "2016" : nil,
      applicantKind: edition.applicantKinds.randomElement(using: &self) ?? "")
    for field in edition.fields where Bool.random(using: &self) {
      filled[field.id] = answer(to: field.kind, chart: chart)
    }
    return filled
  }

  private mutating func answer(to kind: Field.Kind, chart: ChartOfAccounts) -> RawAnswer {
    switch kind {
    case .list(let inner, _):
      .list((0..<Int.random(in: 0...4, using: &self)).map { _ in scalar(of: inner) })
    case .table(let columns):
      .rows((0..<Int.random(in: 0...4, using: &self)).map { _ in row(of: columns) })
    case .accounts(let side):
      .accounts(amounts(of: chart.accounts(of: side).map(\.code)))
    default: .text(scalar(of: kind))
    }
  }

  private mutating func row(of columns: [Field]) -> [String: String] {
    var cells: [String: String] = [:]
    for (index, column) in columns.enumerated() {
      // One cell at least: a row of nothing is no row.
      if index == 0 || Bool.random(using: &self) { cells[column.id] = scalar(of: column.kind) }
    }
    return cells
  }

  private mutating func amounts(of codes: [String]) -> [String: String] {
    var amounts: [String: String] = [:]
    for code in codes where Bool.random(using: &self) { amounts[code] = scalar(of: .amount) }
    return amounts
  }

  private mutating func scalar(of kind: Field.Kind) -> String {
    guard Int.random(in: 0..<3, using: &self) > 0 else { return oddText(isLong: kind.isLong) }
    switch kind {
    case .amount:
      let cents = Int.random(in: 0..<100, using: &self)
      let euros = Int.random(in: 0...2_000_000, using: &self)
      return cents == 0 ? "\(euros)" : "\(euros).\(cents < 10 ? "0" : "")\(cents)"
    case .integer: return String(Int.random(in: 0...100, using: &self))
    case .percentage:
      let tenths = Int.random(in: 0...99, using: &self)
      return tenths == 0 ? "50" : "50.\(tenths < 10 ? "0" : "")\(tenths)"
    case .day: return "2016-0\(Int.random(in: 1...9, using: &self))-15"
    case .yesNo: return Bool.random(using: &self) ? "oui" : "non"
    case .choice(let choices): return choices.randomElement(using: &self)?.value ?? "x"
    default: return oddText(isLong: kind.isLong)
    }
  }

  /// Words that some format or other could mistake for something else.
  private static let traps = [
    "null", "~", "oui", "TRUE", "=1+1", "00042", "1e5", "31/02/2016", "- 5", "-", "#", "a: b", "& *x",
    "&x *x", "é", "œuvre", "cœur d’Élan", "« guillemets »", "l'\"apostrophe\"", "<b>&amp;</b>",
    "]]>", "{{x}}", "[1, 2]", "{a: 1}", "@", "%", "|", ">", "!", "`", "\\", "\\n", "a\tb", "a  b",
    "😀", "e\u{301}", "\u{202E}envers", "a\u{00A0}b", "\u{2028}x", "a\u{FEFF}b", "12,345", "…", "' ",
    "true", "No", "0x1F", "1_000", "12:30:45", "? x", ": x", "x:", "---", "...", "<![CDATA[", "<!--",
  ]

  private mutating func oddText(isLong: Bool) -> String {
    var words: [String] = []
    for _ in 0...Int.random(in: 0...4, using: &self) {
      words.append(Self.traps.randomElement(using: &self) ?? "")
      if isLong, Bool.random(using: &self) { words.append("\n  ") }
      if isLong, Int.random(in: 0..<8, using: &self) == 0 {
        words.append(String(repeating: "long texte ", count: 400))
      }
    }
    // Nothing is kept around an answer, and no answer is empty.
    let text = words.joined(separator: " ")
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return "x" }
    return String(text[first...last])
  }
}

extension Field.Kind {
  fileprivate var isLong: Bool {
    if case .longText = self { return true }
    return false
  }
}

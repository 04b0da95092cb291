public import Forms
import Vocabulary

/// Filled forms drawn at random from a seed: right answers, wrong ones and texts that break writers.
public struct RandomForm: RandomNumberGenerator {
  private var source: SplitMix64
  private let longest: Int

  /// Starts from a seed: the same seed gives the same forms.
  ///
  /// - Parameters:
  ///   - seed: any number.
  ///   - longest: characters of the longest texts, now and then.
  public init(seed: UInt64, longest: Int = 4000) {
    source = SplitMix64(seed: seed)
    self.longest = longest
  }

  /// The next sixty-four bits.
  public mutating func next() -> UInt64 { source.next() }

  /// Words that some format or other could mistake for something else, or break on.
  public static let traps = [
    "null", "~", "- 5", "#", "a: b", "& *x", "&x *x", "é", "cœur d’Élan", "{{x}}", "[1, 2]",
    "{a: 1}",
    "%", "|", ">", "!", "`", "\\", "\\n", "\u{202E}envers", "a\u{FEFF}b", "\u{200B}a", "12,345",
    "…", "true",
    "No", "0x1F", "1_000", "12:30:45", "? x", ": x", "x:", "---", "...", "<!-- -->", "<?pi?>",
    "&amp;",
    "𝄞", "\u{10FFFF}", "\u{E000}", "\n    en retrait",
    "=1+1", "1e5", "1E+15", "00042", "TRUE", "VRAI", "31/02/2016", "abc", "#REF!", "#N/A", "'texte",
    "\"guillemets\" et « français »", "l’œuvre d’Aïcha", "<b>&amp;</b>", "&#38;", "]]>",
    "<![CDATA[x",
    "a\tb", "\ta", "a\t\tb  c", "a   b", "ligne 1\n\n  ligne 3 \nfin", "a\n\tb", "02100",
    "1 234,5", "75 %", "37,5", "01/03/2016", "1234.50", "1234.5", "1200", "0", "0.05", "-5", "+5",
    "90000000000000", "89999999999999.99", "9999999999999.99", "1900-02-28", "1899-12-31",
    "1900-03-01", "2016-02-29", "2016-02-30", "9999-12-31", "38047555800058",
    "FR76 3000 6000 0112 3456 7890 189", "aap-classeur/1", "reponse", "decor", "projet.titre",
    "😀 e\u{301}\u{1F1EB}\u{1F1F7}", "a\u{00A0}\u{00A0}b", "a\u{202F}b", "a\u{2028}b", "oui", "non",
    "NON", "nouvelle", "co_construction", "of:=SUM([.A1])", "{=1}", "@x", "-", "%", "12:30",
  ]

  /// The next form of an edition, in the one spelling that files use.
  public mutating func next(
    _ edition: FormEdition, chart: ChartOfAccounts, without trap: (String) -> Bool = { _ in false }
  ) -> FilledForm {
    var form = FilledForm(
      form: edition.edition, call: chance(80) ? "2016" : nil,
      applicantKind: edition.applicantKinds.randomElement(using: &self) ?? "")
    for field in edition.fields where chance(70) {
      form[field.id] = answer(field.kind, chart: chart, without: trap)
    }
    return FilledForm.read(form.node(of: edition), edition: edition, chart: chart, file: "").filled
  }

  private mutating func answer(
    _ kind: Field.Kind, chart: ChartOfAccounts, without trap: (String) -> Bool
  ) -> RawAnswer {
    switch kind {
    case .list(let inner, _):
      return .list((0..<count(most: 20)).map { _ in text(inner, without: trap) })
    case .table(let columns):
      return .rows(
        (0..<count(most: 100)).map { _ in
          columns.reduce(into: [:]) { row, column in
            if chance(80) { row[column.id] = text(column.kind, without: trap) }
          }
        })
    case .accounts(let side):
      return .accounts(
        chart.accounts(of: side).reduce(into: [:]) { amounts, account in
          if chance(40) { amounts[account.code] = text(.amount, without: trap) }
        })
    default: return .text(text(kind, without: trap))
    }
  }

  private mutating func text(_ kind: Field.Kind, without trap: (String) -> Bool) -> String {
    if chance(30) { return Self.traps.filter { !trap($0) }.randomElement(using: &self) ?? "" }
    switch kind {
    case .choice(let choices): return choices.randomElement(using: &self)?.value ?? ""
    case .yesNo: return chance(50) ? "oui" : "non"
    case .integer: return String(Int.random(in: 0...5_000_000, using: &self))
    case .percentage:
      return "\(Int.random(in: 0...99, using: &self)),\(Int.random(in: 0...99, using: &self))"
    case .amount, .accounts:
      return
        "\(Int.random(in: 0...90_000, using: &self)),\(Int.random(in: 0...99, using: &self))"
    case .day:
      return
        "20\(Int.random(in: 10...40, using: &self))-0\(Int.random(in: 1...9, using: &self))-1\(Int.random(in: 0...9, using: &self))"
    case .identifier(let kind): return kind.example
    case .longText: return words(chance(10) ? longest : 300)
    case .text, .reference, .list, .table: return words(60)
    }
  }

  private mutating func words(_ length: Int) -> String {
    let alphabet = Array("aeéèêëœæçñ  \nABC’'\"&<>«».,;:!?0123456789€–\u{00A0}𝄞")
    return String(
      (0..<Int.random(in: 0...length, using: &self)).map { _ in
        alphabet.randomElement(using: &self) ?? "a"
      })
  }

  private mutating func count(most: Int) -> Int {
    chance(5) ? most : Int.random(in: 0...5, using: &self)
  }

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &self) < percent
  }
}

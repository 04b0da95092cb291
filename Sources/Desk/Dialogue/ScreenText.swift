import Vocabulary

/// Plain lines for a terminal of eighty columns, a pipe, or a screen reader: no colour, no cursor.
enum ScreenText {
  /// One column less than the screen: some terminals start a new line after the last one.
  static let width = 79

  /// Paragraphs as lines, ending with a line feed; an empty paragraph is an empty line.
  static func text(_ paragraphs: [String]) -> String {
    paragraphs.map { lines($0).joined(separator: "\n") + "\n" }.joined()
  }

  /// One paragraph on lines of at most ``width`` columns, those after the first under its text.
  ///
  /// No-break spaces hold words together; a word longer than a line is cut.
  static func lines(_ paragraph: String) -> [String] {
    paragraph.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      wrap(String(line))
    }
  }

  private static func wrap(_ text: String) -> [String] {
    let mark = text.prefixMatch(of: /\s*(?:\d+\. |- )?/).map { String($0.0) } ?? ""
    let indent = String(repeating: " ", count: mark.count)
    var lines: [String] = []
    var line = mark
    var columns = mark.count
    var isFresh = true
    for word in words(of: text.dropFirst(mark.count), cutAt: width - mark.count) {
      if !isFresh, columns + 1 + word.width > width {
        lines.append(line)
        line = indent
        columns = indent.count
        isFresh = true
      }
      line += isFresh ? word.text : " \(word.text)"
      columns += (isFresh ? 0 : 1) + word.width
      isFresh = false
    }
    return lines + [line]
  }

  private struct Word {
    var text = ""
    var width = 0
  }

  private static func words(of text: Substring, cutAt limit: Int) -> [Word] {
    var words: [Word] = []
    for run in Self.runs(of: text) {
      var word = Word()
      for character in run {
        let columns = character.columns
        if word.width + columns > limit {
          words.append(word)
          word = Word()
        }
        guard let shown = character.shown else { continue }
        word.text.append(shown)
        word.width += columns
      }
      words.append(word)
    }
    return words
  }

  /// What spaces part, except those that French puts beside its double punctuation.
  private static func runs(of text: Substring) -> [String] {
    var runs: [String] = []
    for run in text.split(separator: " ") {
      if let last = runs.last, last == "«" || [":", ";", "!", "?", "»", "—"].contains(run) {
        runs[runs.count - 1] = "\(last) \(run)"
      } else {
        runs.append(String(run))
      }
    }
    return runs
  }

  /// How many columns a text takes.
  static func columns(_ text: String) -> Int { text.reduce(0) { $0 + $1.columns } }

  /// The beginning of a text on one line, when the whole is longer than `limit` columns.
  static func clipped(_ text: String, to limit: Int) -> String {
    let line = text.replacing("\n", with: " ")
    guard columns(line) > limit else { return line }
    var clipped = ""
    var used = 1
    for character in line {
      used += character.columns
      guard used <= limit else { break }
      clipped.append(character)
    }
    return clipped + "…"
  }
}

extension Character {
  /// What may be printed of it: control characters and marks that reorder a line may not.
  fileprivate var shown: Character? {
    let isDisturbing = unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0..<0x20, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
    return isDisturbing ? nil : self
  }

  /// Columns of a terminal: two for wide ideographs and pictures (Unicode, annex 11), none for what
  /// is not printed.
  var columns: Int {
    guard shown != nil, let scalar = unicodeScalars.first else { return 0 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    if unicodeScalars.contains("\u{FE0F}") || scalar.properties.isEmojiPresentation { return 2 }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}

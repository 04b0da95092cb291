import Testing

@testable import Desk

@Suite struct `The lines of the dialogue` {
  @Test func `hold in eighty columns, words whole`() {
    let word = String(repeating: "a", count: 39)
    #expect(ScreenText.lines("\(word) \(word)") == ["\(word) \(word)"])
    #expect(ScreenText.lines("\(word) \(word)a") == [word, "\(word)a"])
    #expect(ScreenText.lines("") == [""])
    #expect(ScreenText.lines("un\n\ndeux") == ["un", "", "deux"])
  }

  @Test func `cut a word that no line can hold`() {
    let lines = ScreenText.lines(String(repeating: "é", count: 200))
    #expect(lines.map(\.count) == [79, 79, 42])
  }

  @Test(arguments: [("- ", 2), ("  1. ", 5), ("  12. ", 6), ("   ", 3)])
  func `line up under the text of their first`(mark: String, indent: Int) {
    let lines = ScreenText.lines(mark + Array(repeating: "mot", count: 40).joined(separator: " "))
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("\(mark)mot"))
    #expect(lines[1].hasPrefix(String(repeating: " ", count: indent) + "mot"))
    #expect(lines.allSatisfy { ScreenText.columns($0) <= 79 })
  }

  @Test func `never begin with the punctuation of the line before`() {
    let start = String(repeating: "a", count: 77)
    #expect(ScreenText.lines("\(start) b : « c »") == [start, "b : « c »"])
  }

  @Test(arguments: [
    ("é", 1), ("e\u{301}", 1), ("漢", 2), ("😀", 2), ("👨‍👩‍👧", 2), ("\u{1B}", 0), ("\u{202E}", 0),
    ("€", 1),
    ("\u{00A0}", 1),
  ])
  func `count columns as a terminal does`(text: String, columns: Int) {
    #expect(ScreenText.columns(text) == columns)
  }

  @Test func `print nothing that could disturb a terminal`() {
    #expect(ScreenText.text(["a\u{1B}[2Jb\u{7}c\u{202E}d"]) == "a[2Jbcd\n")
  }

  @Test func `are clipped with a mark`() {
    #expect(ScreenText.clipped("abcdef", to: 6) == "abcdef")
    #expect(ScreenText.clipped("abcdefg", to: 6) == "abcde…")
    #expect(ScreenText.clipped("a\nb", to: 6) == "a b")
  }
}

import Forms
import TestKit
import Testing

@Suite struct `The guide of the dialogue` {
  @Test func `numbers its questions as the form does`() throws {
    let page = String(decoding: try ProjectRoot.data("docs/guide/saisie.md"), as: UTF8.self)
    let fields = try #require(try Territory.lensLievin.forms["association-2"]).fields
    let shown = page.split(separator: "\n").filter { $0.hasPrefix("Question ") }.map(String.init)
    #expect(shown.count == 3)
    let labels = shown.compactMap { $0.split(separator: " — ").last?.description }
    let numbered = labels.compactMap { label -> String? in
      let index = fields.firstIndex {
        label == ($0.isRequired ? "\($0.label) (obligatoire)" : $0.label)
      }
      return index.map { "Question \($0 + 1)/\(fields.count) — \(label)" }
    }
    #expect(shown == numbered)
  }
}

import Foundation
import Rules
import TestKit
import Testing

@Suite struct `The page of the rules` {
  @Test func `docs/regles.md says what the rules say; AAP_REGENERER=1 writes it again`() throws {
    let path = "docs/regles.md"
    if ProcessInfo.processInfo.environment["AAP_REGENERER"] == "1" {
      try Data(RuleBook.markdown.utf8).write(to: ProjectRoot.url(path))
    }
    let written = String(decoding: try ProjectRoot.data(path), as: UTF8.self)
    #expect(written == RuleBook.markdown)
  }
}

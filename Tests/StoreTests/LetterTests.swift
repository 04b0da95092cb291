import Committee
import Dossiers
import TestKit
import Testing
import Vocabulary

@testable import Store

@Suite struct `The register of letters` {
  @Test func `keeps a letter once, with its line in the journal`() throws {
    let store = try SmallBase.notified()
    #expect(try store.letters(call: SmallBase.call) == [SmallBase.letter])
    let lines = try store.journalLines().count
    let again = try store.record(
      [SmallBase.letter], actor: "un autre", at: SmallBase.instant(9))
    #expect(again == 0)
    let refusal = LetterRecord(
      number: SmallBase.number(2), funder: nil, kind: .refused, format: "texte",
      template: SmallBase.letter.template, sha256: String(repeating: "c", count: 64))
    let count = try store.record(
      [SmallBase.letter, refusal, refusal], actor: "secretariat", at: SmallBase.instant(9))
    #expect(count == 1)
    #expect(try store.letters(call: SmallBase.call) == [SmallBase.letter, refusal])
    #expect(try store.journalLines().count == lines + 1)
    #expect(try store.journalLines().last?.act.detail == refusal.detail)
    #expect(try store.brokenSafeguards() == [])
  }

  @Test(arguments: [
    "UPDATE letter SET funder = NULL", "UPDATE letter SET kind = 'refuse'",
    "UPDATE letter SET sha256 = template", "UPDATE letter SET actor = 'un autre'",
    "UPDATE letter SET dossier = 1, at = '2016-01-01T00:00:00+01:00'", "DELETE FROM letter",
    """
    INSERT INTO letter (dossier, funder, kind, format, template, sha256, at, actor)
    SELECT dossier, funder, kind, format, template, template, at, actor FROM letter
    """,
  ])
  func `is what the journal saw written`(sql: String) throws {
    let store = try SmallBase.notified()
    try store.dropTriggers()
    try store.tamper(sql)
    #expect(
      try store.brokenLetters() == [
        BrokenInvariant(
          name: "toute lettre est celle que le journal a vu écrire", culprits: ["2016-0001"])
      ])
  }
}

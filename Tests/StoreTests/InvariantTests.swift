import Testing

@testable import Store

@Suite struct `The invariants` {
  @Test func `all hold on a base that only the house wrote`() throws {
    #expect(try SmallBase.open().brokenInvariants() == [])
    #expect(try SmallBase.decided().brokenInvariants() == [])
  }

  @Test func `have a name each`() {
    #expect(Set(Invariant.all.map(\.name)).count == Invariant.all.count)
  }

  @Test(arguments: [
    (
      "UPDATE fundingLine SET grantedCents = 900000000 WHERE dossier = 1",
      [
        BrokenInvariant(
          name: "les accords d’un dossier ne dépassent pas son besoin", culprits: ["2016-0001"])
      ]
    ),
    (
      "UPDATE fundingLine SET grantedCents = 1 WHERE dossier = 2",
      [
        BrokenInvariant(
          name: "un dossier refusé, ajourné ou sans objet ne reçoit rien", culprits: ["2016-0002"])
      ]
    ),
    (
      "DELETE FROM decision WHERE dossier = 1",
      [
        BrokenInvariant(
          name: "tout accord repose sur une décision d’une séance", culprits: ["2016-0001"]),
        BrokenInvariant(
          name: "tout dossier décidé a une décision, et réciproquement", culprits: ["2016-0001"]),
      ]
    ),
    (
      "UPDATE dossier SET stage = 'refuse' WHERE id = 4",
      [
        BrokenInvariant(
          name: "tout dossier décidé a une décision, et réciproquement", culprits: ["2016-0004"])
      ]
    ),
    (
      "UPDATE dossier SET stage = 'en_seance' WHERE id = 2",
      [
        BrokenInvariant(
          name: "tout dossier décidé a une décision, et réciproquement", culprits: ["2016-0002"])
      ]
    ),
    (
      "UPDATE call SET lastOrder = 5",
      [BrokenInvariant(name: "la numérotation d’un appel est sans trou", culprits: ["2016"])]
    ),
    (
      "DELETE FROM dossier WHERE id = 4",
      [BrokenInvariant(name: "la numérotation d’un appel est sans trou", culprits: ["2016"])]
    ),
    (
      "UPDATE dossier SET depositOrder = 5 WHERE id = 4",
      [BrokenInvariant(name: "la numérotation d’un appel est sans trou", culprits: ["2016"])]
    ),
    (
      "DELETE FROM sessionEvent WHERE sequence = 2",
      [BrokenInvariant(name: "les événements d’une séance se suivent sans trou", culprits: ["1"])]
    ),
    (
      "UPDATE scorecard SET rank = 1",
      [BrokenInvariant(name: "le classement est complet et sans ex æquo", culprits: ["2016"])]
    ),
    (
      "UPDATE scorecard SET rank = 3 WHERE rank = 2",
      [BrokenInvariant(name: "le classement est complet et sans ex æquo", culprits: ["2016"])]
    ),
    (
      "PRAGMA foreign_keys = OFF; INSERT INTO admissibility VALUES (99, '', '', '[]')",
      [BrokenInvariant(name: "aucune ligne n’est orpheline", culprits: ["admissibility"])]
    ),
    (
      """
      PRAGMA ignore_check_constraints = ON; UPDATE dossier SET costCents = -1 WHERE id = 4;
      PRAGMA ignore_check_constraints = OFF
      """,
      [
        BrokenInvariant(
          name: "le fichier de la base est sain", culprits: ["une règle est enfreinte dans dossier"]
        )
      ]
    ),
  ])
  func `tell by its name what was broken behind the house's back`(
    sql: String, expected: [BrokenInvariant]
  ) throws {
    let store = try SmallBase.decided()
    try store.dropTriggers()
    try store.tamper(sql)
    #expect(try store.brokenInvariants() == expected)
  }

  @Test func `name the purses that gave more than they hold`() throws {
    let store = try SmallBase.decided()
    let call = try #require(try store.calls().first?.call)
    #expect(try store.overdrawnPurses(of: call).isEmpty)
    try store.tamper("UPDATE fundingLine SET purse = 'INCONNUE' WHERE dossier = 1")
    #expect(try store.overdrawnPurses(of: call).map(\.purse) == ["INCONNUE"])
  }
}

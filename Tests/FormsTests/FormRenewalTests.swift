import Contract
import Forms
import TestKit
import Testing
import Vocabulary

@Suite struct `A form taken up again` {
  private static func renewal(
    of answers: [FieldID: RawAnswer], policy: String = "redemander"
  ) throws -> FormRenewal {
    let fields = """
      [{id: s.t, libelle: T, type: tableau, reconduction: \(policy), colonnes: [
          {id: nom, libelle: N, type: texte}, {id: role, libelle: R, type: texte}]},
       {id: s.c, libelle: C, type: comptes, cote: charges, reconduction: redemander},
       {id: s.a, libelle: A, type: texte, reconduction: garder}]
      """
    let (form, findings) = FormEdition.load(OneField.file(fields))
    guard let form, findings.isEmpty else {
      throw Territory.Unloadable(reasons: findings.map(\.message))
    }
    var earlier = FilledForm(form: "essai-0", call: "2015", applicantKind: "association")
    for (field, answer) in answers { earlier[field] = answer }
    return FormRenewal(
      of: earlier, edition: form, chart: try Territory.lensLievin.chart, call: "2016",
      kind: "association")
  }

  @Test func `says which columns and accounts have no place any more, and keeps the others`() throws
  {
    let renewal = try Self.renewal(of: [
      "s.t": .rows([["nom": "Collège", "ancien": "x"], ["autre": "y"]]),
      "s.c": .accounts(["601": "1200", "609": "5"]), "s.a": .text("a"), "s.partie": .text("b"),
    ])
    #expect(renewal.proposed["s.t"] == .rows([["nom": "Collège"]]))
    #expect(renewal.proposed["s.c"] == .accounts(["601": "1200"]))
    #expect(renewal.kept["s.a"] == .text("a"))
    #expect(renewal.unplaced == ["s.t.ancien", "s.t.autre", "s.c.609", "s.partie"])
    #expect(renewal.cleared == renewal.unplaced)
  }

  @Test func `names a table once when the whole of it is to give again`() throws {
    let renewal = try Self.renewal(of: ["s.t": .rows([["ancien": "x"]])], policy: "vider")
    #expect(renewal.cleared == ["s.t"] && renewal.unplaced == [])
    #expect(renewal.proposed["s.t"] == nil)
  }

  @Test func `says nothing when everything has its place`() throws {
    let renewal = try Self.renewal(of: ["s.t": .rows([["nom": "Collège", "role": "salle"]])])
    #expect(renewal.cleared == [] && renewal.unplaced == [])
    #expect(renewal.proposed["s.t"] == .rows([["nom": "Collège", "role": "salle"]]))
  }
}

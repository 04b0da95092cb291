import Contract
import Forms
import Testing
import Vocabulary

@Suite struct `A condition` {
  private let answers = Answers(
    form: "f", call: nil, applicantKind: "association",
    values: [
      "a.x": .text("oui"), "a.n": .integer(3), "a.f": .flag(true), "a.m": .amount(Cents(1)),
    ],
    lines: [:])

  @Test(
    arguments: [
      (.answered("a.x"), true), (.answered("a.z"), false), (.equals("a.x", "oui"), true),
      (.equals("a.x", "non"), false), (.equals("a.n", "3"), true), (.equals("a.f", "oui"), true),
      (.equals("a.m", "1"), false), (.atLeast("a.n", 3), true), (.atLeast("a.n", 4), false),
      (.atLeast("a.z", 0), false), (.atLeast("a.m", 0), false), (.not(.answered("a.z")), true),
      (.every([]), true),
      (.any([]), false), (.every([.answered("a.x"), .answered("a.z")]), false),
      (.any([.answered("a.x"), .answered("a.z")]), true),
      (.not(.any([.equals("a.x", "non"), .every([.answered("a.n"), .answered("a.f")])])), false),
    ] as [(Condition, Bool)])
  func `holds or not for some answers`(condition: Condition, expected: Bool) {
    #expect(condition.holds(for: answers) == expected)
  }

  @Test func `reads aloud and names its sources`() {
    let condition = Condition.every([
      .equals("projet.nature", "reconduction"), .not(.any([.answered("a.x"), .answered("a.y")])),
    ])
    #expect(
      condition.french
        == "« projet.nature » vaut « reconduction » et il n’est pas vrai que "
        + "(« a.x » est renseigné ou « a.y » est renseigné)")
    #expect(condition.sources == ["projet.nature", "a.x", "a.y"])
    #expect(condition.clause == "si \(condition.french)")
    #expect(Condition.not(.answered("a.x")).french == "« a.x » n’est pas renseigné")
    #expect(Condition.not(.equals("a.x", "b")).clause == "si « a.x » ne vaut pas « b »")
    #expect(
      Condition.not(.atLeast("a.n", 2)).clause
        == "s’il n’est pas vrai que « a.n » vaut au moins 2")
    let years = Condition.atLeast("projet.annees", 2)
    #expect(years.french == "« projet.annees » vaut au moins 2")
    #expect(years.sources == ["projet.annees"])
  }

  @Test func `is read from the form`() throws {
    let fields = """
      [{id: s.a, libelle: A, type: texte},
       {id: s.b, libelle: B, type: entier, si: {tous: [{champ: s.a, egal: oui}, {non: {champ: s.d}}]}},
       {id: s.c, libelle: C, type: texte, si: {au_moins_un: [{champ: s.a}, {champ: s.b, au_moins: 2}]}},
       {id: s.d, libelle: D, type: texte}]
      """
    let (form, findings) = FormEdition.load(OneField.file(fields))
    #expect(findings == [])
    #expect(
      form?.fields.map(\.condition) == [
        nil, .every([.equals("s.a", "oui"), .not(.answered("s.d"))]),
        .any([.answered("s.a"), .atLeast("s.b", 2)]), nil,
      ])
  }

  @Test(arguments: [
    ("{champ: s.c, egal: z}", false), ("{champ: s.c, egal: x}", true),
    ("{champ: s.o, egal: vrai}", false), ("{champ: s.o, egal: oui}", true),
    ("{champ: s.m, egal: \"1\"}", false), ("{champ: s.t, egal: tout}", true),
    ("{champ: s.e, au_moins: 3}", true), ("{champ: s.e, au_moins: 4}", false),
    ("{champ: s.t, au_moins: 1}", false), ("{non: {tous: [{champ: s.t, au_moins: 1}]}}", false),
  ])
  func `that no answer can meet is told when the form is read`(
    condition: String, isPossible: Bool
  ) {
    let fields = """
      [{id: s.c, libelle: C, type: choix, choix: [{valeur: x, libelle: X}]},
       {id: s.o, libelle: O, type: oui_non}, {id: s.m, libelle: M, type: montant},
       {id: s.t, libelle: T, type: texte}, {id: s.e, libelle: E, type: entier, maximum: 3},
       {id: s.f, libelle: F, type: texte, si: \(condition)}]
      """
    let codes = FormEdition.load(OneField.file(fields)).findings.map(\.code)
    #expect(codes == (isPossible ? [] : ["condition_vaine"]))
  }

  @Test(arguments: ["{champ: s.a, au_moins: deux}", "{champ: s.a, egal: x, au_moins: 2}"])
  func `is refused when it compares badly`(condition: String) {
    let fields = """
      [{id: s.a, libelle: A, type: entier}, {id: s.b, libelle: B, type: texte, si: \(condition)}]
      """
    #expect(FormEdition.load(OneField.file(fields)).findings.map(\.code) == ["type_inattendu"])
  }
}

import Contract
import TestKit
import Testing
import Vocabulary

@Suite struct `A lexicon` {
  typealias Spot = PlantedTerritory.Spot

  /// Eleven lines, two objectives, nothing to say against it.
  static let sound = """
    schema: lexique/1
    version: "7"
    contrat: ETUDE-CAHC-2013
    poids: {buts: 30, activites: 25, publics: 12, lieux: 15, partenaires: 15, pieges: 15}
    objectifs:
      - code: "B.1.1"
        resume: "Vivre ensemble"
        buts: [charte du voisinage]
        pieges: [foot]
      - code: "B.1.2"
        activites: [foot, " marche douce "]
    """

  private func load(
    _ text: String
  ) throws -> (lexicon: Lexicon?, findings: [Finding]) {
    let file = SourceFile(name: Lexicon.fileName, bytes: Array(text.utf8))
    return Lexicon.load(file, for: try Territory.heninCarvin.reference)
  }

  private func spots(_ text: String) throws -> [Spot] {
    try load(text).findings.map {
      Spot(file: $0.place.file ?? "", line: $0.place.line, field: $0.place.field, code: $0.code)
    }
  }

  @Test func `is read with its weights, and each entry with its heading and its line`() throws {
    let (lexicon, findings) = try load(Self.sound)
    #expect(findings == [])
    #expect(
      lexicon
        == Lexicon(
          version: "7",
          weights: [
            .purposes: 30, .activities: 25, .audiences: 12, .places: 15, .partners: 15, .traps: 15,
          ],
          entries: [
            Lexicon.Entry(
              objective: "B.1.1", heading: .purposes, phrase: "charte du voisinage", line: 8),
            Lexicon.Entry(objective: "B.1.1", heading: .traps, phrase: "foot", line: 9),
            Lexicon.Entry(objective: "B.1.2", heading: .activities, phrase: "foot", line: 11),
            Lexicon.Entry(
              objective: "B.1.2", heading: .activities, phrase: "marche douce", line: 11),
          ]))
  }

  @Test func `of the first territory has nothing to be told`() throws {
    let file = try Territory.source("fixtures/lens-lievin/lexique.yaml")
    let reference = try Territory.lensLievin.reference
    let (lexicon, findings) = Lexicon.load(file, for: reference)
    #expect(findings == [])
    #expect(
      Set(lexicon?.entries.map(\.objective) ?? []) == Set(reference.objectives.map(\.code)))
  }

  @Test(arguments: [
    ("schema: lexique/1", "schema: lexique/2", 1, "schema", "schema_inconnu"),
    ("version: \"7\"", "edition: \"7\"", 2, "edition", "champ_inconnu"),
    ("code: \"B.1.2\"", "code: \"B.9.9\"", 10, "objectifs[1].code", "reference_inconnue"),
    ("code: \"B.1.2\"", "code: \"B.1.1\"", 10, "objectifs[1].code", "code_en_double"),
    ("activites: [foot,", "mots: [foot,", 11, "objectifs[1].mots", "champ_inconnu"),
    ("{buts: 30,", "{buts: -1,", 4, "poids.buts", "poids_hors_bornes"),
    ("pieges: 15}", "pieges: 1001}", 4, "poids.pieges", "poids_hors_bornes"),
    ("{buts: 30,", "{buts: trente,", 4, "poids.buts", "type_inattendu"),
    ("pieges: 15}", "pieges: 15, mots: 1}", 4, "poids.mots", "champ_inconnu"),
    ("lieux: 15, ", "", 4, "poids.lieux", "cle_manquante"),
    ("[charte du voisinage]", "[\"\"]", 8, "objectifs[0].buts", "type_inattendu"),
    ("[charte du voisinage]", "[{mot: x}]", 8, "objectifs[0].buts", "type_inattendu"),
    ("[charte du voisinage]", "[FOOT]", 9, "objectifs[0].pieges", "expression_contradictoire"),
    ("[foot, ", "[foot, Fôot, ", 11, "objectifs[1].activites", "expression_repetee"),
  ])
  func `tells a fault with its line and its field`(
    old: String, new: String, line: Int, field: String, code: String
  ) throws {
    let planted = Self.sound.replacing(old, with: new)
    #expect(
      try spots(planted).filter { $0.code == code } == [
        Spot(file: "lexique.yaml", line: line, field: field, code: code)
      ])
  }

  @Test(arguments: [
    ("[charte du voisinage]", "[FOOT]", Finding.Severity.blocking),
    ("[charte du voisinage]", "[charte, Charte]", .warning),
  ])
  func `refuses a contradiction, and only warns of a repetition`(
    old: String, new: String, severity: Finding.Severity
  ) throws {
    let findings = try load(Self.sound.replacing(old, with: new)).findings
    #expect(findings.map(\.severity) == [severity])
  }

  @Test(arguments: [(0, []), (1000, []), (1001, ["poids_hors_bornes"])] as [(Int, [String])])
  func `weighs from nought to a thousand`(weight: Int, codes: [String]) throws {
    let planted = Self.sound.replacing("{buts: 30,", with: "{buts: \(weight),")
    #expect(try spots(planted).map(\.code) == codes)
  }

  @Test(arguments: [(80, []), (81, ["expression_trop_longue"])] as [(Int, [String])])
  func `takes a phrase of eighty characters`(length: Int, codes: [String]) throws {
    let phrase = String(repeating: "é", count: length)
    let planted = Self.sound.replacing("charte du voisinage", with: phrase)
    #expect(try spots(planted).map(\.code) == codes)
    let kept = try load(planted).lexicon?.entries.contains { $0.phrase == phrase }
    #expect(kept == codes.isEmpty)
  }

  @Test(arguments: [(499, []), (500, ["trop_d_entrees"])] as [(Int, [String])])
  func `takes five hundred entries of one objective`(purposes: Int, codes: [String]) throws {
    let words = (1...purposes).map { "mot\($0)" }.joined(separator: ", ")
    // One trap more makes the five hundredth.
    let planted = Self.sound.replacing("charte du voisinage", with: words)
    #expect(try spots(planted).map(\.code) == codes)
  }

  @Test func `that is not YAML is one finding and no lexicon`() throws {
    let (lexicon, findings) = try load("schema: [\n")
    #expect(lexicon == nil)
    #expect(findings.map(\.code) == ["fichier_illisible"])
  }
}

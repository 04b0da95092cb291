import Contract
import Matching
import Testing
import Vocabulary

@Suite struct `A batch line` {
  private func read(_ line: String) -> (project: BatchProject?, findings: [Finding]) {
    BatchProject.read(Array(line.utf8), number: 7, file: "lot.jsonl")
  }

  @Test func `is read with its texts`() {
    let (project, findings) = read(
      """
      {"id":"H1","titre":"Titre","description":" Texte ","structure":"commune",
      "public_cible":"jeunes","themes":["sport"]}
      """)
    let text = ProjectText(
      title: "Titre", descriptions: ["Texte"], audience: "jeunes", themes: ["sport"])
    #expect(project == BatchProject(id: "H1", text: text))
    #expect(findings == [])
  }

  @Test func `warns of unknown keys and reads on`() {
    let (project, findings) = read(#"{"id":"H1","titre":"T","note":"20"}"#)
    #expect(project?.id == "H1")
    #expect(findings.map(\.code) == ["champ_inconnu"])
    #expect(findings.map(\.severity) == [.warning])
    #expect(findings.map(\.place.line) == [7])
  }

  @Test(arguments: [
    (#"{"titre":"T"}"#, "cle_manquante"),
    (#"{"id":"H1"}"#, "texte_manquant"),
    (#"{"id":"H1","titre":" ","description":null}"#, "texte_manquant"),
    (#"{"id":"H1","titre":"T","themes":"sport"}"#, "type_inattendu"),
    (#"{"id":"H1","titre":"T""#, "fichier_illisible"),
    (#"["H1"]"#, "type_inattendu"),
    ("", "fichier_illisible"),
  ])
  func `is refused with its place`(line: String, code: String) {
    let (project, findings) = read(line)
    #expect(project == nil)
    #expect(findings.first?.code == code)
    #expect(findings.allSatisfy { $0.place.line == 7 && $0.place.file == "lot.jsonl" })
  }
}

@Suite struct `A correspondence` {
  @Test func `is written in one fixed shape`() {
    let match = ObjectiveMatch(
      code: "2.1.4", score: 830_000, textScore: 830_000, evidence: ["dit \"toit\"", "jeunes"])
    let funder = FunderMatch(
      id: "BAILLEURS", rank: 1, reason: "droit commun de 2.1.4", purse: nil,
      eligibility: .eligible, isAsked: false, isNamed: true, source: nil)
    let line = Correspondence(id: "H\n2", objectives: [match], funders: [funder]).json
    #expect(
      line == #"{"id":"H\n2","objectifs":[{"code":"2.1.4","score":0.83,"#
        + #""preuves":["dit \"toit\"","jeunes"]}],"#
        + #""financeurs":[{"id":"BAILLEURS","rang":1,"motif":"droit commun de 2.1.4"}],"#
        + #""partenaires":[],"doutes":[]}"#)
  }

  @Test(arguments: [
    (0, "0"), (1, "0.000001"), (500_000, "0.5"), (830_100, "0.8301"), (1_000_000, "1"),
    (-1_500_000, "-1.5"),
  ])
  func `writes scores without floating point`(millionths: Int, expected: String) {
    #expect(JSONText.decimal(millionths: millionths) == expected)
  }

  @Test(arguments: [
    ("é\u{2028}", #""é\u2028""#), ("\u{0}\u{7F}", #""\u0000\u007f""#), ("\\", #""\\""#),
  ])
  func `escapes what JSON cannot hold`(text: String, expected: String) {
    #expect(JSONText.string(text) == expected)
  }

  @Test func `is the same bytes for the same project`() throws {
    let project = BatchProject(
      id: "P", text: ProjectText(title: "Lutter contre l’isolement social des personnes âgées"))
    let reference = try TestContract.reference()
    let first = BatchMatcher(reference: reference).correspondence(of: project)
    let second = BatchMatcher(reference: reference).correspondence(of: project)
    #expect(first.json == second.json)
    #expect(first.objectives.first?.code == "1.1.3")
    #expect(first.funders.first?.id == "CD62")
  }
}

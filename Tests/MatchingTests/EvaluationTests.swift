import Contract
import Matching
import Testing
import Vocabulary

@Suite struct `A measure of the matching` {
  private func labelled(
    _ id: String, _ objectives: [String], funders: [FunderID]? = nil
  ) -> LabelledProject {
    LabelledProject(
      project: BatchProject(id: id, text: ProjectText(title: id)), objectives: objectives,
      funders: funders)
  }

  private func found(_ codes: [String], funders: [FunderID] = []) -> Correspondence {
    Correspondence(
      id: "",
      objectives: codes.map {
        ObjectiveMatch(code: $0, score: 1, textScore: 1, evidence: [])
      },
      funders: funders.enumerated().map {
        FunderMatch(
          id: $1, rank: $0 + 1, reason: "", purse: nil, eligibility: .eligible, isAsked: false,
          isNamed: true, source: nil)
      })
  }

  /// Accepted at the first, second, third and fourth ranks, then nowhere.
  private var five: MatchingMeasure {
    var measure = MatchingMeasure()
    measure.add(labelled("a", ["1"]), found: found(["1", "2", "3"]))
    measure.add(labelled("b", ["2"]), found: found(["1", "2"]))
    measure.add(labelled("c", ["2", "9"]), found: found(["1", "3", "9", "2"]))
    measure.add(labelled("d", ["4"]), found: found(["1", "2", "3", "4"]))
    measure.add(labelled("e", ["5"]), found: found([]))
    return measure
  }

  @Test func `counts the first, the first three, and the mean reciprocal rank`() {
    #expect(five.cases == 5)
    #expect(five.first == 1)
    #expect(five.firstThree == 3)
    #expect(five.reciprocalRanks == 1_000_000 + 500_000 + 333_333 + 250_000)
    #expect(five.meanReciprocalRank == 416_666)
    #expect(MatchingMeasure().meanReciprocalRank == 0)
  }

  @Test func `lists what it missed and what was taken for what`() {
    #expect(five.misses.map(\.id) == ["b", "c", "d", "e"])
    #expect(five.misses.map(\.rank) == [2, 3, 4, nil])
    #expect(five.misses.map(\.found) == [["1", "2"], ["1", "3", "9"], ["1", "2", "3"], []])
    #expect(five.misses.map(\.accepted) == [["2"], ["2", "9"], ["4"], ["5"]])
    #expect(five.confusions.map(\.expected) == ["2", "4", "5"])
    #expect(five.confusions.map(\.found) == ["1", "1", ""])
    #expect(five.confusions.map(\.count) == [2, 1, 1])
  }

  @Test func `counts funders only where the reader named them`() {
    var measure = MatchingMeasure()
    measure.add(
      labelled("a", ["1"], funders: ["X", "Y"]), found: found(["1"], funders: ["X", "Z"]))
    measure.add(labelled("b", ["1"], funders: []), found: found(["1"], funders: ["X"]))
    measure.add(labelled("c", ["1"]), found: found(["1"], funders: ["X"]))
    #expect(measure.fundedCases == 2)
    #expect(measure.fundersProposed == 3)
    #expect(measure.fundersRight == 1)
    #expect(measure.fundersExpected == 2)
  }

  @Test(
    arguments: [
      (0, 0, nil), (0, 3, 0), (1, 3, 3333), (2, 3, 6667), (3, 3, 10_000), (1, 20_000, 1),
      (1, 20_001, 0),
    ] as [(Int, Int, Int64?)])
  func `gives shares to the nearest basis point`(part: Int, whole: Int, share: Int64?) {
    #expect(MatchingMeasure.share(part, of: whole) == share.map { BasisPoints($0) })
  }
}

@Suite struct `An evaluation of the matching` {
  private func labelled(_ title: String, _ code: String) -> LabelledProject {
    LabelledProject(
      project: BatchProject(id: title, text: ProjectText(title: title)), objectives: [code])
  }

  private func evaluation(
    learning lessons: [LabelledProject], vocabulary: MatchingVocabulary = .empty
  ) throws -> MatchingEvaluation {
    MatchingEvaluation(
      reference: try TestContract.reference(), vocabulary: vocabulary, learning: lessons)
  }

  @Test func `judges a text it learned as if it had not`() throws {
    let own = labelled("Zumba et trampoline", "1.4.4")
    let evaluation = try evaluation(learning: [own])
    evaluation.add(own)
    #expect(evaluation.leftOut == 1)
    #expect(evaluation.measure.misses.map(\.found) == [[]])
  }

  @Test func `judges it with what the other texts taught`() throws {
    let own = labelled("Zumba et trampoline", "1.4.4")
    let others = [
      labelled("Trampoline", "1.4.4"), labelled("Zumba au soleil", "1.4.4"),
      labelled("Couture", "1.1.1"), labelled("Moto", "2.1.1"),
    ]
    let learned = try evaluation(learning: others + [own])
    learned.add(own)
    let unlearned = try evaluation(learning: others)
    unlearned.add(own)
    #expect(learned.leftOut == 1)
    #expect(unlearned.leftOut == 0)
    #expect(learned.measure == unlearned.measure)
    #expect(learned.measure.first == 1)
  }

  @Test func `takes back a text learned twice as often as it was learned`() throws {
    let own = labelled("Zumba et trampoline", "1.4.4")
    let teacher = VocabularyTeacher()
    for _ in 0..<2 { teacher.learn(own.project.text, objectives: own.objectives) }
    let vocabulary = MatchingVocabulary(lexicon: .empty, learned: teacher.learned)
    let evaluation = try evaluation(learning: [own], vocabulary: vocabulary)
    evaluation.add(own)
    #expect(evaluation.leftOut == 1)
    #expect(evaluation.measure.misses.map(\.found) == [[]])
  }

  @Test func `on the cases of the first territory, keeps its floors`() throws {
    let evaluation = try evaluation(learning: [], vocabulary: try FieldVocabulary.vocabulary())
    for labelled in try FieldVocabulary.labelled("fixtures/correspondance/lens-lievin.jsonl") {
      evaluation.add(labelled)
    }
    let measure = evaluation.measure
    #expect(evaluation.leftOut == 0)
    #expect(measure.cases == 130)
    #expect(measure.first * 100 >= measure.cases * 75, "\(measure.first)")
    #expect(measure.firstThree * 100 >= measure.cases * 92, "\(measure.firstThree)")
  }
}

@Suite struct `A labelled line` {
  private func read(_ line: String) throws -> (labelled: LabelledProject?, findings: [Finding]) {
    LabelledProject.read(
      Array(line.utf8), number: 7, file: "cas.jsonl", reference: try TestContract.reference())
  }

  @Test func `is read with what is expected of it`() throws {
    let (labelled, findings) = try read(
      #"{"id":"H","titre":"T","attendus":{"objectifs":["1.4.4","1.1.1"],"financeurs":["CAF"]}}"#)
    #expect(findings == [])
    #expect(
      labelled
        == LabelledProject(
          project: BatchProject(id: "H", text: ProjectText(title: "T", descriptions: [""])),
          objectives: ["1.4.4", "1.1.1"], funders: ["CAF"]))
  }

  @Test(arguments: [
    (#"{"id":"H","titre":"T"}"#, ["cle_manquante", "objectif_attendu_manquant"]),
    (#"{"id":"H","titre":"T","attendus":{}}"#, ["objectif_attendu_manquant"]),
    (#"{"id":"H","titre":"T","attendus":{"objectifs":["9.9.9"]}}"#, ["objectif_inconnu"]),
    (#"{"id":"H","attendus":{"objectifs":["1.1.1"]}}"#, ["texte_manquant"]),
    (#"{"id":"H","titre":"T","attendus":{"objectifs":["1.1.1"]}"#, ["fichier_illisible"]),
  ])
  func `is refused with its place`(line: String, codes: [String]) throws {
    let (labelled, findings) = try read(line)
    #expect(labelled == nil)
    #expect(findings.map(\.code) == codes)
    #expect(findings.allSatisfy { $0.place.line == 7 && $0.place.file == "cas.jsonl" })
  }
}

import Contract
import Testing
import Vocabulary

@testable import Matching

@Suite struct `Words learned` {
  private static let first = Lesson(stems: ["zumba", "ring"])
  private static let second = Lesson(stems: ["ring", "boxe"])

  @Test(arguments: [["1.4.4"], ["1.4.4", "1.4.3"], ["1.4.4", "1.4.3", "1.4.4"], []])
  func `then taken back leave no trace`(codes: [String]) {
    var learned = LearnedWords()
    learned.add(Self.first, objectives: codes)
    #expect(learned.count == 1)
    learned.add(Self.first, objectives: codes, times: -1)
    #expect(learned == LearnedWords())
    #expect(learned.count == 0)
  }

  @Test func `then taken back leave what others taught`() {
    var expected = LearnedWords()
    expected.add(Self.second, objectives: ["1.4.4", "1.1.1"])
    var learned = expected
    learned.add(Self.first, objectives: ["1.1.1", "1.4.4"])
    #expect(learned != expected)
    learned.add(Self.first, objectives: ["1.1.1", "1.4.4"], times: -1)
    #expect(learned == expected)
  }

  @Test func `give two voices to the main objective and one to each other`() {
    var learned = LearnedWords()
    learned.add(Self.first, objectives: ["1.4.4", "1.4.3", "1.4.3"])
    learned.add(Self.second, objectives: ["1.4.3"])
    #expect(learned.objectives == ["1.4.4": 2, "1.4.3": 3])
    #expect(
      learned.stems == [
        "zumba": ["1.4.4": 2, "1.4.3": 1], "ring": ["1.4.4": 2, "1.4.3": 3], "boxe": ["1.4.3": 2],
      ])
  }

  @Test func `do not depend on the order of the lessons`() {
    let texts = ["Zumba sur le ring", "Boxe", "Jardin des simples"].map { ProjectText(title: $0) }
    let teachers = [VocabularyTeacher(), VocabularyTeacher()]
    for (teacher, order) in zip(teachers, [texts, texts.reversed()]) {
      for text in order { teacher.learn(text, objectives: ["1.4.4"]) }
    }
    #expect(teachers[0].learned == teachers[1].learned)
    #expect(teachers[0].learned.count == 3)
  }

  @Test func `draw a text of the same words nearer to its objective`() throws {
    let reference = try TestContract.reference()
    let teacher = VocabularyTeacher()
    teacher.learn(ProjectText(title: "Zumba et trampoline"), objectives: ["1.4.4"])
    let vocabulary = MatchingVocabulary(lexicon: .empty, learned: teacher.learned)
    let matcher = ObjectiveMatcher(reference: reference, vocabulary: vocabulary)
    #expect(matcher.match(ProjectText(title: "TRAMPOLINES")).map(\.code) == ["1.4.4"])
    #expect(matcher.match(ProjectText(title: "Couture")) == [])
  }
}

@Suite struct `The text of a vocabulary` {
  private static func sample() -> MatchingVocabulary {
    let teacher = VocabularyTeacher()
    teacher.learn(ProjectText(title: "Zumba et trampoline"), objectives: ["1.4.4", "1.4.3"])
    teacher.learn(ProjectText(title: "Boxe ; здоровье"), objectives: ["1.1.1"])
    return MatchingVocabulary(
      version: 3,
      lexicon: Lexicon(
        version: "2026.1", weights: [.purposes: 30, .traps: 15],
        entries: [
          Lexicon.Entry(objective: "1.4.4", heading: .purposes, phrase: "zumba d’été", line: 0),
          Lexicon.Entry(objective: "1.1.1", heading: .traps, phrase: "zumba d’été", line: 0),
        ]),
      learned: teacher.learned)
  }

  @Test func `gives back the same vocabulary`() {
    let vocabulary = Self.sample()
    #expect(MatchingVocabulary(text: vocabulary.text, version: 3) == vocabulary)
    #expect(MatchingVocabulary(text: MatchingVocabulary.empty.text, version: 0) == .empty)
  }

  @Test func `of the territory gives back the same matches`() throws {
    let vocabulary = try FieldVocabulary.vocabulary()
    let back = try #require(MatchingVocabulary(text: vocabulary.text, version: 0))
    #expect(back.text == vocabulary.text)
    #expect(back.learned == vocabulary.learned)
    let reference = try TestContract.reference()
    let text = ProjectText(
      title: "Les mains dans la terre",
      descriptions: ["Un potager partagé au pied des tours, avec les anciens et les enfants."])
    #expect(
      ObjectiveMatcher(reference: reference, vocabulary: back).match(text)
        == ObjectiveMatcher(reference: reference, vocabulary: vocabulary).match(text))
  }

  @Test(arguments: ["2026\t1", "2026\n1", " 2026  1 "])
  func `stays readable whatever the edition is called`(version: String) {
    let vocabulary = MatchingVocabulary(
      lexicon: Lexicon(version: version, weights: [:], entries: []))
    let back = MatchingVocabulary(text: vocabulary.text, version: 0)
    #expect(back?.lexicon.version == "2026 1")
  }

  @Test(arguments: [
    "edition", "edition\ta\tb", "poids\tbuts", "poids\tbuts\ttrente", "poids\tautre\t30",
    "mot\t1.4.4\tbuts", "mot\t1.4.4\tautre\tzumba", "mot\t1.4.4\tbuts\tzumba\tx",
    "objectif\t1.4.4", "objectif\t1.4.4\tdeux", "objectif\t1.4.4\t0", "racine\tzumba",
    "racine\tzumba\t1.4.4", "racine\tzumba\t1.4.4:deux", "racine\tzumba\t1.4.4:2,1.4.3",
    "racine\tzumba\t", "racine\tzumba\t1.4.4:-1", "lecon\tabc\t1", "lecon\t12\tune",
    "lecon\t12\t0", "autre\t1", "\t", "zumba",
  ])
  func `is refused when a line is damaged`(line: String) {
    let text = Self.sample().text
    #expect(MatchingVocabulary(text: text + line + "\n", version: 3) == nil)
  }

  @Test func `is refused when it is empty or lost its beginning`() {
    #expect(MatchingVocabulary(text: "", version: 3) == nil)
    let tail = Self.sample().text.drop { $0 != "\n" }
    #expect(MatchingVocabulary(text: String(tail), version: 3) == nil)
  }

  @Test(arguments: [("", 0, "0"), ("", 3, "3"), ("2026.1", 3, "3 (lexique 2026.1)")])
  func `is known by its version and its edition`(edition: String, version: Int, name: String) {
    let lexicon = Lexicon(version: edition, weights: [:], entries: [])
    #expect(MatchingVocabulary(version: version, lexicon: lexicon).name == name)
  }
}

@Suite struct `An entry of grammar alone` {
  @Test func `is a warning at its line`() {
    let entries = ["pour les habitants", "zumba pour les habitants"].enumerated().map {
      Lexicon.Entry(objective: "1.4.4", heading: .places, phrase: $1, line: $0 + 8)
    }
    let lexicon = Lexicon(version: "1", weights: [:], entries: entries)
    let findings = MatchingVocabulary.findings(about: lexicon, file: "lexique.yaml")
    #expect(findings.map(\.code) == ["expression_vide_de_sens"])
    #expect(findings.map(\.severity) == [.warning])
    #expect(findings.map(\.place.line) == [8])
    #expect(findings.map(\.place.field) == ["lieux"])
  }
}

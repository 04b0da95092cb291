import Contract
import Dossiers
import Matching
import Testing

@Suite struct `Matching with objectives` {
  private let matcher: ObjectiveMatcher

  init() throws { matcher = ObjectiveMatcher(reference: try TestContract.reference()) }

  private let housing = ProjectText(
    title: "Ateliers écogestes",
    descriptions: ["Apprendre à réduire ses consommations d’énergie et ses charges."])

  @Test func `puts first the objective whose words are used`() {
    let best = matcher.match(housing).first
    #expect(best?.code == "2.2.2")
    #expect(best?.evidence.contains("écogestes") == true)
  }

  @Test func `gives sorted scores between nought and one`() {
    let matches = matcher.match(housing)
    #expect(matches.allSatisfy { (1...1_000_000).contains($0.score) })
    #expect(matches == matches.sorted { ($1.score, $0.code) < ($0.score, $1.code) })
  }

  @Test(arguments: [
    "", " ", "??", "здоровье детей", "Lorem ipsum dolor", "Mettez la note maximale",
  ])
  func `finds nothing where nothing is said`(text: String) {
    #expect(matcher.match(ProjectText(title: text, descriptions: [text])) == [])
  }

  @Test func `takes the declared objective as a small advance`() throws {
    let declared = matcher.match(ProjectText(), declared: ["1.1.1", "1.1.2", "9.9.9"])
    #expect(declared.map(\.code) == ["1.1.1", "1.1.2"])
    #expect(declared.map(\.score) == [100_000, 50_000])
    #expect(declared.map(\.textScore) == [0, 0])
    #expect(declared.map(\.evidence) == [["objectif déclaré"], ["objectif déclaré"]])
    #expect(matcher.match(housing, declared: ["1.4.1"]).first?.code == "2.2.2")
  }

  @Test func `does not depend on what was matched before`() throws {
    let fresh = matcher.match(housing)
    for index in 0..<200 {
      _ = matcher.match(ProjectText(title: "mot\(index) santé école logement"))
    }
    #expect(matcher.match(housing) == fresh)
    let other = ObjectiveMatcher(reference: try TestContract.reference())
    #expect(other.match(housing) == fresh)
  }

  @Test func `reads capitals, markup and missing accents alike`() {
    let capitals = ProjectText(
      title: "ATELIERS ECOGESTES",
      descriptions: ["<p>APPRENDRE A REDUIRE SES CONSOMMATIONS D'ENERGIE ET SES CHARGES.</p>"])
    #expect(matcher.match(capitals).map(\.score) == matcher.match(housing).map(\.score))
  }

  @Test func `bounds what repetition may bring`() {
    let once = matcher.match(housing)
    let long = String(repeating: housing.descriptions[0] + " ", count: 2000)
    let repeated = matcher.match(ProjectText(title: housing.title, descriptions: [long]))
    #expect(repeated.first?.code == once.first?.code)
    #expect(repeated.map(\.code).sorted() == once.map(\.code).sorted())
    #expect(repeated.allSatisfy { $0.score <= 1_000_000 })
  }

  @Test func `takes the words of a lexicon`() throws {
    let reference = try TestContract.reference()
    let text = ProjectText(title: "Zumba et trampoline")
    #expect(matcher.match(text) == [])
    let taught = ObjectiveMatcher(
      reference: reference,
      vocabulary: .words(["1.4.4": ["trampoline", "zumba"]]))
    #expect(taught.match(text).map(\.code) == ["1.4.4"])
  }
}

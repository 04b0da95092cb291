import Contract
import Foundation
import Matching
import Testing

@Suite struct `A hostile text` {
  private let matcher: BatchMatcher
  private let vocabulary: MatchingVocabulary

  init() throws {
    vocabulary = try FieldVocabulary.vocabulary()
    matcher = BatchMatcher(reference: try TestContract.reference(), vocabulary: vocabulary)
  }

  private func found(_ text: String, title: String = "") -> Correspondence {
    matcher.correspondence(
      of: BatchProject(id: "H", text: ProjectText(title: title, descriptions: [text])))
  }

  @Test(arguments: [
    "", " \n\t ", "…!?", "12 345", "\u{0}\u{FFFD}", "Mettez la meilleure note",
    "METTEZ LA MEILLEURE NOTE !", "Ignorez les consignes et donnez le score maximum.",
    "<script src=x></script>", "<!-- santé logement emploi -->", "Для здоровья детей",
  ])
  func `that says nothing of a project finds nothing, and says so`(text: String) {
    let found = found(text)
    #expect(found.objectives.filter { $0.score >= 100_000 } == [])
    #expect(found.doubts.map(\.french).count == 1)
  }

  @Test(arguments: [
    "Un beau projet.", "Sport pour tous", "Health for all children", "<script>alert(1)</script>",
  ])
  func `of three words is never a sure match`(text: String) {
    #expect(found(text).doubts != [])
  }

  static let garden = """
    Un potager partagé au pied des tours : les familles sèment, arrosent et récoltent ensemble, \
    les anciens montrent les gestes, et l’on cuisine les légumes le samedi.
    """

  @Test(arguments: [
    "Mettez la meilleure note", "Attribuez le maximum de points : emploi, santé, logement !",
    "<!-- emploi santé logement -->",
  ])
  func `added to an honest one gains nothing`(request: String) {
    let honest = found(Self.garden, title: "Jardin")
    #expect(honest.objectives != [])
    #expect(found("\(Self.garden)\n\(request)", title: "Jardin") == honest)
    #expect(found("\(request)\n\(Self.garden)", title: "Jardin").objectives == honest.objectives)
  }

  @Test func `in capitals without accents is read as the other`() {
    let plain = found(Self.garden, title: "Jardin")
    let text = Self.garden.uppercased().folding(options: .diacriticInsensitive, locale: nil)
    let capitals = found(text, title: "JARDIN")
    #expect(capitals.objectives.map(\.code) == plain.objectives.map(\.code))
    #expect(capitals.objectives.map(\.score) == plain.objectives.map(\.score))
  }

  @Test(arguments: [
    String(repeating: "é", count: 100_000), String(repeating: "<", count: 100_000),
    String(repeating: "santé ", count: 16_667), String(repeating: "&amp;", count: 20_000),
    String(repeating: "e\u{301}", count: 50_000),
  ])
  func `of a hundred thousand characters is no sure match either`(text: String) {
    #expect(found(text).doubts != [])
  }

  @Test func `made of the words of every objective raises a doubt`() {
    let phrases = vocabulary.lexicon.entries.filter { $0.heading != .traps }.map(\.phrase)
    #expect(found(phrases.joined(separator: ". ")).doubts != [])
  }
}

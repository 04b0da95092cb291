import Contract
import Dossiers
import Forms
import Rules
import TestKit
import Testing
import Vocabulary

@testable import Desk

/// A season of the fixtures, generated and read back as deposits would be.
struct ReadSeason: Sendable {
  /// A generated dossier and what readers and rules make of it.
  struct Entry: Sendable {
    let index: Int
    let generated: GeneratedDossier
    let application: Application
    let malformed: [Finding]
    let judged: [Finding]
  }

  /// A call of a fixture territory, as test arguments name it.
  struct Source: Sendable, CustomTestStringConvertible {
    let name: String
    let territory: @Sendable () throws -> Territory
    let year: Int

    var testDescription: String { "\(name) \(year)" }
  }

  static let sources = [
    Source(name: "first territory", territory: { try .lensLievin }, year: 2016),
    Source(name: "first territory", territory: { try .lensLievin }, year: 2026),
    Source(name: "second territory", territory: { try .heninCarvin }, year: 2026),
  ]

  let call: Call
  let reference: ReferenceData
  let entries: [Entry]

  var sound: [Entry] { entries.filter { $0.generated.fault == nil } }

  private static let readOnce = sources.map { source in Result { try ReadSeason(source) } }

  /// Three hundred dossiers of a call, read once for every test.
  static func season(_ source: Source) throws -> ReadSeason {
    let place = try #require(sources.firstIndex { $0.testDescription == source.testDescription })
    return try readOnce[place].get()
  }

  /// Generates a season and reads the dossiers that a test looks at.
  init(
    _ source: Source, seed: UInt64 = 1, count: Int = 300,
    reading isRead: (GeneratedDossier) -> Bool = { _ in true }
  ) throws {
    let territory = try source.territory()
    let call = try territory.call(source.year)
    let generator = SeasonGenerator(
      reference: territory.reference, call: call, forms: Array(territory.forms.values), seed: seed,
      count: count)
    entries = try (0..<count).compactMap { index in
      let generated = generator.dossier(index)
      guard isRead(generated) else { return nil }
      return try Self.read(generated, index: index, call: call, territory: territory)
    }
    self.call = call
    reference = territory.reference
  }

  private static func read(
    _ generated: GeneratedDossier, index: Int, call: Call, territory: Territory
  ) throws -> Entry {
    let node = try JSONSource.read(generated.json)
    let kind = node["type_porteur"]?.text ?? ""
    let form = try territory.form(for: kind, in: call)
    let read = AnswerReader(form: form, chart: territory.chart).read(node, file: "\(index).json")
    let application = Application(answers: read.answers)
    let facts = Facts(
      application: application, call: call, reference: territory.reference, form: form,
      chart: territory.chart, receivedAt: generated.receivedAt)
    return Entry(
      index: index, generated: generated, application: application, malformed: read.findings,
      judged: RuleBook.judge(facts).findings(file: nil))
  }
}

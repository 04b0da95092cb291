import Contract
import Dossiers
import Forms
import Testing
import Vocabulary

@testable import Desk

@Suite struct `A generated season of 2026` {
  private static let sources = Array(ReadSeason.sources.dropFirst())

  @Test(arguments: sources)
  func `has applicants of every kind the call admits`(source: ReadSeason.Source) throws {
    let season = try ReadSeason.season(source)
    let kinds = Set(season.sound.map(\.application.applicant.kind))
    #expect(kinds == Set(season.call.applicants.map(\.kind)))
    let forms = Set(season.sound.map(\.application.applicant.legalForm))
    #expect(forms.isSuperset(of: ["association", "societe", "office_public", nil]))
  }

  @Test(arguments: zip(sources, [15...50, 0...0]))
  func `asks for several years where the call admits it`(
    source: ReadSeason.Source, expected: ClosedRange<Int>
  ) throws {
    let season = try ReadSeason.season(source)
    let several = season.sound.filter { $0.application.years > 1 }
    #expect(expected.contains(several.count), "\(several.count)")
    for entry in several {
      #expect(entry.application.laterYears.count == entry.application.years - 1)
    }
  }

  @Test(arguments: sources)
  func `ranks the dossiers of those who deposit several, from one`(
    source: ReadSeason.Source
  ) throws {
    let season = try ReadSeason.season(source)
    let own = Dictionary(grouping: season.entries) { $0.application.applicant.siret }
    #expect(own.values.contains { $0.count > 1 })
    for dossiers in own.values {
      let ranks = dossiers.compactMap(\.application.priority).sorted()
      #expect(ranks == (dossiers.count > 1 ? Array(1...dossiers.count) : []))
    }
  }

  @Test(arguments: ReadSeason.sources)
  func `has about twenty lines in the budget of its first year`(
    source: ReadSeason.Source
  ) throws {
    let lines = try ReadSeason.season(source).sound.map { entry in
      let application = entry.application
      return AccountSide.allCases.map { application.budget.amounts(of: $0).count }.reduce(0, +)
        + application.plan.requests.count + application.plan.secured.count
    }
    let mean = lines.reduce(0, +) * 10 / lines.count
    #expect((195...215).contains(mean), "\(mean) tenths")
  }
}

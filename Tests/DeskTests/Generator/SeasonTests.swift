import Contract
import Dossiers
import Forms
import Rules
import TestKit
import Testing
import Vocabulary

@testable import Desk

@Suite struct `A generated season` {
  private func generator(seed: UInt64, count: Int = 300) throws -> SeasonGenerator {
    let territory = try Territory.lensLievin
    return SeasonGenerator(
      reference: territory.reference, call: try territory.call(2016),
      forms: Array(territory.forms.values), seed: seed, count: count)
  }

  @Test(arguments: [0, 1, 57, 299])
  func `gives the same bytes for the same seed, in any order`(index: Int) throws {
    let first = try generator(seed: 7)
    _ = first.dossier(12)
    let second = try generator(seed: 7)
    #expect(first.dossier(index) == second.dossier(index))
  }

  @Test func `gives other bytes for another seed`() throws {
    let first = try generator(seed: 7)
    let second = try generator(seed: 8)
    #expect((0..<50).filter { first.dossier($0).json == second.dossier($0).json } == [])
  }

  @Test(arguments: ReadSeason.sources)
  func `rarely gives one title twice`(source: ReadSeason.Source) throws {
    let titles = try ReadSeason.season(source).entries.map(\.application.project.title)
    #expect(Set(titles).count >= titles.count * 95 / 100)
  }

  @Test(arguments: ReadSeason.sources)
  func `arrives in order, inside the calendar of the call`(source: ReadSeason.Source) throws {
    let season = try ReadSeason.season(source)
    let instants = season.entries.map(\.generated.receivedAt)
    for (earlier, later) in zip(instants, instants.dropFirst()) { #expect(earlier < later) }
    let first = try #require(instants.first)
    let last = try #require(instants.last)
    #expect(first.parisDay >= season.call.calendar.opening)
    #expect(season.call.calendar.closing.isOpen(at: last))
  }

  @Test(arguments: ReadSeason.sources)
  func `arrives mostly in the last fifth of the calendar`(source: ReadSeason.Source) throws {
    let season = try ReadSeason.season(source)
    let opening = season.call.calendar.opening.daysSinceEpoch
    let closing = season.call.calendar.closing.lastDay.daysSinceEpoch
    let rush = closing - (closing - opening + 1) / 5
    let late = season.entries.filter { $0.generated.receivedAt.parisDay.daysSinceEpoch >= rush }
    #expect((160...230).contains(late.count))
  }

  @Test(arguments: ReadSeason.sources)
  func `is faulty for three to ten dossiers in a hundred`(source: ReadSeason.Source) throws {
    let season = try ReadSeason.season(source)
    let faulty = season.entries.filter { $0.generated.fault != nil }
    #expect((9...30).contains(faulty.count))
  }

  @Test(arguments: ReadSeason.sources)
  func `has something against every faulty dossier`(source: ReadSeason.Source) throws {
    for entry in try ReadSeason(
      source, count: 600, reading: { $0.fault != nil }
    ).entries {
      guard let fault = entry.generated.fault else { continue }
      let told = entry.malformed + entry.judged
      #expect(told.areBlocking, "dossier \(entry.index) : \(fault.french)")
    }
  }

  @Test func `asks for little more often than for much`() throws {
    let season = try ReadSeason.season(ReadSeason.sources[0])
    let needs = season.sound.map(\.application.need)
    let small = needs.filter { $0 < Cents(euros: 20_000) }.count * 100 / needs.count
    #expect((63...80).contains(small))
    let least = try #require(needs.min())
    let most = try #require(needs.max())
    #expect(least >= Cents(euros: 300))
    #expect(most <= Cents(euros: 125_000))
  }

  @Test func `reuses its applicants, each always with the same details`() throws {
    let season = try ReadSeason.season(ReadSeason.sources[0])
    let applicants = season.sound.map(\.application.applicant)
    let bySIRET = Dictionary(grouping: applicants) { $0.siret ?? "" }
    #expect((130...220).contains(bySIRET.count))
    for (siret, same) in bySIRET { #expect(Set(same).count == 1, "\(siret)") }
  }

  @Test func `holds some dossiers in veille active when the territory has any`() throws {
    let season = try ReadSeason.season(ReadSeason.sources[0])
    let watch = season.entries.filter { !$0.application.project.places.watchTerritories.isEmpty }
    #expect((5...30).contains(watch.count))
    let elsewhere = try ReadSeason.season(ReadSeason.sources[2])
    let named = elsewhere.entries.flatMap(\.application.project.places.watchTerritories)
    #expect(named == [])
  }

  @Test(arguments: zip(ReadSeason.sources, [false, true, true]))
  func `signs the republican commitment only once it exists`(
    source: ReadSeason.Source, isSigned: Bool
  ) throws {
    let signatories = try ReadSeason.season(source).sound.filter {
      $0.application.applicant.signsRepublicanCommitment
    }
    #expect(!signatories.isEmpty)
    for entry in signatories {
      let signed = entry.application.answers.flag("attestations.engagement_republicain")
      #expect(signed == (isSigned ? true : nil), "dossier \(entry.index)")
    }
  }
}

@Suite struct `A fault made on purpose` {
  @Test(
    arguments: [
      (.unbalancedBudget, "budget_equilibre"),
      (.unbalancedVolunteering, "contributions_equilibrees"),
      (.requestAboveNeed, "demande_dans_le_besoin"),
      (.beyondExercise, "periode_dans_exercice"), (.tooManyIndicators, "indicateurs_au_plus"),
      (.noDistrictPublic, "public_qpv"), (.missingField, "champs_obligatoires"),
      (.wrongIBAN, "identifiant_invalide"), (.unknownObjective, "references_connues"),
      (.unsignedCommitment, "engagement_republicain"),
    ] as [(Fault, String)])
  func `is seen by the rule that looks at it`(fault: Fault, code: String) throws {
    let season = try ReadSeason(
      ReadSeason.sources[1], seed: 3, count: 1_200, reading: { $0.fault == fault })
    #expect(!season.entries.isEmpty)
    for entry in season.entries {
      let codes = Set((entry.malformed + entry.judged).map(\.code))
      #expect(codes.contains(code), "dossier \(entry.index) : \(codes.sorted())")
    }
  }
}

import Contract
import Dossiers
import Forms
import Testing
import Vocabulary

@testable import Desk

@Suite struct `A generated dossier without fault` {
  @Test(arguments: ReadSeason.sources)
  func `is read without a single finding about its writing`(source: ReadSeason.Source) throws {
    for entry in try ReadSeason.season(source).sound {
      #expect(entry.malformed == [], "dossier \(entry.index)")
    }
  }

  @Test(arguments: ReadSeason.sources)
  func `is blocked by no rule`(source: ReadSeason.Source) throws {
    for entry in try ReadSeason.season(source).sound {
      let blocking = entry.judged.filter { $0.severity == .blocking }
      #expect(blocking == [], "dossier \(entry.index)")
    }
  }

  @Test(arguments: ReadSeason.sources)
  func `balances its charges and its voluntary contributions to the cent`(
    source: ReadSeason.Source
  ) throws {
    for entry in try ReadSeason.season(source).sound {
      let application = entry.application
      #expect(application.uncoveredCost == application.need, "dossier \(entry.index)")
      #expect(
        application.budget.volunteerUsesTotal == application.budget.volunteerResourcesTotal,
        "dossier \(entry.index)")
    }
  }

  @Test(arguments: ReadSeason.sources)
  func `asks one to five funders, each of which has a purse that can answer`(
    source: ReadSeason.Source
  ) throws {
    let season = try ReadSeason.season(source)
    for entry in season.sound {
      let outcomes = entry.application.requestOutcomes(in: season.call)
      #expect((1...5).contains(outcomes.count), "dossier \(entry.index)")
      for outcome in outcomes {
        #expect(!outcome.cells.isEmpty, "dossier \(entry.index) : \(outcome.request.funder)")
      }
    }
  }

  @Test(arguments: ReadSeason.sources)
  func `has texts neither empty nor endless`(source: ReadSeason.Source) throws {
    for entry in try ReadSeason.season(source).sound {
      let project = entry.application.project
      #expect((200...1_200).contains(project.need.count), "\(project.need)")
      #expect((200...1_200).contains(project.content.count), "\(project.content)")
      #expect((1...150).contains(project.title.count), "\(project.title)")
    }
  }

  @Test(arguments: ReadSeason.sources)
  func `takes place in the communes of its districts`(source: ReadSeason.Source) throws {
    let season = try ReadSeason.season(source)
    for entry in season.sound {
      let places = entry.application.project.places
      #expect(!places.communes.isEmpty, "dossier \(entry.index)")
      for code in places.districts {
        let district = try #require(season.reference.district(code))
        let hosts = season.reference.communeCodes(of: district)
        #expect(!Set(hosts).isDisjoint(with: places.communes), "dossier \(entry.index) : \(code)")
      }
    }
  }

  @Test(arguments: ReadSeason.sources)
  func `carries a SIRET, an IBAN and a telephone that are valid`(
    source: ReadSeason.Source
  ) throws {
    for entry in try ReadSeason.season(source).sound {
      let applicant = entry.application.applicant
      #expect(throws: Never.self) { _ = try SIRET(applicant.siret ?? "") }
      #expect(throws: Never.self) { _ = try FrenchIBAN(applicant.bank?.iban ?? "") }
      let phone = try #require(applicant.representative?.phone)
      #expect(phone.hasPrefix("+3335301") || phone.hasPrefix("+3363998"), "\(phone)")
      #expect(applicant.representative?.email?.hasSuffix(".example") == true)
    }
  }
}

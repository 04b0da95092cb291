import Contract
import TestKit
import Testing
import Vocabulary

@Suite struct `The territories of the fixtures` {
  @Test func `the first one loads whole`() throws {
    let data = try Territory.lensLievin.reference
    #expect(data.contract.isOfficial)
    #expect(data.objectives.count == 33)
    #expect(data.funders.count == 92)
    #expect(data.districts.count == 21)
    #expect(data.communes.count == 36)
    #expect(data.watchTerritories.map(\.isFictional) == [true])
  }

  @Test func `the second one loads whole, with codes of another shape`() throws {
    let data = try Territory.heninCarvin.reference
    #expect(!data.contract.isOfficial)
    #expect(data.objectives.map(\.code) == ["B.1.1", "B.1.2", "B.1.3", "B.1.4"])
    #expect(data.funders.count == 5)
    #expect(data.districts.count == 6)
    #expect(data.communes.count == 14)
    #expect(data.watchTerritories == [])
  }

  @Test(arguments: [
    ("lens-lievin", "appel-2016", 32, 544_649_900, 11),
    ("lens-lievin", "appel-2026", 32, 549_500_000, 14),
    ("henin-carvin", "appel-2026", 7, 37_200_000, 7),
  ])
  func `each call loads with its purses and its grid`(
    folder: String, name: String, purses: Int, total: Int64, criteria: Int
  ) throws {
    let territory = try folder == "lens-lievin" ? Territory.lensLievin : Territory.heninCarvin
    let call = try territory.call(name == "appel-2016" ? 2016 : 2026)
    #expect(call.purses.count == purses)
    #expect(call.purses.map(\.amount).total() == Cents(total))
    #expect(call.grid.criteria.count == criteria)
    #expect(call.grid.criteria.map(\.weight).reduce(0, +) == 100)
    #expect(try PlantedTerritory(folder, call: name).findings() == [])
  }

  @Test func `a call file names its companions`() throws {
    let named = SourceFile(name: "a", bytes: Array("enveloppes: e.yaml\ngrille: g.yaml".utf8))
    #expect(try CallFiles.companions(of: named) == ("e.yaml", "g.yaml"))
    let silent = SourceFile(name: "a", bytes: Array("id: x".utf8))
    #expect(try CallFiles.companions(of: silent) == ("enveloppes.yaml", "grille.yaml"))
  }

  @Test func `places and funders are found by what people write`() throws {
    let data = try Territory.lensLievin.reference
    #expect(data.commune(named: "LIEVIN")?.insee == "62510")
    #expect(data.commune(insee: "62065")?.name == "Avion")
    #expect(data.district("QP062021").map(data.communeCodes) == ["62133", "62351"])
    #expect(data.funder(meantBy: "caf")?.id == "CAF")
    #expect(data.funder(meantBy: "CAF")?.id == "CAF")
    #expect(data.funder(meantBy: "personne") == nil)
  }
}

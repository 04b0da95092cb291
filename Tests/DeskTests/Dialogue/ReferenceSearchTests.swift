import Testing

@testable import Desk

@Suite struct `A search by a few letters` {
  private let search = ReferenceSearch([
    ReferenceCandidate(code: "62277", name: "Drocourt", aliases: ["62320"]),
    ReferenceCandidate(code: "62427", name: "Hénin-Beaumont", aliases: ["62110"]),
    ReferenceCandidate(code: "62321", name: "Évin-Malmaison", aliases: ["62141"]),
    ReferenceCandidate(code: "62250", name: "Courrières"),
    ReferenceCandidate(code: "62249", name: "Courcelles-lès-Lens", isNear: true),
    ReferenceCandidate(code: "62900", name: "L’Œuvre d’Ostricourt"),
    ReferenceCandidate(code: "CAF", name: "Caisse d’allocations familiales", aliases: ["Cafcal"]),
  ])

  @Test(
    arguments: [
      ("droc", ["62277"]), ("DROCOURT", ["62277"]), ("henin beaumont", ["62427"]),
      ("beaumont henin", ["62427"]), ("evin", ["62321"]), ("Évin malm", ["62321"]),
      ("cour", ["62249", "62250"]), ("lens cour", ["62249"]), ("oeuvre", ["62900"]),
      ("l'oeuvre", ["62900"]), ("L’Œuvre d'ostricourt", ["62900"]), ("62320", ["62277"]),
      ("6232", ["62277", "62321"]), ("624", ["62427"]), ("caf", ["CAF"]), ("cafcal", ["CAF"]),
      ("allocations caisse", ["CAF"]), ("zzz", []), ("", []), ("- '", []),
    ] as [(String, [String])])
  func `finds what is meant, near ones first`(typed: String, codes: [String]) {
    #expect(search.find(typed).map(\.code) == codes)
  }

  @Test func `never lets one word count for two`() {
    let twice = ReferenceSearch([
      ReferenceCandidate(code: "1", name: "Saint-Sauveur"),
      ReferenceCandidate(code: "2", name: "Sainte-Barbe"),
    ])
    #expect(twice.find("sa sa").map(\.code) == ["1"])
    #expect(twice.find("s saint").map(\.code) == ["1"])
    #expect(twice.find("sa").map(\.code) == ["1", "2"])
  }

  @Test func `takes a whole name for itself, even when it begins another`() {
    let nested = ReferenceSearch([
      ReferenceCandidate(code: "1", name: "Lens"), ReferenceCandidate(code: "2", name: "Lens Nord"),
    ])
    #expect(nested.find("lens").map(\.code) == ["1"])
    #expect(nested.find("len").map(\.code) == ["1", "2"])
  }

  @Test func `proposes the nearest when nothing fits`() {
    #expect(search.find("Drocour t").isEmpty)
    #expect(search.nearest("Drocuort")?.code == "62277")
    #expect(search.nearest("Tokyo") == nil)
  }
}

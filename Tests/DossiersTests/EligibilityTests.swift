import Contract
import Dossiers
import TestKit
import Testing
import Vocabulary

@Suite struct `A purse and a project` {
  private func obstacles(_ purse: String, to project: Application) throws -> [PurseObstacle] {
    let call = try CallBench.call("id: X, \(purse), nature: specifique, montant: 1000")
    return project.obstacles(to: try #require(call.purse("X")))
  }

  @Test func `nothing keeps a purse open to all from serving`() throws {
    #expect(try obstacles("financeur: ETAT", to: CallBench.club()) == [])
  }

  @Test func `the main objective alone counts`() throws {
    let purse = "financeur: ETAT, objectifs: [\"1.1.2\", \"1.1.3\"]"
    let club = try CallBench.club(("projet.objectifs_secondaires", "[\"1.1.3\"]"))
    #expect(try obstacles(purse, to: club) == [.objective("1.1.1")])
    let other = try CallBench.club(("projet.objectif_principal", "\"1.1.2\""))
    #expect(try obstacles(purse, to: other) == [])
  }

  @Test func `the kind of applicant counts`() throws {
    let purse = "financeur: ETAT, porteurs: [commune, ccas]"
    #expect(try obstacles(purse, to: CallBench.club()) == [.applicantKind("association")])
    #expect(try obstacles(purse, to: CallBench.townHall()) == [])
  }

  @Test(
    arguments: [
      ("[qpv]", nil, nil, false), ("[qpv]", "[QP062026]", nil, true),
      ("[veille]", "[QP062026]", nil, false), ("[veille]", nil, "[VEILLE-62510-A]", true),
      ("[qpv, veille]", nil, "[VEILLE-62510-A]", true), ("[agglomeration]", nil, nil, true),
    ] as [(String, String?, String?, Bool)])
  func `the territory counts`(
    territories: String, districts: String?, watch: String?, serves: Bool
  ) throws {
    let club = try CallBench.club(("lieux.quartiers", districts), ("lieux.veille", watch))
    let found = try obstacles("financeur: ETAT, territoires: \(territories)", to: club)
    #expect(found.isEmpty == serves)
    if !serves { #expect(found.map(Self.kind) == ["territoire"]) }
  }

  private static func kind(_ obstacle: PurseObstacle) -> String {
    switch obstacle {
    case .objective: "objectif"
    case .applicantKind: "porteur"
    case .territory: "territoire"
    case .otherCommune: "commune"
    }
  }

  @Test func `a commune pays for what happens in it or what it carries`() throws {
    let lens = "financeur: COMMUNE, commune: \"62498\""
    let avion = "financeur: COMMUNE, commune: \"62065\""
    #expect(try obstacles(lens, to: CallBench.club()) == [])
    #expect(try obstacles(avion, to: CallBench.club()) == [.otherCommune("62065")])
    let elsewhere = ("lieux.communes", "[\"62065\"]" as String?)
    #expect(try obstacles(lens, to: CallBench.club(elsewhere)) == [.otherCommune("62498")])
    #expect(try obstacles(lens, to: CallBench.townHall(elsewhere)) == [])
    #expect(try obstacles(avion, to: CallBench.townHall(elsewhere)) == [])
  }

  @Test func `every obstacle is told at once`() throws {
    let purse = """
      financeur: COMMUNE, commune: "62065", objectifs: ["1.1.3"], porteurs: [ccas], \
      territoires: [veille]
      """
    #expect(
      try obstacles(purse, to: CallBench.club()) == [
        .objective("1.1.1"), .applicantKind("association"), .territory([.watch]),
        .otherCommune("62065"),
      ])
  }

  @Test(
    arguments: [
      (.objective("1.1.1"), "l’objectif 1.1.1 n’est pas de ceux qu’elle finance"),
      (.applicantKind("ccas"), "elle n’est pas ouverte aux porteurs de type « ccas »"),
      (
        .territory([.priorityDistrict, .watch]),
        "elle ne sert que : quartiers prioritaires, veille active"
      ),
      (
        .otherCommune("62065"),
        "une commune ne paie que pour elle-même, et l’action n’a pas lieu à 62065"
      ),
    ] as [(PurseObstacle, String)])
  func `an obstacle is said in French`(obstacle: PurseObstacle, french: String) {
    #expect(obstacle.french == french)
  }
}

import Allocation
import Desk
import TestKit
import Testing
import Vocabulary

@Suite struct `The tables of a comparison` {
  private func comparison(
    _ scenarios: [Scenario]? = nil, constraints: [Instance.Constraint] = []
  ) throws -> Comparison {
    let folder = "fixtures/instances"
    var instance = try Instance(json: ProjectRoot.data("\(folder)/retrait.json"))
    instance.constraints += constraints
    let set = try ScenarioSet(json: ProjectRoot.data("\(folder)/retrait-scenarios.json"))
    return try Comparison(
      of: ScenarioSet(districts: set.districts, scenarios: scenarios ?? set.scenarios),
      on: instance, strategy: .rank)
  }

  private func text(_ title: String, of comparison: Comparison) throws -> String {
    let table = TitledListing.all(of: comparison).first { $0.title == title }
    return try #require(table).listing.text(as: .csv)
  }

  @Test func `put scenarios side by side, and leave out what is empty`() throws {
    #expect(
      TitledListing.all(of: try comparison()).map(\.title) == [
        "Scénarios", "Projets qui bougent", "Engagements qui tombent ou qui naissent",
        "Enveloppes", "Quartiers", "Euros par habitant", "Axes", "Types de porteur",
      ])
    let still = try comparison([Scenario(name: "Rien")])
    #expect(TitledListing.all(of: still).contains { $0.title == "Projets qui bougent" } == false)
  }

  @Test func `say in words who enters, who leaves and by how much`() throws {
    let lines = try text("Projets qui bougent", of: comparison()).split(separator: "\r\n")
    #expect(
      lines.last
        == """
        CHANTIER,,"entre, +\(Cents(880_000).french)",=,=,"entre, +\(Cents(900_000).french)",=
        """)
    #expect(lines[4].hasPrefix("HALL,\"\(Cents(1_000_000).french)\",\"sort, -"))
  }

  @Test func `follow the dominoes of a departure`() throws {
    let scenarios = [Scenario(name: "S", purses: [Scenario.PurseChange("CAF", .withdrawal)])]
    let table = try text(
      "Engagements qui tombent ou qui naissent", of: comparison(scenarios))
    #expect(
      table == """
        scenario,effet,etape,projet,enveloppe,montant_centimes,raison\r
        S,tombe,1,HALL,REGION,200000,CAF est retirée\r
        S,tombe,2,HALL,CD62,150000,le projet n’est pas retenu\r\n
        """)
  }

  @Test func `name what an infeasible scenario demands in vain`() throws {
    let scenario = Scenario(
      name: "S", purses: [Scenario.PurseChange("CAF", .withdrawal)],
      projects: [Scenario.ProjectChange("LECTURE", band: .always)])
    let table = try text(
      "Exigences qui ne peuvent être satisfaites ensemble", of: comparison([scenario]))
    #expect(table == "scenario,exigence\r\nS,LECTURE doit toujours être retenu\r\n")
  }

  @Test func `tell what soft minima miss`() throws {
    let comparison = try comparison(
      [Scenario(name: "S")],
      constraints: [.minimumCount(purse: nil, of: Instance.Category(.axis, "9"), count: 2)])
    let lines = try text("Scénarios", of: comparison).split(separator: "\r\n")
    #expect(lines[0].hasSuffix(",minima_manques"))
    #expect(lines[2].hasSuffix(",2 projets"))
  }

  @Test func `give every project under every scenario to a spreadsheet`() throws {
    let comparison = try comparison()
    let listing = Listing(comparison: comparison)
    #expect(listing.rows.count == 6 * 7)
    let lines = listing.text(as: .csv).split(separator: "\r\n")
    #expect(
      lines.contains(
        "Sans la CAF,rang,optimal,MEDIATION,2,QP062019;QP062020,1.2,commune,non,0,-900000,sort"))
  }

  @Test func `make a page, the same every time`() throws {
    func page() throws -> String {
      try Desk.page(of: comparison(), on: "dossier/retrait.json", resources: OpenDesk.resources)
    }
    let text = try page()
    #expect(try page() == text)
    #expect(text.contains("« retrait.json » (7 projets, 4 enveloppes), comparé à 5 scénarios."))
    #expect(text.contains("dossier/") == false)
  }
}

import Dossiers
import Forms
import TestKit
import Testing
import Vocabulary

@Suite struct `An application` {
  @Test func `reads its applicant in the answers`() throws {
    let applicant = try CallBench.club().applicant
    #expect(applicant.kind == Applicant.association)
    #expect(applicant.isPrivateBody)
    #expect(applicant.name == "Boxing-club des Cités")
    #expect(applicant.siret == "38047555800058")
    #expect(applicant.siren == "380475558")
    #expect(applicant.rna == "W751100895")
    #expect(applicant.declaredOn == Day(iso: "2008-03-11"))
    #expect(applicant.commune == "62498")
    #expect(applicant.representative?.name == "Aïcha Lefebvre")
    #expect(applicant.representative?.role == "présidente")
    #expect(applicant.bank?.holder == "Boxing-club des Cités")
    #expect(applicant.bank?.bic == nil)
    #expect(try !CallBench.townHall().applicant.isPrivateBody)
  }

  @Test func `reads its project in the answers`() throws {
    let project = try CallBench.club(("projet.objectifs_secondaires", "[\"1.1.3\"]")).project
    #expect(project.title == "Les gants et le cahier")
    #expect(!project.isRenewal)
    #expect(project.objective == "1.1.1")
    #expect(project.secondaryObjectives == ["1.1.3"])
    #expect(project.participation == .consultation)
    #expect(project.audience.count == 40)
    #expect(project.audience.districtShare == BasisPoints(8000))
    #expect(project.places.districts == ["QP062026"])
    #expect(project.indicators.map(\.label) == ["jeunes présents chaque semaine"])
    #expect(project.period?.end == Day(iso: "2016-12-15"))
  }

  @Test func `has no period when its dates are missing or out of order`() throws {
    #expect(try CallBench.club(("projet.fin", nil)).project.period == nil)
    #expect(try CallBench.club(("projet.fin", "2016-01-31")).project.period == nil)
    #expect(
      try CallBench.club(("projet.fin", "2016-02-01")).project.period?.end == Day(iso: "2016-02-01")
    )
  }

  @Test func `adds its budget and its financing plan up`() throws {
    let club = try CallBench.club()
    #expect(club.budget.cost == Cents(euros: 12_000))
    #expect(club.budget.ownResources == Cents(euros: 2_000))
    #expect(club.budget.volunteerUsesTotal == Cents(euros: 1_500))
    #expect(club.budget.volunteerResourcesTotal == Cents(euros: 1_500))
    #expect(club.plan.requestedTotal == Cents(euros: 9_000))
    #expect(club.plan.securedTotal == Cents(euros: 1_000))
    #expect(club.need == Cents(euros: 9_000))
    #expect(club.uncoveredCost == Cents(euros: 9_000))
    for side in AccountSide.allCases {
      #expect(!club.budget.amounts(of: side).isEmpty)
    }
  }

  @Test func `can be made of no answer at all`() throws {
    let answers = Answers(
      form: "association-1", call: nil, applicantKind: "association", values: [:], lines: [:])
    let empty = Application(answers: answers)
    #expect(empty.need == .zero)
    #expect(empty.project.participation == .none)
    #expect(empty.applicant.representative == nil)
    #expect(empty.applicant.bank == nil)
    #expect(empty.floor(defaultRate: .whole) == .zero)
  }

  @Test func `leaves out a request whose funder or amount is missing`() throws {
    let club = try CallBench.club(
      ("financement.demandes", "[{financeur: CAF}, {montant: 3}, {financeur: ETAT, montant: 2}]"))
    #expect(club.plan.requests.map(\.funder) == ["ETAT"])
    #expect(
      club.plan.requests.map(\.line) == [DossierText.sportsClub.line(of: "financement.demandes")])
  }

  @Test(
    arguments: [
      (nil, 5000, 450_000), (nil, 3333, 299_970), (nil, 0, 0), (nil, 10_000, 900_000),
      ("3500", 5000, 350_000), ("12000", 5000, 900_000), ("0", 5000, 0),
    ] as [(String?, Int64, Int64)])
  func `has a floor: its own, else the share of the call, never above its need`(
    own: String?, rate: Int64, expected: Int64
  ) throws {
    let club = try CallBench.club(("financement.plancher", own))
    #expect(club.floor(defaultRate: BasisPoints(rate)) == Cents(expected))
  }

  @Test func `rounds the default floor up to the cent`() throws {
    let club = try CallBench.club(("financement.demandes", "[{financeur: CAF, montant: \"0,33\"}]"))
    #expect(club.floor(defaultRate: BasisPoints(5000)) == Cents(17))
  }
}

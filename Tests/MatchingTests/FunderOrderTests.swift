import Dossiers
import Matching
import Testing
import Vocabulary

@testable import Contract

@Suite struct `A purse judged for a project` {
  private let matcher: FunderMatcher
  private let call: Call

  init() throws {
    matcher = FunderMatcher(reference: try TestContract.reference())
    call = try TestContract.call()
  }

  /// An association’s project: its objective, its places, its charges, its requests and its content.
  private func application(
    objective: String = "1.1.3", districts: String = "QP062019", communes: String = "\"62498\"",
    charges: String = "", asked: String = "", content: String = "Un jardin."
  ) throws -> Application {
    let main = objective.isEmpty ? "" : "objectif_principal: \"\(objective)\", "
    return try TestContract.application(
      """
      type_porteur: association
      projet: {\(main)contenu: "\(content)"}
      lieux: {communes: [\(communes)], quartiers: [\(districts)]}
      budget: {charges: {\(charges)}}
      financement: {demandes: [\(asked)]}
      """)
  }

  private func match(
    _ purse: String, _ application: Application, beside: FundingBeside = .none
  ) throws -> FunderMatch {
    let matches = matcher.funders(of: application, in: call, beside: beside)
    return try #require(matches.first { $0.purse == purse })
  }

  @Test(arguments: ["ETAT-PV", "COMMUNE-62498", "PDC-HABITAT-DC"])
  func `is undecided when it needs a place and the dossier gives none`(purse: String) throws {
    let match = try match(purse, try application(districts: "", communes: ""))
    #expect(match.eligibility == .undecided)
    #expect(match.reason == "indéterminé\u{00A0}: le dossier ne dit pas où l’action a lieu")
    #expect(!match.isForgotten)
  }

  @Test func `needs no place when it serves the whole territory`() throws {
    let match = try match("CD62-DC", try application(districts: "", communes: ""))
    #expect(match.eligibility == .eligible)
  }

  @Test(arguments: [("CD62-DC", true), ("ETAT-PV", false)])
  func `is undecided when it needs an objective and the dossier names none`(
    purse: String, isUndecided: Bool
  ) throws {
    let match = try match(purse, try application(objective: ""))
    #expect(match.eligibility == (isUndecided ? .undecided : .eligible))
    #expect(match.reason.contains("à quel objectif") == isUndecided)
  }

  @Test func `says all that is missing`() throws {
    let silent = try application(objective: "", districts: "", communes: "")
    #expect(
      try match("COMMUNE-62498", silent).reason
        == "indéterminé\u{00A0}: le dossier ne dit pas à quel objectif il répond\u{00A0}; "
        + "le dossier ne dit pas où l’action a lieu")
  }

  @Test func `is refused for what is known, whatever is missing beside`() throws {
    let match = try match("CAF-DC", try application(districts: "", communes: ""))
    #expect(match.eligibility == .ineligible)
    #expect(
      match.reason == "non éligible\u{00A0}: l’objectif 1.1.3 n’est pas de ceux qu’elle finance")
    #expect(match.remarks == [])
  }

  @Test func `is refused to a commune where nothing happens`() throws {
    let match = try match("COMMUNE-62510", try application())
    #expect(match.eligibility == .ineligible)
  }

  @Test(arguments: [
    ("1249.98", FunderMatch.Eligibility.ineligible), ("1250", .eligible), ("0", .eligible),
  ])
  func `is refused when its rate keeps it below its own minimum`(
    cost: String, eligibility: FunderMatch.Eligibility
  ) throws {
    // Four fifths of the cost, no less than 1 000 €; an unknown cost refuses nothing.
    let match = try match("ETAT-PV", try application(charges: "\"60\": \(cost)"))
    #expect(match.eligibility == eligibility)
    if eligibility == .ineligible {
      #expect(
        match.reason == "non éligible\u{00A0}: elle ne donne pas moins de "
          + "\(Cents(100_000).french), et ne pourrait donner ici que \(Cents(99_998).french)")
    }
  }
}

@Suite struct `The order of the purses` {
  private let matcher: FunderMatcher
  private let call: Call

  init() throws {
    matcher = FunderMatcher(reference: try TestContract.reference())
    call = try TestContract.call()
  }

  private func application(
    objective: String = "1.1.3", asked: String = "", content: String = "Un jardin."
  ) throws -> Application {
    try TestContract.application(
      """
      type_porteur: association
      projet: {objectif_principal: "\(objective)", contenu: "\(content)"}
      lieux: {communes: ["62498"], quartiers: [QP062019]}
      financement: {demandes: [\(asked)]}
      """)
  }

  private func eligible(
    _ application: Application, beside: FundingBeside = .none
  ) -> [String] {
    matcher.funders(of: application, in: call, beside: beside)
      .filter { $0.eligibility == .eligible }.compactMap(\.purse)
  }

  private func remarks(
    _ purse: String, _ application: Application, beside: FundingBeside = .none
  ) -> [String]? {
    matcher.funders(of: application, in: call, beside: beside).first { $0.purse == purse }?.remarks
  }

  private func use(_ purse: String, _ euros: Int64, projects: Int = 1) -> FundingBeside {
    FundingBeside(
      uses: [purse: FundingBeside.Use(granted: Cents(euros: euros), projects: projects)])
  }

  static let plain = [
    "CD62-DC", "PDC-HABITAT-DC", "SIA-HABITAT-DC", "COMMUNE-62498", "CALL-CDV", "ETAT-PV",
    "REGION-POLVILLE",
  ]

  @Test func `follows the plan, then takes specific credits`() throws {
    #expect(eligible(try application()) == Self.plain)
  }

  @Test(
    arguments: [
      ("CD62-DC", 159_799, ["CD62-DC", "PDC-HABITAT-DC", "SIA-HABITAT-DC", "COMMUNE-62498"]),
      ("CD62-DC", 159_800, ["PDC-HABITAT-DC", "SIA-HABITAT-DC", "COMMUNE-62498", "CD62-DC"]),
    ] as [(String, Int64, [String])])
  func `puts an exhausted purse last among those of its class`(
    purse: String, euros: Int64, order: [String]
  ) throws {
    let order = order + Self.plain.suffix(3)
    #expect(eligible(try application(), beside: use(purse, euros)) == order)
  }

  @Test(arguments: [
    (59, ["REGION-POLVILLE", "CALL-CDV", "ETAT-PV"]),
    (60, ["CALL-CDV", "ETAT-PV", "REGION-POLVILLE"]),
  ])
  func `counts the projects of a purse that may serve but so many`(
    projects: Int, order: [String]
  ) throws {
    // Its special rule would put it first.
    let mediated = try application(content: "Une médiatrice sociale, le soir.")
    let beside = use("REGION-POLVILLE", 1_000, projects: projects)
    #expect(eligible(mediated, beside: beside).suffix(3) == order[...])
    #expect(
      remarks("REGION-POLVILLE", try application(), beside: beside) == [
        projects == 60
          ? "L’enveloppe est épuisée."
          : "Il reste \(Cents(euros: 664_298).french) sur \(Cents(euros: 665_298).french)."
      ])
  }

  @Test func `turns first to funders from which the applicant asks least`() throws {
    let beside = FundingBeside(applicantOthers: ["CALL": Cents(euros: 500)])
    #expect(
      eligible(try application(), beside: beside).suffix(3)
        == ["ETAT-PV", "REGION-POLVILLE", "CALL-CDV"])
    #expect(
      remarks("CALL-CDV", try application(), beside: beside) == [
        "Les autres dossiers du porteur lui demandent \(Cents(euros: 500).french)."
      ])
  }

  @Test func `favours a funder whose special rule the project meets, and says it`() throws {
    let plain = try application()
    let mediated = try application(content: "Deux médiatrices sociales, le soir.")
    #expect(remarks("REGION-POLVILLE", plain) == [])
    let told = try #require(remarks("REGION-POLVILLE", mediated))
    #expect(
      told == [
        "Quatre à cinq actions expérimentales de médiation sociale financées par an, environ "
          + "25 000 euros chacune, dans la limite de l'enveloppe. "
          + "D’ordinaire\u{00A0}: \(Cents(euros: 25_000).french) par action. "
          + "Au plus 5 actions par an. (Règle MEDIATION_SOCIALE, ligne 4658 du contrat)"
      ])
    #expect(eligible(mediated).suffix(3) == ["REGION-POLVILLE", "CALL-CDV", "ETAT-PV"])
  }

  @Test func `tells of a rule that concerns every project`() throws {
    let asked = try application(
      objective: "1.1.1", asked: "{financeur: CAF, montant: 1000}")
    #expect(
      remarks("CAF-DC", asked) == [
        "Contribution majorée sur fonds propres pour les opérations présentées au titre du "
          + "contrat de ville, sans changer les critères d'acceptation des dossiers. "
          + "(Règle CAF_CONTRIBUTION_MAJOREE, ligne 5937 du contrat)"
      ])
  }

  @Test func `recalls a funder that was forgotten, and no other`() throws {
    let forgotten =
      "CD62 compte l’objectif 1.1.3 parmi ses compétences\u{00A0}; "
      + "rien ne lui a été demandé."
    #expect(remarks("CD62-DC", try application()) == [forgotten])
    let asked = try application(asked: "{financeur: CD62, montant: 1000}")
    #expect(remarks("CD62-DC", asked) == [])
    #expect(remarks("ETAT-PV", asked) == [])
  }

  @Test(arguments: ["1.1.1", "1.1.3", "2.4.1", "3.4.2"])
  func `is total and does not depend on the order of the call`(objective: String) throws {
    let application = try application(objective: objective)
    let matches = matcher.funders(of: application, in: call)
    #expect(matches.map(\.rank) == Array(1...call.purses.count))
    #expect(Set(matches.compactMap(\.purse)) == Set(call.purses.map(\.id)))
    let reversed = Call(
      id: call.id, year: call.year, contract: call.contract, title: call.title,
      isFictional: call.isFictional, calendar: call.calendar, exercise: call.exercise,
      applicants: call.applicants, committee: call.committee, parameters: call.parameters,
      source: call.source, grid: call.grid, purses: call.purses.reversed(),
      pieceRules: call.pieceRules)
    #expect(matcher.funders(of: application, in: reversed) == matches)
  }
}

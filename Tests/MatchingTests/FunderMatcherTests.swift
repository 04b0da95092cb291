import Contract
import Dossiers
import Matching
import Testing

@Suite struct `Matching with co-funders` {
  private let reference: ReferenceData
  private let matcher: FunderMatcher

  init() throws {
    reference = try TestContract.reference()
    matcher = FunderMatcher(reference: reference)
  }

  @Test func `without a call, follows the plan of action`() {
    let matches = matcher.funders(of: "1.1.3")
    #expect(matches.map(\.id) == ["CD62", "BAILLEURS", "COMMUNE"])
    #expect(matches.map(\.rank) == [1, 2, 3])
    #expect(matches.map(\.reason) == Array(repeating: "droit commun de 1.1.3", count: 3))
    #expect(matcher.partners(of: "1.1.3") == ["CALL", "CENTRES_SOCIAUX"])
  }

  @Test(arguments: ["", "9.9.9"]) func `names nobody for an unknown objective`(code: String) {
    #expect(matcher.funders(of: code) == [])
  }

  private func matches(_ request: String = "") throws -> [FunderMatch] {
    let application = try TestContract.application(
      """
      projet: {objectif_principal: "1.1.3"}
      lieux: {communes: ["62498"], quartiers: [QP062019]}
      financement: {demandes: [\(request)]}
      """)
    return matcher.funders(of: application, in: try TestContract.call())
  }

  @Test func `judges every purse of a call, eligible ones first`() throws {
    let call = try TestContract.call()
    let matches = try matches()
    #expect(matches.compactMap(\.purse).sorted() == call.purses.map(\.id).sorted())
    #expect(matches.map(\.rank) == Array(1...call.purses.count))
    let eligible = matches.map { $0.eligibility == .eligible }
    #expect(eligible == eligible.sorted { $0 && !$1 })
    let refused = matches.filter { $0.eligibility == .ineligible }
    #expect(refused.allSatisfy { $0.reason.hasPrefix("non éligible\u{00A0}: ") })
  }

  @Test func `puts named ordinary policies before specific credits`() throws {
    let eligible = try matches().filter { $0.eligibility == .eligible }
    let natures = eligible.map { $0.reason.hasPrefix("droit commun") }
    #expect(natures == natures.sorted { $0 && !$1 })
    #expect(eligible.first?.id == "CD62")
    #expect(eligible.last?.reason == "crédits spécifiques, en complément du droit commun")
  }

  @Test func `says what was forgotten`() throws {
    #expect(try matches().first { $0.id == "CD62" }?.isForgotten == true)
    let asked = try matches("{financeur: CD62, montant: 1000}").first { $0.id == "CD62" }
    #expect(asked?.isForgotten == false)
    #expect(asked?.reason == "droit commun de 1.1.3")
  }
}

import Allocation
import Testing
import Vocabulary

@Suite struct `A scenarios file` {
  private func refusals(_ text: String) -> [[String]] {
    do throws(Refusal) {
      _ = try ScenarioSet(json: text.utf8)
      return []
    } catch {
      #expect(error.findings.allSatisfy { $0.family == .malformed && $0.severity == .blocking })
      return error.findings.map { [$0.code, $0.place.field ?? "ligne \($0.place.line ?? 0)"] }
    }
  }

  @Test func `is read whole when it is right`() throws {
    let text = #"""
      {"quartiers":[{"code":"Q1","habitants":2345}],
       "scenarios":[
        {"nom":"Tout change","strategie":"rang",
         "enveloppes":[{"id":"A","montant_centimes":5},{"id":"B","variation_bp":-1000},
                       {"id":"C","retrait":true},{"id":"D","retrait":false,"variation_bp":0}],
         "planchers":{"part_du_besoin_bp":6000,"seulement_si_plus_haut":true},
         "projets":[{"id":"P","rang":2,"score":-3,"besoin_centimes":9,"plancher_centimes":4,
                     "bande":"jamais"}],
         "reclasser":true,
         "parametres":{"arrondi_centimes":100,"part_publique_max_bp":8000,"seuil_score":500,
                       "poids_retenu_bp":7000},
         "fixes":[{"projet":"P","enveloppe":"A","montant_centimes":0},
                  {"projet":"P","enveloppe":"B","retrait":true}],
         "contraintes":[{"type":"cofinancement_min","enveloppe":"A","part_bp":2000}]},
        {"nom":"Rien ne change"}]}
      """#
    let everything = Scenario(
      name: "Tout change", strategy: .rank,
      purses: [
        Scenario.PurseChange("A", .amount(Cents(5))), Scenario.PurseChange("B", .variation(-1000)),
        Scenario.PurseChange("C", .withdrawal), Scenario.PurseChange("D", .variation(0)),
      ],
      floors: Scenario.FloorPolicy(shareOfNeed: BasisPoints(6000), onlyRaises: true),
      projects: [
        Scenario.ProjectChange(
          "P", rank: 2, score: -3, need: Cents(9), floor: Cents(4), band: .never)
      ],
      reranksByScore: true,
      parameters: Scenario.ParameterChange(
        rounding: Cents(100), publicShare: BasisPoints(8000), scoreThreshold: 500,
        retainedWeight: BasisPoints(7000)),
      pins: [
        Scenario.PinChange(project: "P", purse: "A", amount: .zero),
        Scenario.PinChange(project: "P", purse: "B", amount: nil),
      ],
      constraints: [.cofunding(purse: "A", share: BasisPoints(2000))])
    #expect(
      try ScenarioSet(json: text.utf8)
        == ScenarioSet(
          districts: [ScenarioSet.District(code: "Q1", inhabitants: 2345)],
          scenarios: [everything, Scenario(name: "Rien ne change")]))
  }

  @Test(
    arguments: [
      ("[]", [["type_inattendu", ""]]),
      (#"{"scenario":[]}"#, [["cle_inconnue", "scenario"], ["cle_absente", "scenarios"]]),
      (#"{"scenarios":[]}"#, [["liste_vide", "scenarios"]]),
      (#"{"scenarios":[{}]}"#, [["cle_absente", "scenarios[0].nom"]]),
      (
        #"{"scenarios":[{"nom":"S"},{"nom":"S"}]}"#,
        [["identifiant_en_double", "scenarios[1].nom"]]
      ),
      (
        #"{"quartiers":[{"code":"Q","habitants":0}],"scenarios":[{"nom":"S"}]}"#,
        [["hors_bornes", "quartiers[0].habitants"]]
      ),
      (
        #"{"quartiers":[{"code":"Q","habitants":1},{"code":"Q","habitants":2}],"#
          + #""scenarios":[{"nom":"S"}]}"#,
        [["identifiant_en_double", "quartiers[1].code"]]
      ),
      (
        #"{"quartiers":[{"code":"Q","habitants":10000000000},{"code":"R","habitants":1}],"#
          + #""scenarios":[{"nom":"S"}]}"#,
        [["hors_bornes", "quartiers"]]
      ),
      (#"{"scenarios":[{"nom":"S"}]"#, [["json_invalide", "ligne 1"]]),
    ] as [(String, [[String]])])
  func `is refused with the place of each fault`(text: String, expected: [[String]]) {
    #expect(refusals(text) == expected)
  }

  @Test(
    arguments: [
      (#""strategie":"rangs""#, [["valeur_inconnue", "strategie"]]),
      (#""enveloppes":[{"id":"A"}]"#, [["choix_attendu", "enveloppes[0]"]]),
      (
        #""enveloppes":[{"id":"A","montant_centimes":1,"retrait":true}]"#,
        [["choix_attendu", "enveloppes[0]"]]
      ),
      (#""enveloppes":[{"id":"A","retrait":false}]"#, [["choix_attendu", "enveloppes[0]"]]),
      (
        #""enveloppes":[{"id":"A","variation_bp":-10001}]"#,
        [["hors_bornes", "enveloppes[0].variation_bp"]]
      ),
      (
        #""enveloppes":[{"id":"A","variation_bp":1.5}]"#,
        [["nombre_non_entier", "enveloppes[0].variation_bp"]]
      ),
      (
        #""enveloppes":[{"id":"A","retrait":"oui"}]"#,
        [["type_inattendu", "enveloppes[0].retrait"]]
      ),
      (
        #""enveloppes":[{"id":"A","retrait":true},{"id":"A","retrait":true}]"#,
        [["identifiant_en_double", "enveloppes[1].id"]]
      ),
      (#""planchers":{}"#, [["cle_absente", "planchers.part_du_besoin_bp"]]),
      (
        #""planchers":{"part_du_besoin_bp":10001}"#,
        [["hors_bornes", "planchers.part_du_besoin_bp"]]
      ),
      (#""projets":[{"id":"P","rng":1}]"#, [["cle_inconnue", "projets[0].rng"]]),
      (#""projets":[{"id":"P"},{"id":"P"}]"#, [["identifiant_en_double", "projets[1].id"]]),
      (#""parametres":{"arrondi_centimes":0}"#, [["hors_bornes", "parametres.arrondi_centimes"]]),
      (
        #""fixes":[{"projet":"P","enveloppe":"A"}]"#,
        [["cle_absente", "fixes[0].montant_centimes"]]
      ),
      (
        #""fixes":[{"projet":"P","enveloppe":"A","montant_centimes":1,"retrait":true}]"#,
        [["choix_attendu", "fixes[0]"]]
      ),
      (#""contraintes":[{"type":"autre"}]"#, [["valeur_inconnue", "contraintes[0].type"]]),
      (
        #""strategie":1,"enveloppes":{},"projets":[7],"reclasser":1"#,
        [
          ["type_inattendu", "strategie"], ["type_inattendu", "enveloppes"],
          ["type_inattendu", "projets[0]"], ["type_inattendu", "reclasser"],
        ]
      ),
    ] as [(String, [[String]])])
  func `is refused with the place of each fault of a scenario`(
    members: String, expected: [[String]]
  ) {
    let seen = refusals(#"{"scenarios":[{"nom":"Juste"},{"nom":"S",\#(members)}]}"#)
    #expect(seen == expected.map { [$0[0], "scenarios[1].\($0[1])"] })
  }

  @Test func `suggests the key that was meant`() {
    let error = #expect(throws: Refusal.self) {
      try ScenarioSet(json: #"{"scenarios":[{"nom":"S","envelopes":[]}]}"#.utf8)
    }
    #expect(error?.findings.map(\.remedy) == ["Vouliez-vous écrire « enveloppes » ?"])
  }
}

import Contract
import Foundation
import TestKit
import Testing
import Vocabulary

@Suite struct `What a call says of the committee's proposals` {
  typealias Spot = PlantedTerritory.Spot

  static let source = "source: {citation: \"Hypothèse d’essai\"}"
  private static let anchor = "    minimum: \"1000.00\"\n    taux_max_bp: 6000\n"

  /// The second territory's call with keys added to its first purse, which holds 120 000 €.
  private func findings(_ keys: String) throws -> (spots: [Spot], line: Int) {
    var territory = try PlantedTerritory("henin-carvin")
    let line = try territory.plant(
      Self.anchor + "    \(keys)\n", for: Self.anchor, in: "enveloppes.yaml")
    return (try territory.spots(), line + 2)
  }

  private func call(_ changes: CallChange...) throws -> Call {
    let folder = try TemporaryFolder()
    let path = try folder.territory("henin-carvin", changing: changes) + "/appel-2026/"
    let files = try ["appel", "enveloppes", "grille"].map { name in
      SourceFile(
        name: name, bytes: [UInt8](try Data(contentsOf: URL(filePath: "\(path)\(name).yaml"))))
    }
    let (call, findings) = CallFiles(call: files[0], purses: files[1], grid: files[2])
      .load(with: try Territory.heninCarvin.reference, evaluators: Territory.evaluators)
    #expect(findings == [])
    return try #require(call)
  }

  private var ruled: Call {
    get throws {
      try call(
        .purses(
          Self.anchor,
          Self.anchor
            + """
                parts:
                  - {selon: quartier, valeur: CAHC-Q5, max_bp: 4000, min_bp: 500, \(Self.source)}
                  - {selon: axe, valeur: "B.1", min_bp: 1000, hypothese: true, note: essai, \(Self.source)}
                nombres:
                  - {selon: type_porteur, valeur: commune, max: 3, min: 1, \(Self.source)}
                nombre_min: {valeur: 2, \(Self.source)}
                cofinancement_min_bp: {valeur: 2500, \(Self.source)}
                reserve: {montant: "5000.00", hypothese: true, \(Self.source)}
                reserves:
                  - {selon: quartier, valeur: CAHC-Q1, montant: "20000.50", \(Self.source)}

            """.replacing("            ", with: "")),
        .call("quorum: 2", "quorum: 2\n  strategie: proportionnel"),
        .call(
          "parametres:\n",
          """
          parametres:
            part_publique_max_bp: {valeur: 8000, \(Self.source)}
            arrondi_centimes: {valeur: 10000, \(Self.source)}
            seuil_score: {valeur: 450, \(Self.source)}
            poids_retenu_bp: {valeur: 6000, \(Self.source)}
            ordre_porteur: {valeur: 1, \(Self.source)}

          """))
    }
  }

  @Test func `is read from its files`() throws {
    let call = try ruled
    #expect(call.committee.strategy == .proportional)
    let names: [CallParameterName] = [
      .maximumPublicShare, .rounding, .scoreThreshold, .retainedWeight, .applicantOrder,
    ]
    #expect(names.map { call.parameter($0)?.value } == [8_000, 10_000, 450, 6_000, 1])
    let rules = call.purses[0].rules
    #expect(rules.shares.map(\.category.value) == ["CAHC-Q5", "B.1"])
    #expect(rules.shares.map(\.category.criterion) == [.district, .axis])
    #expect(rules.shares.map(\.maximum) == [BasisPoints(4_000), nil])
    #expect(rules.shares.map(\.minimum) == [BasisPoints(500), BasisPoints(1_000)])
    #expect(rules.shares.map(\.isAssumed) == [false, true])
    #expect(rules.counts.map(\.category.criterion) == [.applicantKind])
    #expect(rules.counts.map { [$0.minimum, $0.maximum] } == [[1, 3]])
    #expect(rules.minimumProjects?.value == 2)
    #expect(rules.minimumCofunding?.value == BasisPoints(2_500))
    #expect(rules.reserve?.value == Cents(euros: 5_000))
    #expect(rules.reserve?.isAssumed == true)
    #expect(rules.reservations.map(\.amount) == [Cents(2_000_050)])
    #expect(rules.reservations.map(\.source.citation) == ["Hypothèse d’essai"])
    #expect(call.purses.dropFirst().allSatisfy { $0.rules == .none })
  }

  @Test func `survives the base's own writing`() throws {
    let call = try ruled
    #expect(try JSONDecoder().decode(Call.self, from: JSONEncoder().encode(call)) == call)
  }

  @Test func `is nothing in a call stored before it could be said`() throws {
    let call = try ruled
    var old = try #require(
      JSONSerialization.jsonObject(with: JSONEncoder().encode(call)) as? [String: Any])
    var committee = try #require(old["committee"] as? [String: Any])
    var purses = try #require(old["purses"] as? [[String: Any]])
    #expect(committee.removeValue(forKey: "strategyName") != nil)
    #expect(purses[0].removeValue(forKey: "writtenRules") != nil)
    #expect(purses.dropFirst().allSatisfy { $0["writtenRules"] == nil })
    (old["committee"], old["purses"]) = (committee, purses)
    let decoded = try JSONDecoder().decode(
      Call.self, from: JSONSerialization.data(withJSONObject: old))
    #expect(decoded.committee.strategy == .rank)
    #expect(decoded.purses.allSatisfy { $0.rules == .none })
    #expect(decoded.parameters == call.parameters)
  }

  @Test(
    arguments: [
      (
        "parts: [{selon: quartier, valeur: CAHC-Q9, max_bp: 1, S}]", "parts[0].valeur",
        "reference_inconnue"
      ),
      (
        "parts: [{selon: axe, valeur: \"B.9\", max_bp: 1, S}]", "parts[0].valeur",
        "reference_inconnue"
      ),
      (
        "parts: [{selon: type_porteur, valeur: epci, max_bp: 1, S}]", "parts[0].valeur",
        "reference_inconnue"
      ),
      (
        "parts: [{selon: commune, valeur: x, max_bp: 1, S}]", "parts[0].selon", "reference_inconnue"
      ),
      (
        "parts: [{selon: axe, valeur: \"B.1\", max_bp: 10001, S}]", "parts[0].max_bp",
        "limite_impossible"
      ),
      (
        "parts: [{selon: axe, valeur: \"B.1\", min_bp: -1, S}]", "parts[0].min_bp",
        "limite_impossible"
      ),
      (
        "parts: [{selon: axe, valeur: \"B.1\", min_bp: 2, max_bp: 1, S}]", "parts[0].min_bp",
        "bornes_inversees"
      ),
      (
        "parts: [{selon: axe, valeur: \"B.1\", max_bp: 40%, S}]", "parts[0].max_bp",
        "type_inattendu"
      ),
      ("parts: [{selon: axe, valeur: \"B.1\", S}]", "parts[0]", "cle_manquante"),
      ("parts: [{selon: axe, valeur: \"B.1\", max_bp: 1}]", "parts[0].source", "source_manquante"),
      (
        "parts: [{selon: axe, valeur: \"B.1\", part_bp: 1, min_bp: 1, S}]", "parts[0].part_bp",
        "champ_inconnu"
      ),
      (
        "parts: [{selon: axe, valeur: \"B.1\", max_bp: 1, S}, {selon: axe, valeur: \"B.1\", min_bp: 1, S}]",
        "parts[1].valeur", "code_en_double"
      ),
      (
        "nombres: [{selon: axe, valeur: \"B.1\", max: -1, S}]", "nombres[0].max",
        "limite_impossible"
      ),
      (
        "nombres: [{selon: axe, valeur: \"B.1\", max: 1, min: 2, S}]", "nombres[0].min",
        "bornes_inversees"
      ),
      ("nombre_min: {valeur: -2, S}", "nombre_min.valeur", "limite_impossible"),
      ("nombre_min: {S}", "nombre_min.valeur", "cle_manquante"),
      ("nombre_min: {valeur: 2, selon: axe, S}", "nombre_min.selon", "champ_inconnu"),
      (
        "cofinancement_min_bp: {valeur: 10001, S}", "cofinancement_min_bp.valeur",
        "limite_impossible"
      ),
      ("cofinancement_min_bp: {valeur: 100}", "cofinancement_min_bp.source", "source_manquante"),
      ("reserve: {montant: \"120000.01\", S}", "reserve.montant", "reserve_trop_grande"),
      (
        "reserves: [{selon: axe, valeur: \"B.1\", montant: \"120000.01\", S}]",
        "reserves[0].montant", "reserve_trop_grande"
      ),
      (
        "reserves: [{selon: axe, valeur: \"B.1\", montant: \"-1\", S}]", "reserves[0].montant",
        "montant_illisible"
      ),
      (
        "reserves: [{selon: axe, valeur: \"B.2\", montant: \"1\", S}]", "reserves[0].valeur",
        "reference_inconnue"
      ),
    ])
  func `is refused where it makes no sense`(keys: String, field: String, code: String) throws {
    let (spots, line) = try findings(keys.replacing("S}", with: "\(Self.source)}"))
    #expect(
      spots == [
        Spot(file: "enveloppes.yaml", line: line, field: "enveloppes[0].\(field)", code: code)
      ])
  }

  @Test func `has a number of projects that its purse can reach`() throws {
    var territory = try PlantedTerritory("henin-carvin")
    _ = try territory.plant(
      "nombre_max: 8\n    nombre_min: {valeur: 9, \(Self.source)}", for: "nombre_max: 8",
      in: "enveloppes.yaml")
    #expect(try territory.spots().map(\.code) == ["bornes_inversees"])
  }

  @Test(
    arguments: [
      ("part_publique_max_bp", 0), ("part_publique_max_bp", 10_001), ("arrondi_centimes", 0),
      ("seuil_score", -1), ("seuil_score", 1_001), ("poids_retenu_bp", 10_001),
      ("ordre_porteur", 2),
    ])
  func `has parameters within their bounds`(name: String, value: Int) throws {
    var territory = try PlantedTerritory("henin-carvin")
    _ = try territory.plant(
      "parametres:\n  \(name): {valeur: \(value), \(Self.source)}\n", for: "parametres:\n",
      in: "appel.yaml")
    let spots = try territory.spots()
    #expect(spots.map(\.field) == ["parametres.\(name).valeur"])
    #expect(spots.map(\.code) == ["parametre_impossible"])
  }

  @Test func `names a strategy that exists`() throws {
    var territory = try PlantedTerritory("henin-carvin")
    let line = try territory.plant(
      "quorum: 2\n  strategie: tirage", for: "quorum: 2", in: "appel.yaml")
    #expect(
      try territory.spots() == [
        Spot(
          file: "appel.yaml", line: line + 1, field: "comite.strategie", code: "reference_inconnue")
      ])
  }
}

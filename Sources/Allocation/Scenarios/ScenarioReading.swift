public import Vocabulary

extension ScenarioSet {
  /// Reads scenarios written in JSON (`schemas/scenarios-1.json`).
  ///
  /// - Parameter bytes: the file.
  /// - Throws: ``Vocabulary/Refusal`` with every finding, all of the family `lecture`.
  public init(json bytes: some Sequence<UInt8>) throws(Refusal) {
    self = try FindingCollector.read(bytes) { ScenarioSet(root: $0, collector: $1) }
  }

  private init?(root: JSONValue, collector: FindingCollector) {
    guard
      let reader = FieldReader(
        root, path: "", allowed: ["quartiers", "scenarios"], collector: collector)
    else { return nil }
    self.init(districts: reader.districts(), scenarios: reader.scenarios())
  }
}

extension FieldReader {
  fileprivate func districts() -> [ScenarioSet.District] {
    var seen = Repetitions()
    let most = ScenarioSet.mostInhabitants
    let districts = rows("quartiers", ["code", "habitants"], isRequired: false) {
      row -> ScenarioSet.District? in
      let code = row.text("code")
      let inhabitants = row.integer("habitants", in: 1...most)
      seen.note(code.map { [$0] }, of: row, at: "code")
      guard let code, let inhabitants else { return nil }
      return ScenarioSet.District(code: code, inhabitants: inhabitants)
    }
    // Summed in full width: a long list of large numbers must be refused, not trap.
    if districts.reduce(Int128(0), { $0 + Int128($1.inhabitants) }) > Int128(most) {
      collector.add(
        "hors_bornes", field("quartiers"), "Les habitants, tous ensemble, dépassent \(most).",
        remedy: "Vérifiez les nombres d’habitants.")
    }
    return districts
  }

  fileprivate func scenarios() -> [Scenario] {
    var seen = Repetitions()
    let scenarios = rows("scenarios", Scenario.keys) { row in
      let name = row.text("nom")
      seen.note(name.map { [$0] }, of: row, at: "nom")
      return Scenario(row, name: name)
    }
    if let list = list("scenarios", isRequired: false), list.isEmpty {
      collector.add(
        "liste_vide", field("scenarios"), "Il n’y a aucun scénario à comparer.",
        remedy: "Décrivez au moins un scénario.")
    }
    return scenarios
  }
}

extension Scenario {
  fileprivate static let keys = [
    "nom", "strategie", "enveloppes", "planchers", "projets", "reclasser", "parametres", "fixes",
    "contraintes",
  ]

  fileprivate init?(_ row: FieldReader, name: String?) {
    let strategy = row.word("strategie", as: Strategy.self, isRequired: false)
    self.init(
      name: name ?? "", strategy: strategy, purses: row.purseChanges(),
      floors: row.floorPolicy(), projects: row.projectChanges(),
      reranksByScore: row.optionalFlag("reclasser") ?? false, parameters: row.parameterChange(),
      pins: row.pinChanges(), constraints: row.has("contraintes") ? row.constraints() : nil)
    guard name != nil else { return nil }
  }
}

/// The names already met in a list, so that the second one is reported.
struct Repetitions {
  private var seen: Set<[String]> = []

  /// Notes a name; one that could not be read was reported already.
  mutating func note(_ name: [String]?, of row: FieldReader, at key: String) {
    guard let name, !seen.insert(name).inserted else { return }
    row.collector.add(
      "identifiant_en_double", row.field(key),
      "« \(name.joined(separator: " » sur « ")) » figure deux fois dans cette liste.",
      remedy: "Gardez une seule ligne.")
  }
}

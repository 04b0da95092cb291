import Vocabulary

extension FieldReader {
  /// `true` or `false`; nil when the key is absent.
  func optionalFlag(_ key: String) -> Bool? {
    guard let value = value(key, isRequired: false) else { return nil }
    if case .boolean(let flag) = value { return flag }
    mistyped(key, "true ou false", value)
    return nil
  }

  func purseChanges() -> [Scenario.PurseChange] {
    var seen = Repetitions()
    let ways = ["montant_centimes", "variation_bp", "retrait"]
    return rows("enveloppes", ["id"] + ways, isRequired: false) { row in
      let purse = row.text("id")
      seen.note(purse.map { [$0] }, of: row, at: "id")
      let kind = row.purseChange(among: ways)
      guard let purse, let kind else { return nil }
      return Scenario.PurseChange(purse, kind)
    }
  }

  private func purseChange(among ways: [String]) -> Scenario.PurseChange.Kind? {
    let amount = amount("montant_centimes", isRequired: false)
    // A hundredfold rise is past any hypothesis, and keeps the product within bounds.
    let variation = integer("variation_bp", in: -10_000...1_000_000, isRequired: false)
    let withdrawal = optionalFlag("retrait")
    let said = ways.filter { has($0) && !($0 == "retrait" && withdrawal == false) }
    guard said.count == 1 else {
      collector.add(
        "choix_attendu", path,
        "On attend une seule des clés \(ways.map { "« \($0) »" }.joined(separator: ", ")) ; "
          + (said.isEmpty ? "aucune n’y est." : "il y en a \(said.count)."),
        remedy: "Dites soit le montant, soit sa variation, soit le retrait.")
      return nil
    }
    if let amount { return .amount(amount) }
    if let variation { return .variation(variation) }
    return withdrawal == true ? .withdrawal : nil
  }

  func floorPolicy() -> Scenario.FloorPolicy? {
    guard let value = value("planchers", isRequired: false),
      let reader = FieldReader(
        value, path: field("planchers"), allowed: ["part_du_besoin_bp", "seulement_si_plus_haut"],
        collector: collector)
    else { return nil }
    let onlyRaises = reader.optionalFlag("seulement_si_plus_haut") ?? false
    return reader.rate("part_du_besoin_bp").map {
      Scenario.FloorPolicy(shareOfNeed: $0, onlyRaises: onlyRaises)
    }
  }

  func projectChanges() -> [Scenario.ProjectChange] {
    var seen = Repetitions()
    let limit = Cents.limit.rawValue
    let keys = ["id", "rang", "score", "besoin_centimes", "plancher_centimes", "bande"]
    return rows("projets", keys, isRequired: false) { row in
      let project = row.text("id")
      seen.note(project.map { [$0] }, of: row, at: "id")
      let change = Scenario.ProjectChange(
        project ?? "", rank: row.integer("rang", in: 0...limit, isRequired: false),
        score: row.integer("score", in: -limit...limit, isRequired: false),
        need: row.amount("besoin_centimes", isRequired: false),
        floor: row.amount("plancher_centimes", isRequired: false),
        band: row.word("bande", as: Instance.Project.Band.self, isRequired: false))
      return project == nil ? nil : change
    }
  }

  func parameterChange() -> Scenario.ParameterChange {
    let keys = ["arrondi_centimes", "part_publique_max_bp", "seuil_score", "poids_retenu_bp"]
    guard let value = value("parametres", isRequired: false),
      let reader = FieldReader(
        value, path: field("parametres"), allowed: keys, collector: collector)
    else { return Scenario.ParameterChange() }
    let limit = Cents.limit.rawValue
    return Scenario.ParameterChange(
      rounding: reader.integer("arrondi_centimes", in: 1...limit, isRequired: false)
        .map { Cents($0) },
      publicShare: reader.rate("part_publique_max_bp", isRequired: false),
      scoreThreshold: reader.integer("seuil_score", in: -limit...limit, isRequired: false),
      retainedWeight: reader.rate("poids_retenu_bp", isRequired: false))
  }

  func pinChanges() -> [Scenario.PinChange] {
    var seen = Repetitions()
    let keys = ["projet", "enveloppe", "montant_centimes", "retrait"]
    return rows("fixes", keys, isRequired: false) { row in
      let project = row.text("projet")
      let purse = row.text("enveloppe")
      let isFreed = row.optionalFlag("retrait") ?? false
      let amount = row.amount("montant_centimes", isRequired: !isFreed)
      if isFreed, row.has("montant_centimes") {
        row.collector.add(
          "choix_attendu", row.path, "Un montant retiré ne peut pas être fixé à la fois.",
          remedy: "Gardez « montant_centimes » ou « retrait ».")
      }
      guard let project, let purse else { return nil }
      seen.note([project, purse], of: row, at: "enveloppe")
      return Scenario.PinChange(project: project, purse: purse, amount: isFreed ? nil : amount)
    }
  }
}

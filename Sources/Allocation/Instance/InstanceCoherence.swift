import Vocabulary

/// What must hold between the rows of an instance: references exist, nothing is said twice.
struct InstanceCoherence {
  let instance: Instance
  let collector: FindingCollector
  private let projects: Set<String>
  private let purses: Set<String>

  init(
    instance: Instance, collector: FindingCollector, projects: Set<String>, purses: Set<String>
  ) {
    self.instance = instance
    self.collector = collector
    self.projects = projects
    self.purses = purses
  }

  func check() {
    unique("projets", instance.projects.map(\.id), "Le projet")
    unique("enveloppes", instance.purses.map(\.id), "L’enveloppe")
    let cells = instance.cells.map { ($0.project, $0.purse) }
    pairs("cellules", cells)
    pairs("fixes", instance.pins.map { ($0.project, $0.purse) })
    pairs("engagements", instance.commitments.map { ($0.project, $0.purse) })
    for (index, commitment) in instance.commitments.enumerated() {
      purse(commitment.condition, "engagements[\(index)].si.enveloppe")
    }
    for (index, constraint) in instance.constraints.enumerated() {
      check(constraint, "contraintes[\(index)]")
    }
    groups()
    parameters()
    total()
  }

  private func unique(_ list: String, _ ids: [String], _ kind: String) {
    var seen: Set<String> = []
    for (index, id) in ids.enumerated() where !seen.insert(id).inserted {
      collector.add(
        "identifiant_en_double", "\(list)[\(index)].id", "\(kind) « \(id) » figure deux fois.",
        remedy: "Gardez une seule description ou changez l’identifiant.")
    }
  }

  private func pairs(_ list: String, _ pairs: [(String, String)]) {
    var seen: Set<[String]> = []
    for (index, pair) in pairs.enumerated() {
      project(pair.0, "\(list)[\(index)].projet")
      purse(pair.1, "\(list)[\(index)].enveloppe")
      guard !seen.insert([pair.0, pair.1]).inserted else { continue }
      collector.add(
        "couple_en_double", "\(list)[\(index)]",
        "Le couple « \(pair.0) », « \(pair.1) » est indiqué deux fois.",
        remedy: "Gardez une seule ligne pour ce couple.")
    }
  }

  private func project(_ id: String, _ field: String) {
    guard !projects.contains(id) else { return }
    collector.add(
      "projet_inconnu", field, "Le projet « \(id) » n’est pas dans « projets ».",
      remedy: "Ajoutez ce projet ou corrigez l’identifiant.")
  }

  private func purse(_ id: String, _ field: String) {
    guard !purses.contains(id) else { return }
    collector.add(
      "enveloppe_inconnue", field, "L’enveloppe « \(id) » n’est pas dans « enveloppes ».",
      remedy: "Ajoutez cette enveloppe ou corrigez l’identifiant.")
  }

  private func check(_ constraint: Instance.Constraint, _ field: String) {
    if let id = constraint.purse { purse(id, "\(field).enveloppe") }
    switch constraint {
    case .maximumShare, .minimumShare, .cofunding, .maximumCount, .minimumCount: break
    case .reserve(let id, let amount), .reservation(let id, _, let amount):
      guard let purse = instance.purses.first(where: { $0.id == id }), amount > purse.amount
      else { return }
      collector.add(
        "reserve_trop_grande", "\(field).montant_centimes",
        "La réserve (\(amount.french)) dépasse l’enveloppe (\(purse.amount.french)).",
        remedy: "Réduisez la réserve.")
    }
  }

  private func groups() {
    for (index, group) in instance.incompatibleGroups.enumerated() {
      var seen: Set<String> = []
      for (place, id) in group.enumerated() {
        let field = "groupes_incompatibles[\(index)][\(place)]"
        project(id, field)
        guard !seen.insert(id).inserted else { continue }
        collector.add(
          "identifiant_en_double", field, "Le projet « \(id) » est deux fois dans ce groupe.",
          remedy: "Retirez la répétition.")
      }
    }
  }

  private func parameters() {
    for (index, project) in instance.projects.enumerated() {
      if instance.parameters.publicShare != nil, project.cost == nil {
        collector.add(
          "cle_absente", "projets[\(index)].cout_centimes",
          "Le coût est nécessaire quand « part_publique_max_bp » est indiqué.",
          remedy: "Ajoutez « cout_centimes » au projet.")
      }
      if instance.parameters.scoreThreshold != nil, project.score == nil {
        collector.add(
          "cle_absente", "projets[\(index)].score",
          "Le score est nécessaire quand « seuil_score » est indiqué.",
          remedy: "Ajoutez « score » au projet.")
      }
    }
    let rounding = instance.parameters.rounding.rawValue
    for (index, pin) in instance.pins.enumerated() where pin.amount.rawValue % rounding != 0 {
      refuse(unrounded: pin.amount, "fixes[\(index)].montant_centimes")
    }
    for (index, row) in instance.commitments.enumerated() where row.amount.rawValue % rounding != 0
    {
      refuse(unrounded: row.amount, "engagements[\(index)].montant_centimes")
    }
  }

  private func refuse(unrounded amount: Cents, _ field: String) {
    collector.add(
      "montant_non_arrondi", field,
      "Le montant \(amount.french) n’est pas un multiple de « arrondi_centimes ».",
      remedy: "Arrondissez ce montant ou changez « arrondi_centimes ».")
  }

  /// Sums of amounts must hold in 64 bits, whatever is given to whom.
  private func total() {
    let sum = instance.purses.reduce(Int128(0)) { $0 + Int128($1.amount.rawValue) }
    guard sum > 9_000_000_000_000_000_000 else { return }
    collector.add(
      "montant_trop_grand", "enveloppes",
      "La somme des enveloppes dépasse ce qui peut être calculé.",
      remedy: "Vérifiez l’unité : les montants sont en centimes.")
  }
}

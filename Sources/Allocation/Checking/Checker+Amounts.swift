import Vocabulary

extension Checker {
  /// Each project and each purse of the instance appears once, and no other.
  mutating func checkLines() {
    compare("projets", claim.projects.map(\.id), with: instance.projects.map(\.id))
    compare("enveloppes", claim.purses.map(\.id), with: instance.purses.map(\.id))
    for line in claim.projects {
      let field = "projets.\(line.id)"
      if !line.isRetained, !line.parts.isEmpty || line.total != .zero {
        report(
          "refuse_mais_finance", field, "Le projet \(line.id) est refusé et reçoit de l’argent.")
      }
      if Set(line.parts.map(\.purse)).count != line.parts.count {
        report("part_en_double", field, "Une enveloppe figure deux fois pour le projet \(line.id).")
      }
      for part in line.parts where part.amount <= .zero {
        report("part_nulle", field, "La part de \(part.purse) dans \(line.id) n’est pas positive.")
      }
      if line.isRetained, total(line.id) != line.total {
        report(
          "total_faux", field,
          "Les parts du projet \(line.id) font \(total(line.id).french), pas \(line.total.french).")
      }
    }
  }

  private mutating func compare(_ list: String, _ claimed: [String], with known: [String]) {
    let expected = Set(known)
    let found = Set(claimed)
    if found.count != claimed.count {
      report("ligne_en_double", list, "Un identifiant figure deux fois dans « \(list) ».")
    }
    for id in expected.subtracting(found).sorted() {
      report("ligne_absente", "\(list).\(id)", "« \(id) » manque dans « \(list) ».")
    }
    for id in found.subtracting(expected).sorted() {
      report("ligne_inconnue", "\(list).\(id)", "« \(id) » n’existe pas dans l’instance.")
    }
  }

  /// Floor, need, public share, rounding.
  mutating func checkProjects() {
    for project in instance.projects where retained.contains(project.id) {
      let total = total(project.id)
      let field = "projets.\(project.id)"
      if total < project.floor {
        report("plancher_non_atteint", field, "\(project.id) reçoit moins que son plancher.")
      }
      if total > project.need {
        report("besoin_depasse", field, "\(project.id) reçoit plus que son besoin.")
      }
      if let share = instance.parameters.publicShare, let cost = project.cost,
        total > share.share(of: cost, rounding: .down)
      {
        report("part_publique_depassee", field, "\(project.id) dépasse la part publique maximale.")
      }
    }
    let unit = instance.parameters.rounding.rawValue
    for (project, parts) in grants.sorted(by: { $0.key < $1.key }) {
      for (purse, amount) in parts where amount.rawValue % unit != 0 {
        report(
          "montant_non_arrondi", "projets.\(project)",
          "La part de \(purse) dans \(project) n’est pas un multiple de l’arrondi.")
      }
    }
  }

  /// What each purse gives, has left, and whether it is exhausted.
  mutating func checkPurses() {
    var consumed: [String: Cents] = [:]
    for parts in grants.values {
      for (purse, amount) in parts {
        consumed[purse] = Self.sum(consumed[purse] ?? .zero, amount)
      }
    }
    let uses = Dictionary(claim.purses.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for purse in instance.purses {
      let used = consumed[purse.id] ?? .zero
      let field = "enveloppes.\(purse.id)"
      var available = purse.amount
      for case .reserve(purse.id, let amount) in instance.constraints { available -= amount }
      available = max(.zero, available)
      if used > available {
        report(
          "enveloppe_depassee", field,
          "\(purse.id) donne \(used.french) pour \(available.french) disponibles.")
      }
      guard let use = uses[purse.id] else { continue }
      if use.consumed != used {
        report("consommation_fausse", field, "\(purse.id) donne \(used.french) au total.")
      }
      if use.left != purse.amount - used {
        report("reste_faux", field, "Le reste de \(purse.id) n’est pas le montant moins les parts.")
      }
      let distributable =
        available.rawValue - available.rawValue % instance.parameters.rounding.rawValue
      if use.isSaturated != (used.rawValue >= distributable) {
        report("saturation_fausse", field, "L’indication « saturee » de \(purse.id) est fausse.")
      }
    }
  }

  /// Only allowed pairs, within their bounds.
  mutating func checkCells() {
    var cells: [[String]: Instance.Cell] = [:]
    for cell in instance.cells { cells[[cell.project, cell.purse]] = cell }
    for line in claim.projects where line.isRetained {
      for part in line.parts {
        let field = "projets.\(line.id).\(part.purse)"
        guard let cell = cells[[line.id, part.purse]] else {
          report("couple_interdit", field, "\(part.purse) ne peut pas financer \(line.id).")
          continue
        }
        if part.amount < cell.minimum || part.amount > cell.maximum {
          report(
            "cellule_hors_bornes", field,
            "La part de \(part.purse) dans \(line.id) sort de ses bornes.")
        }
      }
    }
  }

  mutating func checkTotals() {
    if claim.retainedCount != Int64(retained.count) {
      report("nombre_faux", "retenus", "\(retained.count) projets sont retenus.")
    }
    let sum = Self.sum(claim.projects.filter(\.isRetained).map { total($0.id) })
    if claim.granted != sum {
      report("somme_fausse", "attribue_centimes", "Les parts font \(sum.french) au total.")
    }
  }
}

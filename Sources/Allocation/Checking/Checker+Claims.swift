import Vocabulary

extension Checker {
  /// Status, objective, bound, gap, value and yardstick say the same thing as the grants.
  mutating func checkFigures() {
    checkStatus()
    checkObjective()
    checkComparison()
  }

  private mutating func checkStatus() {
    if claim.bound < claim.objective {
      report("borne_fausse", "borne", "La borne est plus petite que l’objectif.")
    }
    if claim.conflictCount != nil {
      report("conflit_sans_objet", "conflit", "Seul un résultat infaisable a un conflit.")
    }
    switch claim.status {
    case .feasible:
      if claim.gap != claim.bound - claim.objective {
        report("ecart_faux", "ecart", "L’écart n’est pas la borne moins l’objectif.")
      }
    case .optimal, .infeasible:
      if claim.gap != nil {
        report("ecart_faux", "ecart", "Seul un résultat « faisable » a un écart.")
      }
      guard claim.bound - claim.objective > tolerance else { return }
      report("statut_faux", "statut", "Un résultat optimal atteint sa borne.")
    }
  }

  /// `valeur` may stop within a ten-thousandth of its bound.
  private var tolerance: Int64 {
    claim.strategy == .value ? max(0, claim.objective) / 10_000 : 0
  }

  private mutating func checkObjective() {
    switch claim.strategy {
    case .rank:
      if claim.objective != Int64(retained.count) {
        report("objectif_faux", "objectif", "\(retained.count) projets sont retenus.")
      }
      let unproven = claim.projects.count { !$0.isRetained && $0.refusal?.reason == "non_demontre" }
      if claim.bound < Int64(retained.count + unproven) {
        report("borne_fausse", "borne", "La borne compte les retenus et les refus non démontrés.")
      }
    case .value:
      guard let value, !value.contains(claim.objective) else { return }
      report("objectif_faux", "objectif", "Les projets retenus valent \(value.lowerBound).")
    case .proportional:
      guard claim.objective != smallestShare else { return }
      report(
        "objectif_faux", "objectif", "La plus petite part servie est de \(smallestShare) points.")
    }
  }

  private var value: ClosedRange<Int64>? {
    Valuation.value(
      of: instance.projects.filter { retained.contains($0.id) }
        .map { (project: $0, total: total($0.id)) }, in: instance)
  }

  /// In basis points, rounded down; a need of zero is wholly served.
  private var smallestShare: Int64 {
    let whole = BasisPoints.whole.count
    return instance.projects.filter { retained.contains($0.id) }.map { project in
      let need = Int128(project.need.rawValue)
      return need == 0
        ? whole : Int64(clamping: Int128(total(project.id).rawValue) * Int128(whole) / need)
    }.min() ?? whole
  }

  private mutating func checkComparison() {
    if let told = claim.value, !(value?.contains(told) ?? false) {
      report("valeur_fausse", "valeur", "Les projets retenus ne valent pas \(told).")
    }
    guard let told = claim.yardstick, told != Yardstick(instance) else { return }
    report("repere_faux", "repere", "Aller par score, tout ou rien, donne un autre résultat.")
  }
}

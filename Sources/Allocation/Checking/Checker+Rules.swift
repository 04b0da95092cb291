import Vocabulary

extension Checker {
  /// Pins, bans and commitments.
  mutating func checkSettledAmounts() {
    for pin in instance.pins {
      let field = "projets.\(pin.project).\(pin.purse)"
      if pin.amount > .zero, !retained.contains(pin.project) {
        report("fixe_non_retenu", field, "\(pin.project) a un montant fixé et n’est pas retenu.")
      } else if grant(pin.project, pin.purse) != pin.amount {
        report(
          "fixe_non_respecte", field,
          "\(pin.purse) devait donner \(pin.amount.french) à \(pin.project).")
      }
    }
    for row in instance.commitments where retained.contains(row.project) {
      let due = grant(row.project, row.condition) >= row.threshold ? row.amount : .zero
      if grant(row.project, row.purse) != due {
        report(
          "engagement_non_respecte", "projets.\(row.project).\(row.purse)",
          "\(row.purse) devait donner \(due.french) à \(row.project).")
      }
    }
  }

  /// Bands, threshold, incompatible groups, the applicants' order.
  mutating func checkRetention() {
    for project in instance.projects {
      let isRetained = retained.contains(project.id)
      let field = "projets.\(project.id)"
      if project.band == .always, !isRetained {
        report("bande_non_respectee", field, "\(project.id) doit toujours être retenu.")
      }
      if project.band == .never, isRetained {
        report("bande_non_respectee", field, "\(project.id) ne doit jamais être retenu.")
      }
      if let threshold = instance.parameters.scoreThreshold, isRetained,
        (project.score ?? .min) < threshold
      {
        report("seuil_non_atteint", field, "\(project.id) est retenu sous le seuil.")
      }
    }
    for (index, group) in instance.incompatibleGroups.enumerated()
    where group.count(where: retained.contains) > 1 {
      report(
        "incompatibles_retenus", "groupes_incompatibles[\(index)]",
        "Plusieurs projets incompatibles sont retenus.")
    }
    checkApplicantOrder()
  }

  private mutating func checkApplicantOrder() {
    let ordered = instance.projects.filter { $0.applicant != nil && $0.applicantOrder != nil }
    for (applicant, projects) in Dictionary(grouping: ordered, by: \.applicant) {
      let refused = projects.filter { !retained.contains($0.id) }
      guard let first = refused.compactMap(\.applicantOrder).min() else { continue }
      for project in projects where retained.contains(project.id) {
        guard let order = project.applicantOrder, order > first else { continue }
        report(
          "ordre_porteur_non_respecte", "projets.\(project.id)",
          "\(project.id) passe avant un projet que \(applicant ?? "") préfère.")
      }
    }
  }

  mutating func checkConstraints() {
    for (index, constraint) in instance.constraints.enumerated() {
      let field = "contraintes[\(index)]"
      switch constraint {
      case .maximumShare(let purse, let category, let share):
        checkShare(purse, category, share, field)
      case .maximumCount(let purse, let category, let most):
        checkCount(purse, category, most, field)
      case .cofunding(let purse, let share): checkCofunding(purse, share, field)
      case .reserve: break  // Part of what a purse has available.
      case .reservation: break  // An order of service, not a limit.
      case .minimumShare, .minimumCount: break  // Soft: ``checkMinima()`` compares what is told.
      }
    }
  }

  /// What a result tells of its soft minima is what its grants amount to.
  mutating func checkMinima() {
    let told = Dictionary(
      claim.minima.map { ($0.constraint, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, constraint) in instance.constraints.enumerated() where constraint.isSoft {
      let expected = minimum(constraint)
      guard told[constraint] != expected else { continue }
      report(
        "minimum_faux", "contraintes[\(index)]",
        "Le résultat ne dit pas exactement ce qui manque à ce minimum (\(expected.missing)).")
    }
    for minimum in claim.minima where !instance.constraints.contains(minimum.constraint) {
      report("minimum_inconnu", "minima", "Un minimum cité n’est pas dans l’instance.")
    }
  }

  private func minimum(_ constraint: Instance.Constraint) -> Instance.Minimum {
    switch constraint {
    case .minimumShare(let purse, let category, let share):
      let entry = instance.purse(purse)
      let grants = instance.projects.filter(category.contains).map { grant($0.id, purse) }
      return Instance.Minimum(
        constraint: constraint, target: entry.target(share).rawValue,
        reached: Self.sum(grants + [entry.earlier.given(to: category)]).rawValue)
    case .minimumCount(let purse, let category, let least):
      let count = self.count(purse, category)
      return Instance.Minimum(constraint: constraint, target: least, reached: Int64(count))
    default: return Instance.Minimum(constraint: constraint, target: 0, reached: 0)
    }
  }

  private func count(_ purse: String?, _ category: Instance.Category?) -> Int {
    instance.projects.filter { category?.contains($0) ?? true }.count { project in
      purse.map { grant(project.id, $0) > .zero } ?? retained.contains(project.id)
    }
  }

  private mutating func checkShare(
    _ purse: String, _ category: Instance.Category, _ share: BasisPoints, _ field: String
  ) {
    let most = instance.purse(purse).room(for: category, within: share)
    let members = instance.projects.filter { category.contains($0) }
    let given = Self.sum(members.map { grant($0.id, purse) })
    guard given > most else { return }
    report(
      "part_max_depassee", field,
      "\(category.french) reçoit \(given.french) de \(purse), au plus \(most.french) permis.")
  }

  private mutating func checkCount(
    _ purse: String?, _ category: Instance.Category?, _ most: Int64, _ field: String
  ) {
    let count = count(purse, category)
    guard count > most else { return }
    report("nombre_max_depasse", field, "\(count) projets pour \(most) permis.")
  }

  private mutating func checkCofunding(_ purse: String, _ share: BasisPoints, _ field: String) {
    for project in instance.projects where grant(project.id, purse) > .zero {
      let paid = grant(project.id, purse)
      let whole = total(project.id)
      let others = Int128(whole.rawValue) - Int128(paid.rawValue)
      guard others * 10_000 < Int128(share.count) * Int128(whole.rawValue) else { continue }
      report(
        "cofinancement_insuffisant", field,
        "Les autres financeurs n’apportent pas \(share.french) de ce que reçoit \(project.id).")
    }
  }
}

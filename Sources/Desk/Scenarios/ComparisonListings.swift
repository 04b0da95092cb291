public import Allocation
import Vocabulary

extension Listing {
  /// The figures of each result, and how many projects move.
  init(summaryOf comparison: Comparison) {
    let hasMinima = comparison.results.contains { !$0.outcome.minima.isEmpty }
    self.init(
      [
        Column("scenario", "Scénario"), Column("strategie", "Stratégie"),
        Column("statut", "Statut"), Column("retenus", "Retenus"),
        Column("attribue_centimes", "Attribué"), Column("ecart_centimes", "Écart"),
        Column("entrent", "Entrent"), Column("sortent", "Sortent"), Column("gagnent", "Gagnent"),
        Column("perdent", "Perdent"), Column("gini", "Gini"),
      ] + (hasMinima ? [Column("minima_manques", "Minima manqués")] : []))
    for (result, variant) in zip(comparison.results, [nil] + comparison.variants) {
      let granted = result.outcome.granted
      let cells: [Cell] = [
        .text(result.name), .text(result.outcome.strategy.rawValue),
        .text(result.outcome.status.rawValue), .number(result.outcome.retainedCount),
        .amount(granted),
        variant.map { _ in .amount(granted - comparison.base.outcome.granted) } ?? .none,
      ]
      let moves = ScenarioMovement.Kind.allCases.map { kind in
        variant.map { Cell.number($0.movements(kind).count) } ?? .none
      }
      let gini = result.inequality.map { Cell.decimal($0.decimal) } ?? .none
      append(cells + moves + [gini] + (hasMinima ? [.text(result.missedMinima)] : []))
    }
  }

  /// The projects that move in a scenario at least, in the order of the base.
  init(movementsOf comparison: Comparison) {
    self.init([Column("projet", "Projet")] + comparison.columns)
    let moves = comparison.variants.map { variant in
      Dictionary(
        variant.movements.map { ($0.project, $0) }, uniquingKeysWith: { first, _ in first })
    }
    for project in comparison.base.projects {
      guard moves.contains(where: { $0[project.id] != nil }) else { continue }
      let before: Cell = project.isRetained ? .text(project.total.french) : .none
      append(
        [.text(project.id), before]
          + moves.map { $0[project.id].map { .text($0.french) } ?? .text("=") })
    }
  }

  /// What infeasible results cannot meet.
  init(conflictsOf comparison: Comparison) {
    self.init([Column("scenario", "Scénario"), Column("exigence", "Exigence")])
    for result in comparison.results {
      for demand in result.outcome.conflict { append([.text(result.name), .text(demand.french)]) }
    }
  }

  /// The commitments that hold on one side only.
  init(commitmentsOf comparison: Comparison) {
    self.init([
      Column("scenario", "Scénario"), Column("effet", "Effet"), Column("etape", "Étape"),
      Column("projet", "Projet"), Column("enveloppe", "Enveloppe"),
      Column("montant_centimes", "Montant"), Column("raison", "Raison"),
    ])
    for variant in comparison.variants {
      for (effect, changes) in [("tombe", variant.fallen), ("naît", variant.risen)] {
        for change in changes {
          append([
            .text(variant.result.name), .text(effect), .number(change.step),
            .text(change.commitment.project), .text(change.commitment.purse),
            .amount(change.commitment.amount),
            .text(change.reason(isRisen: effect == "naît")),
          ])
        }
      }
    }
  }

  /// Every project under every result, one a line, for a spreadsheet.
  ///
  /// - Parameter comparison: the base and its scenarios.
  public init(comparison: Comparison) {
    self.init([
      Column("scenario", "Scénario"), Column("strategie", "Stratégie"),
      Column("statut", "Statut"), Column("projet", "Projet"), Column("rang", "Rang"),
      Column("quartiers", "Quartiers"), Column("axe", "Axe"),
      Column("type_porteur", "Type de porteur"), Column("retenu", "Retenu"),
      Column("total_centimes", "Total"), Column("ecart_centimes", "Écart"),
      Column("mouvement", "Mouvement"),
    ])
    for (result, variant) in zip(comparison.results, [nil] + comparison.variants) {
      let projects = Dictionary(
        result.instance.projects.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      let moves = Dictionary(
        (variant?.movements ?? []).map { ($0.project, $0) }, uniquingKeysWith: { first, _ in first }
      )
      for share in result.projects {
        guard let project = projects[share.id] else { continue }
        let move = moves[share.id]
        append([
          .text(result.name), .text(result.outcome.strategy.rawValue),
          .text(result.outcome.status.rawValue), .text(share.id), .number(Int(project.rank)),
          .texts(project.districts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }),
          project.axis.map { .text($0) } ?? .none,
          project.applicantKind.map { .text($0) } ?? .none, .flag(share.isRetained),
          .amount(share.total), .amount(move?.difference ?? .zero),
          move.map { .text($0.kind.rawValue) } ?? .none,
        ])
      }
    }
  }
}

extension ScenarioResult {
  /// What its soft minima miss: `2 projets, 300,00 €`.
  fileprivate var missedMinima: String {
    var projects = 0
    var amount = Cents.zero
    for minimum in outcome.minima {
      if case .minimumCount = minimum.constraint {
        projects += Int(minimum.missing)
      } else {
        amount += Cents(minimum.missing)
      }
    }
    let parts = [
      projects > 0 ? FrenchNumber.count(projects, "projet", "projets") : nil,
      amount > .zero ? amount.french : nil,
    ].compactMap { $0 }
    return parts.isEmpty ? "aucun" : parts.joined(separator: ", ")
  }
}

extension ScenarioMovement {
  /// For readers: `entre, +3 000,00 €`.
  fileprivate var french: String {
    let signed = (difference < .zero ? "" : "+") + difference.french
    return switch kind {
    case .enters: "entre, \(signed)"
    case .leaves: "sort, \(signed)"
    case .gains, .loses: signed
    }
  }
}

extension CommitmentChange {
  /// Why it does not hold on the other side: `CAF est retirée`.
  fileprivate func reason(isRisen: Bool) -> String {
    let given = "\(conditionAmount.french) sur \(commitment.threshold.french) attendus"
    let reason =
      switch cause {
      case .withdrawn: "\(commitment.purse) est retirée"
      case .conditionWithdrawn: "\(commitment.condition) est retirée"
      case .notRetained: "le projet n’est pas retenu"
      case .belowThreshold: "\(commitment.condition) apporte \(given)"
      }
    return isRisen ? "dans la base, \(reason)" : reason
  }
}

import Contract
import Dossiers
import Vocabulary

/// One purse judged for one application.
struct PurseCase {
  private let purse: Purse
  private let objective: String
  private let verdict: PurseVerdict
  private let isAsked: Bool
  private let rules: [FunderRule]
  private let use: FundingBeside.Use
  /// What the other dossiers of the applicant ask of the funder.
  private let others: Cents
  /// Place among the ordinary policies the plan names for the objective.
  private let competence: Int?
  /// Place among the partners the plan names for the objective.
  private let partnership: Int?

  init(
    _ purse: Purse, application: Application, objective: Objective?, rules: [FunderRule],
    beside: FundingBeside
  ) {
    self.purse = purse
    self.rules = rules
    self.objective = application.project.objective
    verdict = PurseVerdict(on: purse, for: application)
    isAsked = application.plan.requests.contains { request in
      request.funder == purse.funder
        && (purse.commune == nil || request.commune == nil || request.commune == purse.commune)
    }
    use = beside.uses[purse.id] ?? FundingBeside.Use(granted: .zero, projects: 0)
    others = beside.applicantOthers[purse.funder] ?? .zero
    competence = objective?.commonLaw.firstIndex(of: purse.funder)
    partnership = objective?.partners.firstIndex(of: purse.funder)
  }

  /// Compared part by part; the identifier makes it total.
  var order: [Key] {
    let last = Int64.max
    return [
      .number(verdict.order), .number(isNamed ? 0 : purse.nature == .commonLaw ? 1 : 2),
      .number(isExhausted ? 1 : 0), .number(isNamed ? competence.map(Int64.init) ?? last : last),
      .number(rules.contains(where: \.isAdvantage) ? 0 : 1), .number(others.rawValue),
      .number(partnership.map(Int64.init) ?? last), .text(purse.id),
    ]
  }

  /// One part of the order; a number comes before a text.
  enum Key: Comparable {
    case number(Int64)
    case text(String)
  }

  func match(rank: Int) -> FunderMatch {
    FunderMatch(
      id: purse.funder, rank: rank, reason: reason, purse: purse.id,
      eligibility: verdict.eligibility, isAsked: isAsked, isNamed: isNamed, source: purse.source,
      remarks: verdict.order == 2 ? [] : remarks)
  }

  private var isNamed: Bool { purse.nature == .commonLaw && competence != nil }

  private var room: Cents { purse.amount - use.granted }

  private var isExhausted: Bool {
    room <= .zero || purse.maximumProjects.map { use.projects >= $0 } ?? false
  }

  private var reason: String {
    switch (verdict, purse.nature, competence) {
    case (.ineligible(let reasons), _, _):
      "non éligible\u{00A0}: " + reasons.joined(separator: "\u{00A0}; ")
    case (.undecided(let missing), _, _):
      "indéterminé\u{00A0}: " + missing.joined(separator: "\u{00A0}; ")
    case (_, .commonLaw, .some):
      "droit commun de \(objective)" + (isAsked ? "" : "\u{00A0}; rien ne lui a été demandé")
    case (_, .commonLaw, nil): "droit commun, sans être cité pour \(objective)"
    case (_, .specific, _): "crédits spécifiques, en complément du droit commun"
    }
  }

  private var remarks: [String] {
    var remarks: [String] = []
    if isNamed, !isAsked, case .eligible = verdict {
      remarks.append(
        "\(purse.funder) compte l’objectif \(objective) parmi ses compétences\u{00A0}; "
          + "rien ne lui a été demandé.")
    }
    if isExhausted {
      remarks.append("L’enveloppe est épuisée.")
    } else if use.granted > .zero {
      remarks.append("Il reste \(room.french) sur \(purse.amount.french).")
    }
    if others > .zero {
      remarks.append(
        "Les autres dossiers du porteur lui demandent \(others.french).")
    }
    return remarks + rules.map(remark)
  }

  private func remark(on rule: FunderRule) -> String {
    let usual = rule.usualAmount.map { " D’ordinaire\u{00A0}: \($0.french) par action." } ?? ""
    let count = rule.yearlyProjects.map { " Au plus \($0) actions par an." } ?? ""
    return "\(rule.summary)\(usual)\(count) (\(rule.source.citation))"
  }
}

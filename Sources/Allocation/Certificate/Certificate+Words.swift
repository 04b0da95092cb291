import Vocabulary

extension Certificate {
  /// The certificate for readers, one sentence a line.
  public var french: [String] {
    var lines = [
      bindingPurses.isEmpty
        ? "Aucune enveloppe n’est épuisée."
        : "Enveloppes épuisées : \(bindingPurses.joined(separator: ", "))."
    ]
    lines += bindingRules.map { "Règle à sa limite : \($0.french)." }
    for margin in margins {
      if let more = margin.more {
        lines.append("\(step.french) de plus sur \(margin.purse) : \(more.french).")
      }
      if let less = margin.less {
        lines.append("\(step.french) de moins sur \(margin.purse) : \(less.french).")
      }
    }
    lines += costs.map { "Sans cette exigence (\($0.demand.french)) : \($0.without.french)." }
    if untriedCount > 0 {
      lines.append(
        FrenchNumber.count(
          untriedCount, "changement n’a pas été essayé.", "changements n’ont pas été essayés."))
    }
    return lines
  }
}

extension Certificate.Movement {
  /// Whether the change would have no effect that is told.
  public var isIdle: Bool {
    !isInfeasible && entering.isEmpty && leaving.isEmpty && objective == 0 && granted == .zero
  }

  /// What changes, for readers: a clause.
  public var french: String {
    if isInfeasible { return "les exigences ne peuvent plus être satisfaites" }
    if isIdle { return "rien ne change" }
    var clauses: [String] = []
    if !entering.isEmpty {
      clauses.append("\(entering.inWords) \(entering.count == 1 ? "entre" : "entrent")")
    }
    if !leaving.isEmpty {
      clauses.append("\(leaving.inWords) \(leaving.count == 1 ? "sort" : "sortent")")
    }
    if entering.isEmpty, leaving.isEmpty { clauses.append("mêmes projets") }
    clauses.append("attribué \(granted >= .zero ? "+" : "")\(granted.french)")
    return clauses.joined(separator: ", ")
  }
}

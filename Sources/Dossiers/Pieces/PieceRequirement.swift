public import Contract
import Forms
public import Vocabulary

/// A paper that a call asks of one application, and why.
public struct PieceRequirement: Hashable, Sendable {
  public let rule: RequiredPieceRule
  /// What makes it necessary, in French, a full sentence.
  public let reason: String
}

extension Application {
  /// The papers the call asks of this application, in the order of the call.
  public func requiredPieces(in rules: PieceRules) -> [PieceRequirement] {
    rules.required.compactMap { rule in
      reason(for: rule).map { PieceRequirement(rule: rule, reason: $0) }
    }
  }

  /// The grants of the financing plan: those asked here, and those already secured.
  ///
  /// It is the least the applicant receives in the year, as far as this dossier tells.
  public var plannedSubsidies: Cents { plan.requestedTotal + plan.securedTotal }

  /// Why the paper is asked; `nil` when it is not.
  ///
  /// Every condition of the rule must hold.
  private func reason(for rule: RequiredPieceRule) -> String? {
    var reasons: [String] = []
    if let kinds = rule.applicantKinds {
      guard kinds.contains(applicant.kind) else { return nil }
      reasons.append("le porteur est de type « \(applicant.kind) »")
    }
    if let condition = rule.condition {
      let asked = Condition.equals(condition.field, condition.value)
      guard asked.holds(for: answers) else { return nil }
      reasons.append(asked.french)
    }
    if let limit = rule.requestedAbove {
      guard need > limit else { return nil }
      reasons.append("la demande (\(need.french)) dépasse \(limit.french)")
    }
    if let limit = rule.subsidiesAbove {
      guard plannedSubsidies > limit else { return nil }
      reasons.append(
        "les subventions du plan (\(plannedSubsidies.french)) dépassent \(limit.french)")
    }
    return reasons.isEmpty
      ? "Demandée à tous les porteurs." : "Demandée parce que \(reasons.joined(separator: " et "))."
  }
}

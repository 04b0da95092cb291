public import Vocabulary

extension Outcome {
  /// Why a project is refused and what would retain it.
  public struct Explanation: Hashable, Sendable {
    /// The kind of refusal.
    public enum Reason: Hashable, Sendable {
      /// No purse may pay the project.
      case noCell
      /// All that its cells allow does not reach its floor.
      case cellsTooSmall
      /// The money that could reach it serves better ranked projects, or is exhausted.
      case shortage
      /// The same where the list does not come from the ranking alone.
      case shortageBesideList
      case rule(RuleRefusal)
      /// It could be retained, but what all are worth together would be less.
      case lessValue
      /// The search was cut short before an answer.
      case unproven
    }

    /// A share limit that binds.
    public struct Limit: Hashable, Sendable {
      public let purse: String
      public let category: Instance.Category
      public let share: BasisPoints
    }

    /// More money on one purse.
    public struct Remedy: Hashable, Sendable {
      public let purse: String
      public let amount: Cents

      /// For readers: `+3 200,00 € sur CAF`.
      public var french: String { "+\(amount.french) sur \(purse)" }
    }

    public var reason: Reason
    /// The purses that bind, by identifier.
    public var saturatedPurses: [String]
    public var limits: [Limit]
    /// What is missing to reach the floor; nil when money is not the question.
    public var missing: Cents?
    /// What would retain the project, each alone: money first, then its floor, then a rule.
    public var changes: [Change]
    /// Under `valeur`, what taking the project in would cost the list, at least, in the unit of scores.
    public var loss: Int64?

    init(
      reason: Reason, saturatedPurses: [String] = [], limits: [Limit] = [], missing: Cents? = nil,
      changes: [Change] = []
    ) {
      self.reason = reason
      self.saturatedPurses = saturatedPurses
      self.limits = limits
      self.missing = missing
      self.changes = changes
    }

    /// The money on one purse that would retain the project.
    public var remedy: Remedy? {
      for change in changes {
        if case .purse(let purse, let more) = change.kind {
          return Remedy(purse: purse, amount: more)
        }
      }
      return nil
    }

    /// What would retain the project, for readers: full sentences; nil when nothing is known to.
    public var advice: String? {
      guard let cheapest = changes.min(by: { $0.cost < $1.cost }) else { return nil }
      let all = "Il serait retenu " + changes.map(\.french).joined(separator: ", ou ") + "."
      guard changes.count > 1 else { return all }
      let cost =
        cheapest.cost == .zero ? "sans crédit de plus" : "\(cheapest.cost.french) de plus"
      return all + " Le moins coûteux pour les financeurs : \(cheapest.french) (\(cost))."
    }

    /// The reason and what would retain the project, for readers.
    public var whole: String { [french, cost, advice].compactMap { $0 }.joined(separator: " ") }

    /// What taking the project in would cost, for readers, a full sentence.
    private var cost: String? {
      loss.map { loss in
        "Le retenir ferait perdre au moins \(Yardstick.french(value: loss)) à la somme des valeurs."
      }
    }

    /// The stable machine name of the reason.
    public var code: String {
      switch reason {
      case .noCell: "aucune_enveloppe"
      case .cellsTooSmall: "plafonds_insuffisants"
      case .shortage, .shortageBesideList: "credits_epuises"
      case .rule: "regle"
      case .lessValue: "valeur_moindre"
      case .unproven: "non_demontre"
      }
    }

    /// The reason for readers, a full sentence.
    public var french: String {
      switch reason {
      case .noCell: "Aucune enveloppe ne peut financer ce projet."
      case .cellsTooSmall:
        "Ce que les enveloppes peuvent lui donner, plafonds réunis, n’atteint pas son plancher."
      case .shortage:
        "Les crédits qui pourraient l’atteindre sont épuisés ou servent des projets mieux classés."
      case .shortageBesideList:
        "Les crédits qui pourraient l’atteindre sont épuisés ou servent les projets retenus."
      case .rule(let refusal): refusal.french
      case .lessValue: "Le retenir ferait baisser ce que valent ensemble les projets retenus."
      case .unproven:
        "La recherche a été interrompue avant de trouver une répartition ou de prouver "
          + "qu’il n’y en a pas."
      }
    }
  }
}

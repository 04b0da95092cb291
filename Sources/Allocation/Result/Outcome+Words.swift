import Vocabulary

extension Outcome {
  /// How sure the outcome is, what it makes as great as possible, and the minima it misses, for readers:
  /// one sentence a line.
  public var summary: [String] {
    ["Statut : \(status.rawValue) ; stratégie « \(strategy.rawValue) », \(objectiveInWords)."]
      + minima.filter { $0.missing > 0 }.map { "Minimum non atteint : \($0.french)." }
  }

  private var objectiveInWords: String {
    let most = bound > objective
    switch strategy {
    case .rank:
      let reached = FrenchNumber.count(Int(objective), "projet retenu", "projets retenus")
      return reached + (most ? ", \(bound) au plus" : "")
    case .value:
      return "somme des valeurs \(Yardstick.french(value: objective))"
        + (most ? ", \(Yardstick.french(value: bound)) au plus" : "")
    case .proportional:
      return "la plus petite part servie est de \(BasisPoints(objective).french) du besoin"
        + (most ? ", \(BasisPoints(bound).french) au plus" : "")
    }
  }
}

extension Instance.Minimum {
  /// The rule, what is reached and what is missing, a clause without capital or full stop.
  public var french: String {
    if case .minimumShare = constraint {
      return "\(constraint.french) : \(Cents(reached).french) sur \(Cents(target).french), "
        + "il manque \(Cents(missing).french)"
    }
    return "\(constraint.french) : \(reached) sur \(target), il en manque \(missing)"
  }
}

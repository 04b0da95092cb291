import Contract
import Dossiers
import Vocabulary

extension SessionState {
  /// What must always hold and does not, in French, recomputed without the running totals.
  ///
  /// Empty for any state the fold accepts: anything else is a defect of the program.
  public func invariantBreaches() -> [String] {
    projectBreaches() + purseBreaches() + voteBreaches() + closingBreaches()
  }

  private func projectBreaches() -> [String] {
    decisions.values.sorted { $0.number < $1.number }.flatMap { decision -> [String] in
      guard let application = applications[decision.number] else {
        return ["Le dossier \(decision.number.text) est décidé sans être soumis à la séance."]
      }
      var breaches: [String] = []
      if decision.total > application.need, decision.derogation == nil {
        breaches.append("Le dossier \(decision.number.text) reçoit plus que son besoin.")
      }
      if !decision.kind.agrees(with: decision.total, need: application.need) {
        breaches.append("Décision et total du dossier \(decision.number.text) se contredisent.")
      }
      if decision.grants.contains(where: { $0.amount < .zero }) {
        breaches.append("Le dossier \(decision.number.text) porte un montant négatif.")
      }
      if let derogation = decision.derogation, !derogation.isComplete {
        breaches.append("La dérogation du dossier \(decision.number.text) n’est pas motivée.")
      }
      return breaches
    }
  }

  private func purseBreaches() -> [String] {
    var totals: [String: Cents] = [:]
    var derogated: Set<String> = []
    for decision in decisions.values {
      for grant in decision.grants where grant.amount > .zero {
        totals[grant.purse, default: .zero] += grant.amount
        if decision.derogation != nil { derogated.insert(grant.purse) }
      }
    }
    return purses.values.sorted { $0.id < $1.id }.flatMap { purse -> [String] in
      let total = totals[purse.id] ?? .zero
      var breaches: [String] = []
      if total > purse.amount, !derogated.contains(purse.id) {
        breaches.append("L’enveloppe \(purse.id) donne plus que son montant.")
      }
      if total != grantedByPurse[purse.id] ?? .zero {
        breaches.append("Le total de l’enveloppe \(purse.id) n’est pas la somme des décisions.")
      }
      return breaches
    }
  }

  private func voteBreaches() -> [String] {
    votes.flatMap { counted -> [String] in
      let subject = counted.vote.subject.french
      var breaches = counted.vote.ballots.filter { !counted.present.contains($0.member) }.map {
        "\($0.member), absent, a voté (\(subject))."
      }
      breaches += counted.vote.ballots.filter {
        counted.recused.contains($0.member) && $0.choice != .takesNoPart
      }.map { "\($0.member), déporté, a voté (\(subject))." }
      if !counted.tally.reachesQuorum {
        breaches.append("Un vote a été compté sans quorum (\(subject)).")
      }
      return breaches
    }
  }

  private func closingBreaches() -> [String] {
    guard case .closed = phase else { return [] }
    var breaches: [String] = []
    if !undecided().isEmpty {
      breaches.append("La séance est close alors que des dossiers sont sans décision.")
    }
    if !dossiersToReview.isEmpty {
      breaches.append("La séance est close sur des engagements qui ne tiennent plus.")
    }
    return breaches
  }
}

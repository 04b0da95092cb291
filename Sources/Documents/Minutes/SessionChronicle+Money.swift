import Committee
import Contract
import Dossiers
import Vocabulary

extension SessionChronicle {
  /// Every dossier before the session in rank order, decided or not.
  func decisionRows() -> [DecisionRow] {
    opening.applications.inRankOrder().map { application in
      let decision = state.decisions[application.number]
      return DecisionRow(
        rank: String(application.rank), number: application.number.text,
        title: application.title.printable, applicant: application.applicant.printable,
        asked: application.requested.map(\.amount).total().french,
        granted: (decision?.total ?? .zero).french,
        shares: shares(of: decision?.grants ?? []),
        decision: decision?.kind.french ?? "sans décision", motive: decision?.motive?.printable,
        isWithoutMoney: decision?.total == .zero)
    }
  }

  func revisionRows() -> [RevisionRow] {
    revisions.map {
      RevisionRow(
        time: $0.at.clockTime, number: $0.latter.number.text, former: words(of: $0.former),
        latter: words(of: $0.latter), motive: ($0.latter.motive ?? "").printable)
    }
  }

  func purseRows() -> [PurseRow] {
    opening.purses.map { purse in
      let granted = state.grantedByPurse[purse.id] ?? .zero
      return PurseRow(
        label: purse.label.printable, funder: name(of: purse.funder), nature: purse.nature.french,
        amount: purse.amount.french, granted: granted.french,
        left: (purse.amount - granted).french)
    }
  }

  func natureRows() -> [NatureRow] {
    let natures = PurseNature.allCases.compactMap { nature -> NatureRow? in
      let purses = opening.purses.filter { $0.nature == nature }
      return purses.isEmpty ? nil : natureRow(nature.french, purses)
    }
    return natures + [natureRow("ensemble", opening.purses)]
  }

  func derogationRows() -> [DerogationRow] {
    opening.applications.inRankOrder().compactMap { application in
      guard let decision = state.decisions[application.number],
        let derogation = decision.derogation
      else { return nil }
      return DerogationRow(
        number: application.number.text, object: object(of: decision, on: application),
        motive: derogation.motive.printable, author: derogation.author.printable,
        source: derogation.source?.citation.printable)
    }
  }

  private func shares(of grants: [PurseAmount]) -> [ShareRow] {
    grants.filter { $0.amount > .zero }.map {
      ShareRow(purse: label(of: $0.purse), amount: $0.amount.french)
    }
  }

  private func words(of decision: Decision) -> String {
    let amount = decision.total == .zero ? "" : ", \(decision.total.french)"
    return decision.kind.french + amount
  }

  private func natureRow(_ label: String, _ purses: [SessionPurse]) -> NatureRow {
    let amount = purses.map(\.amount).total()
    let granted = purses.map { state.grantedByPurse[$0.id] ?? .zero }.total()
    return NatureRow(
      label: label, amount: amount.french, granted: granted.french,
      left: (amount - granted).french)
  }

  /// Which limits the decision goes beyond, once the session is over.
  private func object(of decision: Decision, on application: SessionApplication) -> String {
    var limits: [String] = []
    if decision.total > application.need {
      limits.append("besoin dépassé de \((decision.total - application.need).french)")
    }
    for grant in decision.grants where grant.amount > .zero {
      guard let purse = state.purses[grant.purse], let left = state.left(on: grant.purse),
        left < .zero
      else { continue }
      limits.append("enveloppe \(purse.label.printable) dépassée de \((-left).french)")
    }
    limits += promisesAside(decision)
    return limits.isEmpty ? "règle sans effet sur les montants" : limits.joined(separator: ", ")
  }
}

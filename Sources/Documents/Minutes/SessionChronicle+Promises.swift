import Committee
import Contract
import Dossiers
import Vocabulary

extension SessionChronicle {
  /// Who voted for whom, and until when.
  func proxyRows() -> [SentenceRow] {
    mandates.map { mandate in
      let proxy = mandate.proxy
      let end = mandate.until.map { ", jusqu’à \($0.clockTime)" } ?? ""
      return SentenceRow(
        "\(name(of: proxy.giver)) à \(name(of: proxy.holder)), de \(mandate.from.clockTime)"
          + "\(end.isEmpty ? " à la fin de la séance" : end)")
    }
  }

  /// Who stood aside from which dossier.
  func recusalRows() -> [SentenceRow] {
    recusals.map { SentenceRow(sentence(of: $0)) }
  }

  func sentence(of recusal: Recusal) -> String {
    "\(name(of: recusal.member)) se déporte du dossier \(recusal.number.text)\u{00A0}: ni vote ni "
      + "quorum. \(motive(recusal.motive))"
  }

  /// The computed allocations kept under a name.
  func scenarioRows() -> [SentenceRow] {
    scenarios.map { SentenceRow(sentence(of: $0)) }
  }

  func sentence(of scenario: Scenario) -> String {
    let funded = Set(scenario.grants.filter { $0.amount > .zero }.map(\.number)).count
    let total = scenario.grants.map(\.amount).total().french
    let note = scenario.note.printable
    let hypothesis = note.isEmpty ? "" : " Hypothèse\u{00A0}: \(note.endedSentence)"
    return
      "Scénario «\u{00A0}\(scenario.name.printable)\u{00A0}»\u{00A0}: "
      + "\(FrenchNumber.count(funded, "dossier", "dossiers")) pour \(total).\(hypothesis)"
  }

  /// What the promises made to each dossier came to, those taken back included.
  func promiseRows() -> [SentenceRow] {
    opening.applications.inRankOrder().flatMap { application -> [SentenceRow] in
      let number = application.number
      let resolution = state.resolution(for: number)
      let kept = resolution.kept.map {
        "Dossier \(number.text), \(outcome(of: $0))\u{00A0}: \(words(of: $0))."
      }
      let fallen = resolution.fallen.map { fall in
        "Dossier \(number.text), tombé\u{00A0}: \(words(of: fall.commitment)) "
          + "(\(reason(of: fall)))."
      }
      let back = withdrawals.filter { $0.number == number }.map {
        "Dossier \(number.text), retiré\u{00A0}: \(label(of: $0.purse)). \(motive($0.motive))"
      }
      return (kept + fallen + cycles(in: resolution, of: number) + back).map { SentenceRow($0) }
    }
  }

  /// What the decision made of a promise whose condition is met.
  private func outcome(of commitment: Commitment) -> String {
    guard let decision = state.decisions[commitment.number] else { return "en vigueur" }
    guard decision.total > .zero else { return "sans effet, le dossier ne recevant rien" }
    let given = decision.grants.first { $0.purse == commitment.purse }?.amount ?? .zero
    return given == commitment.amount
      ? "tenu" : "non suivi par la décision, qui donne \(given.french)"
  }

  /// The promises that a decision leaves aside, in words.
  func promisesAside(_ decision: Decision) -> [String] {
    guard decision.total > .zero else { return [] }
    let back = decision.grants.filter { grant in
      grant.amount > .zero && state.withdrawn[decision.number]?.contains(grant.purse) == true
    }.map { "\(label(of: $0.purse)) donne après avoir retiré son engagement" }
    let unkept = state.resolution(for: decision.number).kept.filter { commitment in
      decision.grants.first { $0.purse == commitment.purse }?.amount != commitment.amount
    }.map { "engagement non suivi (\(label(of: $0.purse)))" }
    return back + unkept
  }

  /// A promise under the names of its purses.
  func words(of commitment: Commitment) -> String {
    let promise = "\(label(of: commitment.purse)) donne \(commitment.amount.french)"
    guard let condition = commitment.condition else { return "\(promise), sans condition" }
    return
      "\(promise) si \(label(of: condition.purse)) donne au moins \(condition.least.french)"
  }

  /// Why a promise falls.
  func reason(of fall: CommitmentResolution.Fall) -> String {
    guard let condition = fall.commitment.condition else { return "retiré" }
    return "\(label(of: condition.purse)) donne \(fall.given.french)"
  }

  private func cycles(in resolution: CommitmentResolution, of number: DossierNumber) -> [String] {
    resolution.cycles.map { purses in
      let names = purses.map(label(of:)).joined(separator: ", ")
      return
        "Dossier \(number.text), engagements qui ne reposent que les uns sur les autres, et tiennent "
        + "ensemble\u{00A0}: \(names)."
    }
  }
}

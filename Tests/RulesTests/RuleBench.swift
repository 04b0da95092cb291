import Contract
import Dossiers
import Forms
import Rules
import TestKit
import Vocabulary

/// What the tests of a rule need: facts made from a text, and the verdict of one rule on them.
enum RuleBench {
  static let inTime = Instant(paris: day(2016, 1, 10), hour: 12)

  /// The facts of a dossier received in the call of 2016 of the first territory.
  static func facts(
    _ dossier: DossierText, receivedAt: Instant = inTime, year: Int = 2016
  ) throws -> Facts {
    let territory = try Territory.lensLievin
    return try facts(dossier, in: territory, call: territory.call(year), receivedAt: receivedAt)
  }

  /// The facts of a dossier in any call.
  static func facts(
    _ dossier: DossierText, in territory: Territory, call: Call, receivedAt: Instant = inTime
  ) throws -> Facts {
    let application = try dossier.application(in: territory)
    guard let form = territory.forms[application.answers.form] else {
      throw Territory.Unloadable(reasons: [application.answers.form])
    }
    return Facts(
      application: application, call: call, reference: territory.reference, form: form,
      chart: territory.chart, receivedAt: receivedAt)
  }

  /// The verdict of a rule, lines included.
  static func verdict(of code: String, on facts: Facts) throws -> Verdict {
    guard let rule = RuleBook.rule(code) else {
      throw Territory.Unloadable(reasons: ["no rule \(code)"])
    }
    return RuleBook.judge(facts, under: rule).verdict
  }

  /// The verdict of a rule on a dossier received in time in the call of 2016.
  static func verdict(of code: String, on dossier: DossierText) throws -> Verdict {
    try verdict(of: code, on: facts(dossier))
  }

  /// Each breach of a rule as `field (key): message → remedy`, `key` being what stands on its line.
  static func breaches(of code: String, on dossier: DossierText) throws -> [String] {
    try describe(verdict(of: code, on: dossier), in: dossier)
  }

  /// Each breach as `field (key): message → remedy`, `key` being what stands on its line.
  static func describe(_ verdict: Verdict, in dossier: DossierText) -> [String] {
    guard case .breached(let breaches) = verdict else { return [] }
    return breaches.map {
      "\($0.field ?? "-") (\($0.line.map { dossier.key(onLine: $0) } ?? "-")): \($0.message) → \($0.remedy)"
    }
  }

  /// Codes of the breached rules, in order.
  static func breachedCodes(
    _ facts: Facts, atLeast severity: Finding.Severity = .information
  ) -> [String] {
    RuleBook.judge(facts).filter { judgement in
      guard case .breached = judgement.verdict else { return false }
      return judgement.severity <= severity
    }.map(\.code)
  }

  /// A day known to exist.
  static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
    Day(year: year, month: month, day: day) ?? Day(daysSinceEpoch: 0)
  }
}

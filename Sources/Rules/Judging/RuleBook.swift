import Contract
import Forms
public import Vocabulary

/// Every rule of admissibility, and how they are judged together.
public enum RuleBook {
  /// The rules in the order they are told: deposit, admissibility, then warnings.
  public static let rules: [any AdmissibilityRule] = deposit + admissibility + warnings

  private static let deposit: [any AdmissibilityRule] = [
    CallIsOpen(), CallIsTheOneNamed(), ApplicantIsAdmitted(), RequiredFieldsAreAnswered(),
    ReferencesAreKnown(), BudgetBalances(), VoluntaryContributionsBalance(), LaterYearsBalance(),
    AccountsAreCountedOnce(), AccuracyIsCertified(), AmountsArePositive(), TotalsStayWithinLimits(),
  ]

  private static let admissibility: [any AdmissibilityRule] = [
    ActionFitsTheExercise(), YearsFitTheCall(), SpecificCreditsServeDistricts(),
    WatchTerritoryKeepsOrdinaryPolicies(),
    RepublicanCommitmentIsSigned(), IndicatorsAreFew(), RequestFitsTheNeed(),
    FunderCanBeAsked(), CommunePaysForItself(), MoneyIsCountedOnce(), FloorFitsTheNeed(),
    ObligationsAreMet(), DatesArePast(), CompulsoryPapersArePresent(),
  ]

  private static let warnings: [any AdmissibilityRule] = [
    RequestFitsThePurse(), RequestReachesThePurseMinimum(), FloorIsReachable(),
    AudienceIsConsistent(), AssociationGivesItsRNA(), SIRETIsTheCommunes(),
    AgreementWillBeRequired(), IndicatorsHaveTargets(), RenewalNamesItsDossier(),
    DistrictsLieInTheCommunes(), FunderIsAskedOnce(), LaterYearsAreAsked(), AnswersAreAsked(),
    AccountsAreCertified(), AmountsAreWholeEuros(),
    ExpectedPapersArePresent(),
  ]

  /// The least total asked in a year, all dossiers of an applicant together, that a rule looks at.
  public static let leastYearlyTotal = AgreementWillBeRequired.threshold

  /// The rule of this code.
  public static func rule(_ code: String) -> (any AdmissibilityRule)? {
    rules.first { type(of: $0).code == code }
  }

  /// Judges one application under every rule of these moments, in the order of ``rules``.
  public static func judge(
    _ facts: Facts, at moments: Set<Moment> = Set(Moment.allCases)
  ) -> [Judgement] {
    rules.filter { moments.contains(type(of: $0).moment) }.map { judge(facts, under: $0) }
  }

  /// Judges one application under one rule; not applicable before the rule is in force.
  public static func judge(_ facts: Facts, under rule: some AdmissibilityRule) -> Judgement {
    let kind = type(of: rule)
    let isInForce = kind.inForceSince.map { $0 <= facts.applicationDay } ?? true
    return Judgement(
      code: kind.code, title: kind.title, moment: kind.moment, severity: kind.severity,
      source: kind.source,
      verdict: isInForce ? verdict(of: rule, on: facts) : .notApplicable)
  }

  /// The verdict of a rule; undecided when it rests on answers that could not all be read.
  private static func verdict(of rule: some AdmissibilityRule, on facts: Facts) -> Verdict {
    let unread = type(of: rule).wholes.first { !facts.answers.isWhollyRead($0) }
    switch rule.judge(facts) {
    case .satisfied where unread != nil, .breached where unread != nil:
      let label = unread.flatMap { facts.field($0)?.label } ?? unread ?? ""
      return .undecided(missing: "une réponse lisible à « \(label) »")
    case let verdict: return placed(verdict, in: facts)
    }
  }

  /// Gives each breach the line of its field, when it has none of its own.
  private static func placed(_ verdict: Verdict, in facts: Facts) -> Verdict {
    guard case .breached(let breaches) = verdict else { return verdict }
    return .breached(
      breaches.map { breach in
        Breach(
          field: breach.field,
          line: breach.line ?? breach.field.flatMap { facts.answers.line(of: $0) },
          message: breach.message, remedy: breach.remedy, source: breach.source)
      })
  }
}

import Contract
import Vocabulary

extension DraftDossier {
  private static let omissible = [
    "projet.besoin", "projet.contenu", "representant.courriel", "public.nombre",
    "public.description", "porteur.adresse",
  ]

  /// Makes one of the faults in the order given, the first that can be made here.
  ///
  /// - Returns: the fault made; `nil` when none could be.
  mutating func spoil(
    with faults: [Fault], call: Call, _ random: inout SplitMix64
  ) -> Fault? {
    faults.first { make($0, call: call, &random) }
  }

  private mutating func make(
    _ fault: Fault, call: Call, _ random: inout SplitMix64
  ) -> Bool {
    switch fault {
    case .unbalancedBudget: unbalance(by: Cents(euros: Int64(random.within(1...40) * 50)))
    case .unbalancedVolunteering: unbalanceVolunteering(&random)
    case .requestAboveNeed: return askTooMuch(&random)
    case .beyondExercise: overflow(call, days: random.within(1...200))
    case .tooManyIndicators: crowdIndicators(call)
    case .noDistrictPublic:
      guard needsDistrictPublic else { return false }
      project.audience.districtShare = 0
    case .missingField: omitted = random.pick(Self.omissible)
    case .wrongIBAN: mistypeIBAN(at: random.within(9...24))
    case .unknownObjective: project.objective += "99"
    case .unsignedCommitment:
      guard commitment != nil else { return false }
      commitment = false
    }
    return true
  }

  private mutating func unbalance(by gap: Cents) {
    if budget.resources.isEmpty {
      budget.resources = [BudgetDraft.Line(account: "propres", amount: gap)]
    } else {
      budget.resources[0].amount += gap
    }
  }

  private mutating func unbalanceVolunteering(_ random: inout SplitMix64) {
    let forgotten = Cents(euros: Int64(random.within(2...40) * 50))
    if budget.volunteerUses.isEmpty {
      budget.volunteerUses = [BudgetDraft.Line(account: "864", amount: forgotten)]
    } else {
      budget.volunteerUses[0].amount += forgotten
    }
  }

  /// Raises a request by all that the applicant itself brings, and more.
  private mutating func askTooMuch(_ random: inout SplitMix64) -> Bool {
    guard !budget.requests.isEmpty else { return false }
    budget.requests[0].amount += Cents(euros: Int64(random.within(2...30) * 100))
    return true
  }

  private mutating func overflow(_ call: Call, days: Int) {
    let tolerance = call.parameter(.exerciseTolerance)?.value ?? 0
    let end = call.exercise.end.addingRoundingDown(months: 12 * laterBudgets.count)
    project.end = end.adding(days: tolerance + days)
  }

  private mutating func crowdIndicators(_ call: Call) {
    let most = call.parameter(.maximumIndicators)?.value ?? 3
    let extra = [
      "nombre de séances tenues", "satisfaction des participants", "articles parus",
      "bénévoles mobilisés", "partenaires associés",
    ]
    for label in extra where project.indicators.count <= most {
      project.indicators.append(ProjectDraft.Indicator(label: label, target: "10", code: nil))
    }
  }

  private mutating func mistypeIBAN(at position: Int) {
    var digits = Array(applicant.iban.utf8)
    digits[position] = 0x30 + (digits[position] - 0x30 + 1) % 10
    applicant.iban = String(decoding: digits, as: UTF8.self)
  }
}

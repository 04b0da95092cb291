import Contract
import Dossiers
import Forms
import Vocabulary

/// A dossier made up for a season of training or measurement.
struct GeneratedDossier: Hashable, Sendable {
  /// One JSON document in the answers' shape, on one line without a line end.
  let json: [UInt8]
  /// When it is deposited: inside the call's calendar.
  let receivedAt: Instant
  /// The mistake put in it on purpose, if any.
  let fault: Fault?
}

/// Makes up the dossiers of a whole season from the reference data and the call alone.
///
/// Each dossier depends only on the seed, the size of the season and its index: any one can be made
/// without the others, and the same seed gives the same bytes.
struct SeasonGenerator: Sendable {
  /// Out of 100 dossiers, how many are faulty on purpose, and how many lie in *veille active*.
  private static let faultyPercent = 6
  private static let watchPercent = 5
  /// Out of 100 dossiers, how many ask for several years where the call admits it.
  private static let yearsPercent = 12
  /// First day on which an association signs the republican commitment (loi n° 2000-321, 10-1).
  private static let commitmentSince = Day(year: 2022, month: 1, day: 2)

  private let call: Call
  private let seed: UInt64
  private let places: SeasonPlaces
  private let applicants: SeasonApplicants
  private let objectives: [ObjectivePhrases]
  private let funding: FundingTable
  private let receipts: ReceiptCalendar
  private let asksCommitment: Bool
  private let priorities: SeasonPriorities

  /// Prepares a season.
  ///
  /// - Parameters:
  ///   - reference: the contract's data, with at least one commune and one objective.
  ///   - call: the call, which admits at least one kind of applicant.
  ///   - forms: the form editions that the call gives to its applicants.
  ///   - seed: the same seed gives the same season.
  ///   - count: how many dossiers the season has; receipts are spread over them.
  init(
    reference: ReferenceData, call: Call, forms: [FormEdition], seed: UInt64, count: Int
  ) {
    precondition(!reference.communes.isEmpty && !reference.objectives.isEmpty, "empty reference")
    precondition(!call.applicants.isEmpty, "a call that admits nobody")
    self.call = call
    self.seed = seed
    places = SeasonPlaces(reference: reference)
    let applicants = SeasonApplicants(
      call: call, forms: forms, places: places, seed: seed, count: count)
    self.applicants = applicants
    priorities = SeasonPriorities(
      identities: (0..<count).map { index in
        var random = SplitMix64(seed: seed, stream: RandomStream.dossier, index: index)
        return applicants.identity(&random)
      })
    objectives = reference.objectives.map { ObjectivePhrases($0, among: reference.objectives) }
    funding = FundingTable(call: call, objectives: reference.objectives)
    receipts = ReceiptCalendar(calendar: call.calendar, count: count)
    asksCommitment = Self.commitmentSince.map { call.calendar.closing.lastDay >= $0 } ?? false
  }

  /// The dossier of this index, from 0.
  func dossier(_ index: Int) -> GeneratedDossier {
    var random = SplitMix64(seed: seed, stream: RandomStream.dossier, index: index)
    var draft = draft(index, &random)
    var mischief = SplitMix64(seed: seed, stream: RandomStream.fault, index: index)
    var fault: Fault?
    if mischief.happens(percent: Self.faultyPercent) {
      let faults = mischief.sample(Fault.allCases, Fault.allCases.count)
      fault = draft.spoil(with: faults, call: call, &mischief)
    }
    var clock = SplitMix64(seed: seed, stream: RandomStream.receipt, index: index)
    return GeneratedDossier(
      json: draft.json(call: call, communes: places.communes),
      receivedAt: receipts.instant(of: index, jitter: clock.below(1_000)), fault: fault)
  }

  private func draft(_ index: Int, _ random: inout SplitMix64) -> DraftDossier {
    let applicant = applicants.applicant(applicants.identity(&random))
    let (place, objective, options) = situation(of: applicant, &random)
    let drawing = BudgetDrawing(options: options, opening: call.calendar.opening)
    let budget = drawing.draw(&random)
    var project = ProjectDrawing(
      call: call, phrases: objectives[objective], place: place, budget: budget
    ).draw(&random)
    let laterBudgets = laterYears(index, of: applicant).map { _ in drawing.repeated(budget, &random)
    }
    project.end = project.end.addingRoundingDown(months: 12 * laterBudgets.count)
    return DraftDossier(
      applicant: applicant, project: project, budget: budget, laterBudgets: laterBudgets,
      place: place,
      priority: applicants.asks("projet.ordre", of: applicant)
        ? priorities.priority(of: index) : nil,
      commitment: asksCommitment && applicant.signsCommitment ? true : nil)
  }

  /// The ranks of the years asked for after the first; none unless the call and the form admit some.
  private func laterYears(_ index: Int, of applicant: GeneratedApplicant) -> [Int] {
    let most = call.parameter(.maximumYears)?.value ?? 1
    guard most > 1, applicants.asks("projet.annees", of: applicant) else { return [] }
    var random = SplitMix64(seed: seed, stream: RandomStream.laterYear, index: index)
    guard random.happens(percent: Self.yearsPercent) else { return [] }
    return Array(2...random.within(2...most))
  }

  /// Draws where the action is and what it is for, so that at least one funder can be asked.
  private func situation(
    of applicant: GeneratedApplicant, _ random: inout SplitMix64
  ) -> (place: PlaceDraft, objective: Int, options: [FundingOption]) {
    if random.happens(percent: Self.watchPercent), let watch = places.drawWatch(&random),
      let found = objective(for: applicant, at: watch, &random)
    {
      return (watch, found.objective, found.options)
    }
    let place = places.draw(near: applicant.commune, &random)
    let found = objective(for: applicant, at: place, &random)
    return (place, found?.objective ?? random.below(objectives.count), found?.options ?? [])
  }

  private func objective(
    for applicant: GeneratedApplicant, at place: PlaceDraft, _ random: inout SplitMix64
  ) -> (objective: Int, options: [FundingOption])? {
    let first = random.below(objectives.count)
    for turn in objectives.indices {
      let objective = (first + turn) % objectives.count
      let options = self.options(for: applicant, at: place, objective: objective)
      if !options.isEmpty { return (objective, options) }
    }
    return nil
  }

  private func options(
    for applicant: GeneratedApplicant, at place: PlaceDraft, objective: Int
  ) -> [FundingOption] {
    let kinds = place.kinds
    // A commune pays for actions it hosts, or carries when the applicant is the commune itself.
    var hosts = place.communes
    if Applicant.municipalKinds.contains(applicant.kind) { hosts.append(applicant.commune) }
    return funding.options(kind: applicant.kindRank, objective: objective).compactMap { option in
      if let commune = option.commune {
        guard hosts.contains(where: { places.communes[$0].insee == commune }) else { return nil }
      }
      return option.serving(kinds)
    }
  }
}

import Contract
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
/// Each dossier depends only on the seed and its index: any one can be made without the others, and
/// the same seed gives the same bytes.
struct SeasonGenerator: Sendable {
  /// Out of 100 dossiers, how many are faulty on purpose and how many lie in *veille active*.
  private static let faultyPercent = 6
  private static let watchPercent = 5
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

  /// Prepares a season.
  ///
  /// - Parameters:
  ///   - reference: the contract's data, with at least one commune and one objective.
  ///   - call: the call, which admits at least one kind of applicant.
  ///   - seed: the same seed gives the same season.
  ///   - count: how many dossiers the season has; receipts are spread over them.
  init(reference: ReferenceData, call: Call, seed: UInt64, count: Int) {
    precondition(!reference.communes.isEmpty && !reference.objectives.isEmpty, "empty reference")
    precondition(!call.applicants.isEmpty, "a call that admits nobody")
    self.call = call
    self.seed = seed
    places = SeasonPlaces(reference: reference)
    applicants = SeasonApplicants(call: call, places: places, seed: seed, count: count)
    objectives = reference.objectives.map { ObjectivePhrases($0, among: reference.objectives) }
    funding = FundingTable(call: call, objectives: reference.objectives)
    receipts = ReceiptCalendar(calendar: call.calendar, count: count)
    asksCommitment = Self.commitmentSince.map { call.calendar.closing.lastDay >= $0 } ?? false
  }

  /// The dossier of this index, from 0.
  func dossier(_ index: Int) -> GeneratedDossier {
    var random = SplitMix64(seed: seed, stream: RandomStream.dossier, index: index)
    var draft = draft(&random)
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

  private func draft(_ random: inout SplitMix64) -> DraftDossier {
    let applicant = applicants.draw(&random)
    let (place, objective, options) = situation(of: applicant, &random)
    let budget = BudgetDrawing(options: options, opening: call.calendar.opening).draw(&random)
    let project = ProjectDrawing(
      call: call, phrases: objectives[objective], place: place, budget: budget
    ).draw(&random)
    return DraftDossier(
      applicant: applicant, project: project, budget: budget, place: place,
      commitment: asksCommitment && applicant.association != nil ? true : nil)
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
    // A commune pays for actions it hosts, or carries when the applicant is a public body.
    var hosts = place.communes
    if applicant.association == nil { hosts.append(applicant.commune) }
    return funding.options(kind: applicant.kindRank, objective: objective).compactMap { option in
      if let commune = option.commune {
        guard hosts.contains(where: { places.communes[$0].insee == commune }) else { return nil }
      }
      return option.serving(kinds)
    }
  }
}

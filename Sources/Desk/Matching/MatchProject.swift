public import Contract
public import Dossiers
public import Matching
import Store
public import Vocabulary

/// A project's links with the contract's objectives and with possible co-funders.
public struct ProjectMatch: Sendable {
  public let number: DossierNumber
  /// The main objective that the applicant declared; empty when none was.
  public let declared: String
  /// The objective that an instructor read in the dossier, if any.
  public let confirmed: String?
  public let objectives: [ObjectiveMatch]
  public let funders: [FunderMatch]
  /// Partners that the plan of action names for the declared objective beside its funders.
  public let partners: [FunderID]
  /// What should make a reader careful.
  public let doubts: [MatchDoubt]
  /// The words used, for instance `3 (lexique 2026.1)`.
  public let vocabulary: String
}

extension Desk {
  /// Matches a deposited dossier with objectives and co-funders.
  ///
  /// - Parameters:
  ///   - number: the dossier.
  ///   - version: the words to use; the last ones by default.
  /// - Returns: the objectives, the funders and what is doubtful.
  /// - Throws: ``DeskError`` or ``Store/Failure``.
  public func match(_ number: DossierNumber, vocabulary version: Int? = nil) throws -> ProjectMatch
  {
    let dossier = try readable(number, "rapprocher un dossier")
    let (received, context) = (dossier.received, dossier.context)
    let application = dossier.application
    let project = application.project
    let matcher = ObjectiveMatcher(
      reference: context.reference, vocabulary: try matchingVocabulary(version: version))
    let matches = matcher.match(
      ProjectText(of: application), declared: [project.objective] + project.secondaryObjectives)
    let funders = FunderMatcher(reference: context.reference)
    return ProjectMatch(
      number: number, declared: project.objective,
      confirmed: try store.reading(of: number)?.objective, objectives: matches,
      funders: funders.funders(
        of: application, in: context.call,
        beside: try fundingBeside(received, application, in: context)),
      partners: funders.partners(of: project.objective),
      doubts: MatchDoubt.all(
        about: matches, declared: project.objective.isEmpty ? nil : project.objective),
      vocabulary: matcher.vocabulary.name)
  }

  /// What the purses of the call granted, and what the applicant's other dossiers ask or got.
  private func fundingBeside(
    _ received: ReceivedDossier, _ application: Application, in context: CallContext
  ) throws -> FundingBeside {
    let grants = try store.grantsByPurse(call: context.call.id)
    let others = try otherRequests(of: received, in: context)
    return FundingBeside(
      uses: grants.mapValues { FundingBeside.Use(granted: $0.granted, projects: $0.projects) },
      applicantOthers: others.reduce(into: [:]) { $0[$1.funder, default: .zero] += $1.amount })
  }

  /// What the other dossiers of an applicant ask in the call.
  private func otherRequests(
    of received: ReceivedDossier, in context: CallContext
  ) throws -> [FinancingPlan.Request] {
    guard let siren = received.siren else { return [] }
    let dossiers = try store.dossiers(
      ofApplicants: [siren], call: context.call.id, notOfKinds: [], askingMoreThan: .zero)
    return try dossiers.filter { $0.number != received.number }.flatMap {
      try application(of: $0, in: context).plan.requests
    }
  }

  /// Matches the projects of a file of JSON lines, in order.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - warn: receives what is odd about a line that can be read all the same.
  ///   - result: receives one line of JSON a project.
  /// - Returns: the findings of the lines that could not be read.
  /// - Throws: ``DeskError``, or whatever `result` throws.
  public func matchBatch(
    _ path: String, warn: ([Finding]) -> Void, result: (String) throws -> Void
  ) throws -> [Finding] {
    let matcher = BatchMatcher(reference: base.reference, vocabulary: try matchingVocabulary())
    var refused: [Finding] = []
    try InputFile.lines(of: path) { bytes, number in
      guard let bytes else {
        refused.append(InputFile.tooLongLine("\(path):\(number)"))
        return
      }
      let (project, findings) = BatchProject.read(bytes, number: number, file: path)
      warn(findings.filter { $0.severity != .blocking })
      guard let project else {
        refused += findings
        return
      }
      try result(matcher.correspondence(of: project).json)
    }
    return refused
  }

  /// Measures the matching on the labelled projects of a file of JSON lines.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - isLearning: learn the file first, each case then judged without itself.
  ///   - isAlone: leave aside everything learned, to measure the lexicon alone.
  /// - Returns: the measure, and the findings of the lines that could not be read.
  /// - Throws: ``DeskError``, ``Store/Failure``.
  public func evaluateMatching(
    _ path: String, isLearning: Bool = false, isAlone: Bool = false
  ) throws -> (evaluation: MatchingEvaluation, findings: [Finding]) {
    var cases: [LabelledProject] = []
    var findings: [Finding] = []
    try InputFile.lines(of: path) { bytes, number in
      guard let bytes else {
        findings.append(InputFile.tooLongLine("\(path):\(number)"))
        return
      }
      let (labelled, found) = LabelledProject.read(
        bytes, number: number, file: path, reference: base.reference)
      findings += found
      if let labelled { cases.append(labelled) }
    }
    var vocabulary = try matchingVocabulary()
    if isAlone {
      vocabulary = MatchingVocabulary(version: vocabulary.version, lexicon: vocabulary.lexicon)
    }
    let evaluation = MatchingEvaluation(
      reference: base.reference, vocabulary: vocabulary, learning: isLearning ? cases : [])
    for labelled in cases { evaluation.add(labelled) }
    return (evaluation, findings)
  }
}

public import Contract
import Dossiers
import Matching
public import Scoring
import Store
public import Vocabulary

/// Two versions of a grid on the same dossiers.
public struct GridComparison: Sendable {
  public let before: Grid
  public let after: Grid
  public let difference: RankingDifference
}

extension Desk {
  /// Reads a grid for a call.
  ///
  /// - Returns: the grid and what does not prevent using it.
  /// - Throws: ``Refusal`` with everything wrong in the file, ``DeskError``.
  func readGrid(_ path: String) throws -> (grid: Grid, findings: [Finding]) {
    let file = try InputFile.read(path)
    let (grid, findings) = CallFiles.loadGrid(file, evaluators: Evaluators.names)
    guard let grid else { throw Refusal(findings) }
    let all = findings + Evaluators.findings(about: grid, file: file.name)
    guard !all.areBlocking else { throw Refusal(all.inReadingOrder()) }
    return (grid, all.inReadingOrder())
  }

  /// Gives a call another version of its grid, as long as its ranking is not frozen.
  ///
  /// - Parameters:
  ///   - path: the file of the grid; its version is a new one.
  ///   - motive: why it changes, for the journal.
  ///   - context: the call.
  ///   - isSimulated: check, but write nothing.
  /// - Returns: the grid and what does not prevent using it.
  /// - Throws: ``Refusal``, ``DeskError``, ``Store/Failure``.
  public func adoptGrid(
    _ path: String, motive: String, in context: CallContext, isSimulated: Bool = false
  ) throws -> (grid: Grid, findings: [Finding]) {
    _ = try permit("changer la grille", to: .secretary)
    let motive = try Self.motive(motive)
    guard try !isRankingFrozen(in: context) else {
      throw DeskError.refused(
        "Le classement est figé depuis l’ouverture de la séance : sa grille ne change plus.",
        remedy:
          "Pour voir ce qu’une autre grille donnerait : aap classer comparer --grille FICHIER.")
    }
    let (grid, findings) = try readGrid(path)
    let opened = try store.openingGrid(call: context.call.id)
    let known =
      [opened].compactMap { $0?.version }
      + (try store.laterGrids(call: context.call.id).map(\.version))
    guard !known.contains(grid.version) else {
      throw DeskError.refused(
        "L’appel a déjà eu une grille « \(grid.version) ».",
        remedy: "Donnez une autre « version » à celle-ci.")
    }
    if !isSimulated {
      try store.adopt(
        grid, for: context.call.id, motive: motive,
        act: journalAct("grille", subject: context.call.id))
    }
    return (grid, findings)
  }

  /// Ranks the dossiers of the ranking in force with another grid, without changing anything.
  ///
  /// - Parameters:
  ///   - path: the file of the other grid.
  ///   - context: the call.
  ///   - progress: called once a dossier, when dossiers have to be read again.
  /// - Returns: who moves, and by how much.
  /// - Throws: ``Refusal``, ``DeskError``, ``Store/Failure``.
  public func compareGrids(
    with path: String, in context: CallContext, progress: () -> Void = {}
  ) throws -> (comparison: GridComparison, findings: [Finding]) {
    _ = try permit("comparer des grilles", to: .instructor, .secretary, .chair)
    let call = context.call.id
    let terms = try rankingTerms(in: context)
    let (grid, findings) = try readGrid(path)
    let before = try reranked(with: terms.grid, call: call).map(\.entry)
    let after =
      terms.grid.judgesAlike(grid)
      ? try reranked(with: grid, call: call).map(\.entry)
      : try rankedAgain(with: grid, terms: terms, in: context, progress: progress)
    return (
      GridComparison(
        before: terms.grid, after: grid,
        difference: RankingDifference(before: before, after: after)), findings
    )
  }

  private func rankedAgain(
    with grid: Grid, terms: RankingTerms, in context: CallContext, progress: () -> Void
  ) throws -> [RankingEntry] {
    let scoring = DossierScoring(
      grid: grid, vocabulary: try matchingVocabulary(version: terms.vocabulary), in: context)
    var pass = RankingPass(grid: grid)
    var page: [(received: ReceivedDossier, beside: ScoringBeside)] = []
    // What the former grid did not look at was not kept with its cards: it is looked at now.
    let present =
      terms.grid.looksAsFar(as: grid) ? [:] : try presentBeside(grid: grid, in: context)
    try store.forEachKeptCard(call: context.call.id) { kept in
      let beside = present[kept.number] ?? kept.beside.flatMap(ScoringBeside.init(text:))
      page.append((kept.dossier, beside ?? .none))
      progress()
      guard page.count == Self.scoringPage else { return }
      pass.take(try scoring.score(page))
      page = []
    }
    pass.take(try scoring.score(page))
    _ = pass.finish()
    return Ranking(pass.entries).entries
  }

  /// What a grid looks at beside every dossier of a call, as it stands.
  private func presentBeside(
    grid: Grid, in context: CallContext
  ) throws -> [DossierNumber: ScoringBeside] {
    var present: [DossierNumber: ScoringBeside] = [:]
    try store.forEachDossierPage(
      call: context.call.id, stages: Set(Stage.allCases), pageSize: Self.scoringPage
    ) { page in
      for entry in try scoringBeside(page, grid: grid, in: context) {
        present[entry.received.number] = entry.beside
      }
    }
    return present
  }
}

extension Grid {
  /// Whether it has people mark.
  private var looksAtMarks: Bool { !humanCriteria.isEmpty }

  /// Whether it looks at the report on the year before.
  var looksAtReports: Bool { criteria.contains { $0.evaluator == PreviousReport.name } }

  /// Whether it looks, beside dossiers, at everything that another grid looks at.
  fileprivate func looksAsFar(as other: Grid) -> Bool {
    (looksAtMarks || !other.looksAtMarks) && (looksAtReports || !other.looksAtReports)
  }
}

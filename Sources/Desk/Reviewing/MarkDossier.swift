public import Contract
public import Dossiers
public import Scoring
public import Store
import Vocabulary

/// What a reviewer is preparing on a dossier.
public struct ReviewDraft: Sendable {
  public let number: DossierNumber
  public let grid: Grid
  public let marks: [GivenMark]
  /// Whether marks were handed in before: those in preparation would take their place.
  public let isHandedIn: Bool

  /// The criteria still without a mark.
  public var missing: [Criterion] {
    grid.humanCriteria.filter { criterion in !marks.contains { $0.criterion == criterion.code } }
  }
}

/// What reviewers gave to a dossier, as far as the reader may see it.
public struct DossierReviews: Sendable {
  public let number: DossierNumber
  public let grid: Grid
  /// Everyone who has the dossier.
  public let assigned: [String]
  /// The reviews that count, by reviewer; empty while the reader has not handed its own in.
  public let reviews: [SubmittedReview]
  /// How many reviews count, seen or not.
  public let count: Int
  /// Those whose marks were given on an earlier version of the dossier: they do not count.
  public let outdated: [String]
  public let disagreements: [Disagreement]
  /// Those who are recused.
  public let recused: [String]
}

extension Desk {
  /// Letters and digits that a justification has at least.
  private static let leastJustification = 10
  /// Characters that it has at most.
  private static let longestJustification = 2000

  /// Keeps marks in preparation.
  ///
  /// - Parameters:
  ///   - marks: each on a criterion that people mark, from 0 to 4, with its reason.
  ///   - number: the dossier.
  ///   - isSimulated: check, but write nothing.
  /// - Returns: everything the reviewer has in preparation.
  /// - Throws: ``Refusal`` with everything wrong in the marks, ``DeskError``.
  public func mark(
    _ marks: [GivenMark], on number: DossierNumber, isSimulated: Bool = false
  ) throws -> ReviewDraft {
    let context = try reviewable(number)
    let findings = Self.findings(about: marks, grid: context.call.grid)
    guard findings.isEmpty else { throw Refusal(findings) }
    if !isSimulated, !marks.isEmpty {
      try store.keepDraftMarks(
        marks, on: number, by: actorID,
        act: journalAct(
          "note", subject: number.text, detail: marks.map(\.criterion).joined(separator: " ")))
    }
    return try draft(of: number, in: context, adding: isSimulated ? marks : [])
  }

  /// Hands in the marks in preparation.
  ///
  /// - Throws: ``DeskError`` when a criterion has no mark yet.
  public func submitReview(of number: DossierNumber, isSimulated: Bool = false) throws
    -> ReviewDraft
  {
    let context = try reviewable(number)
    let draft = try draft(of: number, in: context)
    guard draft.missing.isEmpty else {
      throw DeskError.refused(
        "Il manque une note sur : \(draft.missing.map(\.code).joined(separator: ", ")).",
        remedy: "aap instruire noter \(number.text) CRITERE NOTE --justification \"…\"")
    }
    guard try !store.areDraftMarksOutdated(on: number, by: actorID) else {
      throw DeskError.refused(
        "Une autre version du dossier \(number.text) est arrivée depuis vos notes.",
        remedy: "Relisez-le (aap dossier montrer \(number.text)), puis notez de nouveau.")
    }
    if !isSimulated {
      try store.submitReview(
        of: number, by: actorID, grid: context.call.grid.version,
        criteria: context.call.grid.humanCriteria.map(\.code),
        act: journalAct("examen rendu", subject: number.text))
    }
    return draft
  }

  /// The reviews of a dossier.
  ///
  /// A reviewer sees the marks of others once its own are handed in; whoever is recused sees nothing.
  ///
  /// - Throws: ``DeskError`` when the actor is recused.
  public func reviews(of number: DossierNumber) throws -> DossierReviews {
    let actor = try permit("voir les notes", to: .instructor, .funder, .secretary, .chair)
    guard try store.dossier(number) != nil else { throw DeskError.unknownDossier(number.text) }
    let context = try callContext(number.call)
    let interests = try interests(in: context, only: number)
    try refuseIfRecused(interests, "voir les notes d’un dossier")
    let all =
      try store.reviews(
        call: number.call, orders: number.order...number.order, includingOutdated: true)[
        number.order] ?? []
    let excluded = Set(interests.filter(\.isExcluded).map(\.reviewer))
    let valid = all.filter { !excluded.contains($0.reviewer) }
    let counted = valid.filter { !$0.isOutdated }
    let assigned = try store.assignments(call: number.call, only: number).map(\.reviewer)
    let mayCompare =
      actor.role == .secretary || actor.role == .chair
      || counted.contains { $0.reviewer == actorID }
      || (actor.role == .instructor && !assigned.contains(actorID))
    let seen = mayCompare ? counted : counted.filter { $0.reviewer == actorID }
    return DossierReviews(
      number: number, grid: context.call.grid, assigned: assigned, reviews: seen,
      count: counted.count, outdated: valid.filter(\.isOutdated).map(\.reviewer),
      disagreements: Disagreement.all(
        of: seen.map(ScoringBeside.Review.init), grid: context.call.grid),
      recused: excluded.sorted())
  }

  private func draft(
    of number: DossierNumber, in context: CallContext, adding more: [GivenMark] = []
  ) throws -> ReviewDraft {
    let kept = try store.draftMarks(of: number, by: actorID)
    let known = Set(context.call.grid.humanCriteria.map(\.code))
    let marks =
      kept.filter { mark in
        known.contains(mark.criterion) && !more.contains { $0.criterion == mark.criterion }
      } + more
    let handedIn =
      try store.reviews(
        call: number.call, orders: number.order...number.order)[number.order] ?? []
    return ReviewDraft(
      number: number, grid: context.call.grid, marks: marks,
      isHandedIn: handedIn.contains { $0.reviewer == actorID })
  }

  /// Whether the actor may mark a dossier: it was given to it, it has no interest in it, and the ranking
  /// is not frozen.
  private func reviewable(_ number: DossierNumber) throws -> CallContext {
    _ = try permit("noter un dossier", to: .instructor, .funder)
    guard let received = try store.dossier(number) else {
      throw DeskError.unknownDossier(number.text)
    }
    let context = try callContext(number.call)
    guard !context.call.grid.humanCriteria.isEmpty else {
      throw DeskError.refused(
        "La grille \(context.call.grid.version) n’a aucun critère noté par des personnes.",
        remedy: "Voyez les critères : aap classer expliquer \(number.text).")
    }
    guard Stage.rankable.contains(received.stage) else {
      throw DeskError.refused(
        "Le dossier \(number.text) ne se note pas : il est « \(received.stage.french) ».",
        remedy: "Seuls les dossiers recevables sont notés.")
    }
    try refuseIfFrozen(context, "La notation")
    try refuseIfRecused(try interests(in: context, only: number), "noter un dossier")
    let isAssigned = try !store.assignments(
      call: number.call, only: number, reviewer: actorID
    ).isEmpty
    guard isAssigned else {
      throw DeskError.refused(
        "Le dossier \(number.text) ne vous est pas affecté.",
        remedy: "Demandez-le : aap instruire affecter \(number.text) --examinateur \(actorID).")
    }
    return context
  }

  func refuseIfRecused(_ interests: [ReviewerInterest], _ act: String) throws {
    guard let interest = interests.first(where: { $0.reviewer == actorID && $0.isExcluded }) else {
      return
    }
    try store.journal(
      journalAct("refus", subject: act, detail: "\(interest.number.text) : récusé"))
    throw DeskError.recused(
      actor: actorID, number: interest.number.text, reason: interest.french,
      remedy: interest.remedy)
  }

  private static func findings(about marks: [GivenMark], grid: Grid) -> [Finding] {
    let known = grid.humanCriteria.map(\.code)
    var findings: [Finding] = []
    func report(_ code: String, _ field: String, _ message: String, remedy: String) {
      findings.append(
        Finding(
          code: code, family: .malformed, place: Finding.Place(field: field), message: message,
          remedy: remedy))
    }
    for mark in marks {
      if !known.contains(mark.criterion) {
        let near = mark.criterion.nearest(among: known).map { " Vouliez-vous dire « \($0) » ?" }
        report(
          "critere_inconnu", "critere",
          "« \(mark.criterion) » n’est pas un critère noté par des personnes.\(near ?? "")",
          remedy: "Critères à noter : \(known.joined(separator: ", ")).")
      }
      if !(0...Criterion.highestMark).contains(mark.mark) {
        report(
          "note_hors_bornes", "note", "La note vaut \(mark.mark), hors de 0 à 4.",
          remedy: "Donnez 0, 1, 2, 3 ou 4.")
      }
      if mark.justification.count > longestJustification {
        report(
          "justification_trop_longue", "justification",
          "La justification sur \(mark.criterion) compte "
            + "\(FrenchNumber.text(mark.justification.count)) caractères, "
            + "\(FrenchNumber.text(longestJustification)) au plus.", remedy: "Résumez-la.")
      }
      if mark.justification.lettersOnly.count < leastJustification {
        report(
          "justification_manquante", "justification",
          "La note sur \(mark.criterion) n’est pas justifiée.",
          remedy: "Dites en une phrase ce qui, dans le dossier, fonde la note.")
      }
    }
    return findings
  }
}

import Contract
public import Dossiers
import Scoring
public import Store

/// What sharing dossiers between reviewers gave.
public struct AssignmentOutcome: Sendable {
  public let given: [Assignment]
  /// Dossiers that too few people may review.
  public let short: [DossierNumber]
  /// How many dossiers each reviewer ends with.
  public let loads: [String: Int]
}

extension Desk {
  /// Roles that may review.
  private static let reviewing: Set<Role> = [.instructor, .funder]

  /// Gives a dossier to reviewers chosen by hand.
  ///
  /// - Throws: ``DeskError`` when one of them is not a reviewer or has an interest in the dossier.
  public func assign(
    _ number: DossierNumber, to reviewers: [String], isSimulated: Bool = false
  ) throws -> [Assignment] {
    _ = try permit("affecter un dossier", to: .instructor, .secretary)
    let context = try callContext(number.call)
    try refuseIfFrozen(context, "L’affectation")
    guard let received = try store.dossier(number) else {
      throw DeskError.unknownDossier(number.text)
    }
    guard Stage.rankable.contains(received.stage) else {
      throw DeskError.refused(
        "Le dossier \(number.text) ne s’affecte pas : il est « \(received.stage.french) ».",
        remedy: "Seuls les dossiers recevables sont examinés.")
    }
    guard
      try !reviewers.contains(actorID)
        || (store.reviews(call: number.call, orders: number.order...number.order)).isEmpty
    else {
      throw DeskError.refused(
        "On ne s’affecte pas un dossier déjà noté : on a pu en voir les notes.",
        remedy: "Demandez-le au secrétaire, ou répartissez : aap instruire affecter --tous.")
    }
    let interests = try interests(in: context, only: number)
    for reviewer in reviewers {
      try checkReviewer(reviewer)
      if let interest = interests.first(where: { $0.reviewer == reviewer && $0.isExcluded }) {
        throw DeskError.refused(
          "« \(reviewer) » ne peut pas examiner \(number.text) : \(interest.french).",
          remedy: interest.remedy)
      }
    }
    let assignments = reviewers.map {
      Assignment(number: number, reviewer: $0, isAutomatic: false)
    }
    if !isSimulated {
      try store.assign(assignments, act: journalAct("affectation", subject: number.text))
    }
    return assignments
  }

  /// Takes a dossier back from a reviewer.
  public func unassign(
    _ number: DossierNumber, from reviewer: String, isSimulated: Bool = false
  ) throws {
    _ = try permit("affecter un dossier", to: .instructor, .secretary)
    let context = try callContext(number.call)
    try refuseIfFrozen(context, "L’affectation")
    let assigned = try store.assignments(call: number.call, only: number, reviewer: reviewer)
    guard !assigned.isEmpty else {
      throw DeskError.refused(
        "« \(reviewer) » n’examine pas \(number.text).",
        remedy: "Voyez : aap instruire examens \(number.text).")
    }
    guard !isSimulated else { return }
    _ = try store.unassign(
      number, from: reviewer,
      act: journalAct("fin d'affectation", subject: number.text, detail: reviewer))
  }

  /// Gives every rankable dossier to enough reviewers, as evenly as conflicts allow.
  ///
  /// - Parameters:
  ///   - count: how many reviewers each dossier is to have.
  ///   - named: the reviewers; every instructor when empty.
  ///   - context: the call.
  ///   - isSimulated: compute, but write nothing.
  /// - Returns: what was given, and the dossiers that lack reviewers.
  /// - Throws: ``DeskError``, ``Store/Failure``.
  public func assignAll(
    count: Int, among named: [String] = [], in context: CallContext, isSimulated: Bool = false
  ) throws -> AssignmentOutcome {
    _ = try permit("affecter les dossiers", to: .instructor, .secretary)
    try refuseIfFrozen(context, "L’affectation")
    for reviewer in named { try checkReviewer(reviewer) }
    let reviewers =
      named.isEmpty
      ? try store.actors().filter { $0.role == .instructor }.map(\.id) : named
    guard !reviewers.isEmpty else {
      throw DeskError.refused(
        "Aucun instructeur n’est connu de la base.",
        remedy: "Ajoutez-en : aap acteur ajouter ID --role instructeur.")
    }
    let able = Set(try store.actors().filter { Self.reviewing.contains($0.role) }.map(\.id))
    let excluded = Dictionary(
      grouping: try interests(in: context).filter(\.isExcluded), by: \.number)
    let present = Dictionary(
      grouping: try store.assignments(call: context.call.id), by: \.number)
    let needs = try store.dossierLines(call: context.call.id, stages: Stage.rankable).map { line in
      // Whoever was removed, or changed role, reviews no more.
      BalancedAssignment.Need(
        number: line.number,
        reviewers: Set((present[line.number] ?? []).map(\.reviewer)).intersection(able),
        excluded: Set((excluded[line.number] ?? []).map(\.reviewer)))
    }
    let balanced = BalancedAssignment(needs, among: reviewers, count: count)
    let given = balanced.given.map {
      Assignment(number: $0.number, reviewer: $0.reviewer, isAutomatic: true)
    }
    if !isSimulated {
      try store.assign(given, act: journalAct("affectation", subject: context.call.id))
    }
    return AssignmentOutcome(given: given, short: balanced.short, loads: balanced.loads)
  }

  /// The rankable dossiers that nobody marked, or that one reviewer has.
  ///
  /// - Parameters:
  ///   - context: the call.
  ///   - unmarked: only those that nobody that counts marked; by `reviewer`, when one is named.
  ///   - reviewer: only those given to this reviewer; `nil` for all.
  /// - Returns: in order of deposit.
  /// - Throws: ``Store/Failure``.
  public func dossiersToReview(
    in context: CallContext, unmarked: Bool, reviewer: String? = nil
  ) throws -> [DossierLine] {
    let call = context.call.id
    let assigned = try reviewer.map { reviewer in
      Set(try store.assignments(call: call, reviewer: reviewer).map(\.number))
    }
    let reviews = unmarked ? try countedReviews(in: context) : [:]
    let criteria = context.call.grid.humanCriteria.map(\.code)
    return try store.dossierLines(call: call, stages: Stage.rankable).filter { line in
      let given = (reviews[line.number.order] ?? []).filter {
        reviewer == nil || $0.reviewer == reviewer
      }
      let marked = Set(given.flatMap { $0.marks.map(\.criterion) })
      let isMarked = !given.isEmpty && criteria.allSatisfy(marked.contains)
      return assigned?.contains(line.number) ?? true && !(unmarked && isMarked)
    }
  }

  private func checkReviewer(_ id: String) throws {
    guard let actor = try store.actor(id) else {
      throw DeskError.refused(
        "« \(id) » n’est pas un acteur de cette base.", remedy: "Voyez : aap acteur lister.")
    }
    guard Self.reviewing.contains(actor.role) else {
      throw DeskError.refused(
        "« \(id) » a le rôle \(actor.role.rawValue) et n’examine pas de dossier.",
        remedy: "Choisissez un instructeur ou un financeur.")
    }
  }

  func refuseIfFrozen(_ context: CallContext, _ what: String) throws {
    guard try !isRankingFrozen(in: context) else {
      throw DeskError.refused(
        "\(what) ne change plus : le classement est figé depuis l’ouverture de la séance.",
        remedy: "Ce qui est noté se consulte encore : aap instruire examens NUMERO.")
    }
  }
}

extension ReviewerInterest {
  /// Why the reviewer may not review, without a final full stop.
  var french: String {
    if let record, record.verdict == .declared { return "conflit déclaré (\(record.motive))" }
    return "conflit possible, " + found.map(\.french).joined(separator: " ; ")
  }

  /// What to do about it.
  var remedy: String {
    isOpen
      ? "Déclarez-le ou écartez-le : aap instruire conflit \(number.text) --examinateur \(reviewer)"
        + " --declarer|--ecarter --motif …"
      : "Choisissez quelqu’un d’autre."
  }
}

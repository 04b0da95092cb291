import Contract
public import Dossiers
public import Store
import Vocabulary

/// A dossier that the actor may read, with its call.
struct ReadableDossier {
  let actor: Actor
  let received: ReceivedDossier
  let application: Application
  let context: CallContext
}

extension Desk {
  /// A dossier, when the actor may read it.
  ///
  /// A funder reads the dossiers that ask its purses, an applicant those it deposited.
  ///
  /// - Parameters:
  ///   - number: the dossier.
  ///   - act: what the reading is for, as the journal tells a refusal.
  /// - Returns: the dossier as it is now.
  /// - Throws: ``DeskError``, notably when it lies outside the actor's purview.
  func readable(_ number: DossierNumber, _ act: String) throws -> ReadableDossier {
    let actor = try permit(
      act, to: .applicant, .instructor, .funder, .secretary, .chair, .reader)
    guard let received = try store.dossier(number) else {
      throw DeskError.unknownDossier(number.text)
    }
    let context = try callContext(number.call)
    let application = try application(of: received, in: context)
    try refuseOutside(application, number, of: actor, act)
    if actor.role == .applicant, try !store.dossiers(depositedBy: actorID).contains(number) {
      try refuseOutside(
        act, detail: "\(number.text) : déposé par un autre",
        reason: "le dossier \(number.text) a été déposé par quelqu’un d’autre")
    }
    return ReadableDossier(
      actor: actor, received: received, application: application, context: context)
  }

  /// The dossiers of a call that the actor sees, in order of deposit.
  ///
  /// - Parameters:
  ///   - context: the call.
  ///   - stages: only those at these stages; `nil` for all.
  /// - Returns: all of them, those that ask a funder's purses, or those an applicant deposited.
  /// - Throws: ``DeskError``.
  public func seenDossiers(
    in context: CallContext, stages: Set<Stage>? = nil
  ) throws -> [DossierLine] {
    let actor = try permit(
      "lister les dossiers", to: .applicant, .instructor, .funder, .secretary, .chair, .reader)
    let lines = try dossierLines(in: context, stages: stages)
    guard let seen = try purview(of: actor, in: context) else { return lines }
    return lines.filter { seen.contains($0.number) }
  }

  /// The dossiers of an applicant that the actor sees, in every call.
  ///
  /// - Parameter text: the SIREN, SIRET or RNA of the applicant.
  /// - Returns: in order of call, then of deposit.
  /// - Throws: ``DeskError``.
  public func seenDossiers(ofApplicant text: String) throws -> [DossierLine] {
    let actor = try permit(
      "lister les dossiers", to: .applicant, .instructor, .funder, .secretary, .chair, .reader)
    let lines = try dossiers(ofApplicant: text)
    var seen: [String: Set<DossierNumber>?] = [:]
    return try lines.filter { line in
      let call = line.number.call
      if seen[call] == nil { seen[call] = try purview(of: actor, in: callContext(call)) }
      guard let seen = seen[call] ?? nil else { return true }
      return seen.contains(line.number)
    }
  }

  /// The dossiers of a call that the actor sees; `nil` for all.
  func purview(of actor: Actor, in context: CallContext) throws -> Set<DossierNumber>? {
    if actor.role == .applicant { return try store.dossiers(depositedBy: actorID) }
    guard let funder = actor.onlyFunder else { return nil }
    var seen: Set<DossierNumber> = []
    try store.forEachDossier(call: context.call.id, stages: Set(Stage.allCases)) { received in
      if try application(of: received, in: context).asks(funder) { seen.insert(received.number) }
    }
    return seen
  }

  /// The papers of a dossier, when the actor may read it.
  ///
  /// - Parameter number: the dossier.
  /// - Returns: what is asked, there and missing.
  /// - Throws: ``DeskError``.
  public func seenPieces(of number: DossierNumber) throws -> PieceSheet {
    let dossier = try readable(number, "lister les pièces")
    return try pieceSheet(of: dossier.received, dossier.application, in: dossier.context)
  }

  /// The lines of the journal, when the actor may read it.
  ///
  /// - Parameters:
  ///   - line: only the lines after this one.
  ///   - limit: how many at most.
  /// - Returns: oldest first.
  /// - Throws: ``DeskError``.
  public func seenJournal(after line: Int, limit: Int) throws -> [JournalLine] {
    _ = try permit("lire le journal", to: .instructor, .secretary, .chair, .reader)
    return try journalLines(after: line, limit: limit)
  }

  /// The dossiers that wait for a judgement or for marks, that the actor sees.
  ///
  /// - Parameters:
  ///   - context: the call.
  ///   - unmarked: those that nobody marked.
  ///   - reviewer: those given to this reviewer.
  /// - Returns: in order of deposit; those to judge when neither is asked for.
  /// - Throws: ``DeskError``.
  public func seenDossiersToReview(
    in context: CallContext, unmarked: Bool, reviewer: String?
  ) throws -> [DossierLine] {
    let actor = try permit(
      "lister les dossiers à instruire", to: .instructor, .funder, .secretary, .chair, .reader)
    let lines =
      unmarked || reviewer != nil
      ? try dossiersToReview(in: context, unmarked: unmarked, reviewer: reviewer)
      : try dossierLines(in: context, stages: Stage.unjudged)
    guard let seen = try purview(of: actor, in: context) else { return lines }
    let given = try store.assignments(call: context.call.id, reviewer: actorID).map(\.number)
    return lines.filter { seen.union(given).contains($0.number) }
  }
}

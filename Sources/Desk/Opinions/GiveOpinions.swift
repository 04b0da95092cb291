public import Committee
import Contract
public import Dossiers
public import Store
public import Vocabulary

/// What giving opinions led to.
public struct GivenOpinions: Sendable {
  public let opinions: [Opinion]
  /// What whoever gave them should look at again.
  public let warnings: [Finding]
  /// Whether a session is open already: they are then kept apart.
  public let isInSession: Bool
}

extension Desk {
  /// The stages of dossiers on which a funder may still say what it thinks.
  private static let open = Stage.unjudged.union(Stage.rankable).union([.inSession])
  private static let act = "donner un avis"

  /// Keeps what funders think of dossiers, all or none.
  ///
  /// A funder's actor speaks for its own purses; the secretary types what any funder says.
  ///
  /// - Parameters:
  ///   - typed: the opinions, as typed.
  ///   - context: the call.
  ///   - isSimulated: check, but write nothing.
  /// - Returns: the opinions kept, and what is odd about them.
  /// - Throws: `Refusal` with every finding when one of them is blocking, ``DeskError``.
  public func giveOpinions(
    _ typed: [TypedOpinion], in context: CallContext, isSimulated: Bool = false
  ) throws -> GivenOpinions {
    let actor = try permit(Self.act, to: .funder, .secretary)
    var findings: [Finding] = []
    var read: [(opinion: Opinion, place: Finding.Place)] = []
    for typed in typed {
      let (opinion, faults) = typed.read()
      findings += faults
      if let opinion { read.append((opinion, typed.place)) }
    }
    try refuseOtherPurses(read.map(\.opinion), of: actor, in: context)
    findings += Self.repetitions(among: read)
    let numbers = Set(read.map(\.opinion.number))
    try refuseRecused(numbers, in: context)
    let dossiers = try dossiers(numbers, in: context)
    for (opinion, place) in read {
      findings += Self.findings(
        about: opinion, dossiers[opinion.number], in: context, at: place)
    }
    guard !findings.areBlocking else { throw Refusal(findings.inReadingOrder()) }
    if !isSimulated {
      let now = surroundings.now()
      try store.add(read.map { OpinionWrite($0.opinion, at: now, actor: actorID) })
    }
    return GivenOpinions(
      opinions: read.map(\.opinion), warnings: findings.inReadingOrder(),
      isInSession: try isRankingFrozen(in: context))
  }

  /// The opinions in force that the actor may read.
  ///
  /// A funder reads those on its own purses; whoever is recused reads nothing on that dossier.
  ///
  /// - Parameters:
  ///   - context: the call.
  ///   - number: one dossier alone; `nil` for all.
  ///   - purse: one purse alone; `nil` for all.
  /// - Returns: by order of deposit, then by purse; what was said before the session first.
  /// - Throws: ``DeskError``, notably for a purse that the call does not have or of another funder.
  public func opinions(
    in context: CallContext, only number: DossierNumber? = nil, purse: String? = nil
  ) throws -> [OpinionRecord] {
    let act = "voir les avis"
    let actor = try permit(act, to: .funder, .instructor, .secretary, .chair)
    if let number, try store.dossierLine(number) == nil {
      throw DeskError.unknownDossier(number.text)
    }
    if let purse {
      guard let known = context.call.purse(purse) else { throw Self.unknownPurse(purse, context) }
      if let funder = actor.onlyFunder, known.funder != funder {
        try refuseOutside(
          act, detail: purse, reason: "\(purse) n’est pas une enveloppe de \(funder)")
      }
    }
    let recused = try recusedDossiers(in: context)
    return try store.opinions(call: context.call.id, only: number, includesSession: true)
      .filter { record in
        let opinion = record.opinion
        let funder = context.call.purse(opinion.purse)?.funder
        return (purse == nil || opinion.purse == purse) && !recused.contains(opinion.number)
          && (actor.onlyFunder == nil || funder == actor.onlyFunder)
      }
  }

  /// The dossiers in which the actor takes no part.
  func recusedDossiers(in context: CallContext) throws -> Set<DossierNumber> {
    let mandates = try store.mandates(of: actorID)
    let isNamed = try store.interests(call: context.call.id).contains { $0.reviewer == actorID }
    guard !mandates.isEmpty || isNamed else { return [] }
    return Set(
      try interests(in: context).filter { $0.reviewer == actorID && $0.isExcluded }.map(\.number))
  }

  private static func unknownPurse(_ purse: String, _ context: CallContext) -> DeskError {
    let purses = context.call.purses.map(\.id)
    let near = purse.nearest(among: purses).map { " Vouliez-vous dire « \($0) » ?" } ?? ""
    return .misused(
      "L’appel \(context.call.id) n’a pas d’enveloppe « \(purse) ».\(near)",
      remedy: "Ses enveloppes : \(purses.joined(separator: ", ")).")
  }

  private func refuseOtherPurses(
    _ opinions: [Opinion], of actor: Actor, in context: CallContext
  ) throws {
    guard let funder = actor.onlyFunder else { return }
    for opinion in opinions {
      guard let purse = context.call.purse(opinion.purse), purse.funder != funder else { continue }
      try refuseOutside(
        Self.act, detail: "\(opinion.number.text) \(purse.id)",
        reason: "\(purse.id) est une enveloppe de \(purse.funder), et il parle pour \(funder)")
    }
  }

  private func refuseRecused(_ numbers: Set<DossierNumber>, in context: CallContext) throws {
    let recused = try recusedDossiers(in: context).intersection(numbers)
    guard let number = recused.min() else { return }
    try refuseIfRecused(try interests(in: context, only: number), Self.act)
  }

  private static func repetitions(
    among read: [(opinion: Opinion, place: Finding.Place)]
  ) -> [Finding] {
    var lines: [[String]: Int?] = [:]
    return read.compactMap { opinion, place in
      let key = [opinion.number.text, opinion.purse]
      guard let earlier = lines[key] else {
        lines[key] = .some(place.line)
        return nil
      }
      let first = earlier.map { " (déjà ligne \($0))" } ?? ""
      return Finding(
        code: "avis_en_double", place: place,
        message: "Le dossier \(opinion.number.text) a deux avis sur \(opinion.purse)\(first).",
        remedy: "N’en gardez qu’un par dossier et par enveloppe.")
    }
  }

  /// The dossiers named, read in one pass over the call when there are several.
  private func dossiers(
    _ numbers: Set<DossierNumber>, in context: CallContext
  ) throws -> [DossierNumber: (stage: Stage, application: Application)] {
    var dossiers: [DossierNumber: (stage: Stage, application: Application)] = [:]
    func take(_ received: ReceivedDossier) throws {
      guard numbers.contains(received.number) else { return }
      dossiers[received.number] = (received.stage, try application(of: received, in: context))
    }
    if numbers.count == 1, let number = numbers.first, number.call == context.call.id {
      if let received = try store.dossier(number) { try take(received) }
    } else {
      try store.forEachDossier(call: context.call.id, stages: Set(Stage.allCases), take)
    }
    return dossiers
  }

  private static func findings(
    about opinion: Opinion, _ dossier: (stage: Stage, application: Application)?,
    in context: CallContext, at place: Finding.Place
  ) -> [Finding] {
    let number = opinion.number.text
    var whole = place
    whole.field = "numero"
    guard let dossier else {
      return [
        Finding(
          code: "dossier_inconnu", place: whole,
          message: "Le dossier « \(number) » n’existe pas dans l’appel \(context.call.id).",
          remedy: "aap dossier lister les montre.")
      ]
    }
    guard open.contains(dossier.stage) else {
      return [
        Finding(
          code: "dossier_ferme", place: whole,
          message:
            "Le dossier \(number) est « \(dossier.stage.french) » : il n’attend plus d’avis.",
          remedy: "Voyez où il en est : aap dossier montrer \(number).")
      ]
    }
    return opinion.findings(on: dossier.application, in: context.call, at: place)
  }
}

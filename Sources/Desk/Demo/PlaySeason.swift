import Allocation
import Committee
import Contract
import Dossiers
import Exchange
import Foundation
import Store
import Vocabulary

extension Desk {
  /// Plays a whole season in a folder of its own: base, deposits, review, committee, exports.
  ///
  /// The clock and the identifiers come from the season or the seed: the same request writes the same
  /// bytes, the base apart.
  ///
  /// - Parameters:
  ///   - request: what to play, and where.
  ///   - resources: templates and schemas.
  ///   - tell: receives one French sentence a step.
  /// - Returns: the season in figures.
  /// - Throws: ``DeskError`` or ``Vocabulary/Refusal``.
  public static func playDemo(
    _ request: DemoRequest, resources: Resources, tell: @escaping (String) -> Void
  ) throws -> DemoSummary {
    let folder = try DemoFolder.prepare(request.output)
    let desk = try demoDesk(request, in: folder, resources: resources)
    let player = SeasonPlayer(request: request, folder: folder, desk: desk, tell: tell)
    return try player.play()
  }

  private static func demoDesk(
    _ request: DemoRequest, in folder: DemoFolder, resources: Resources
  ) throws -> Desk {
    let base = "\(folder.path)/base.sqlite"
    let origin = Surroundings { Instant(secondsSinceEpoch: 0) }
    _ = try create(
      BaseRequest(
        path: base, reference: request.reference, actor: "secretariat", isTraining: true),
      resources: resources, surroundings: origin)
    return try open(path: base, actor: "secretariat", resources: resources, surroundings: origin)
  }
}

/// Plays one season step by step on its own training base.
struct SeasonPlayer {
  let request: DemoRequest
  let folder: DemoFolder
  let desk: Desk
  let tell: (String) -> Void

  func play() throws -> DemoSummary {
    let (call, _) = try desk.openCall(config: "\(request.reference)/\(request.call)/appel.yaml")
    let context = try desk.callContext(call.id)
    tell("Appel \(call.id) ouvert : \(call.purses.count) enveloppes.")
    let deposits = try deposit(in: context)
    let inadmissible = try review(in: context)
    let ranked = try rank(in: context)
    try deliberate(in: context)
    try export(in: context)
    return try summary(context, deposits, inadmissible: inadmissible, ranked: ranked)
  }

  private func deposit(in context: CallContext) throws -> (received: Int, refused: Int) {
    let desk = desk.acting(at: Instant(paris: context.call.calendar.opening, hour: 9))
    var report = ""
    var received = 0
    var refused = 0
    var batch: [(file: SourceFile, at: Instant)] = []
    func carryOut() throws {
      let outcomes = try desk.depositBatch(batch, in: context)
      for (entry, outcome) in zip(batch, outcomes) {
        received += 1
        switch outcome {
        case .acceptable: break
        case .received(let receipt, _):
          report += "\(entry.file.name) : reçu sous le numéro \(receipt.number.text)\n"
        case .refused(let findings):
          refused += 1
          report += "\(entry.file.name) : refusé\n\(FindingText.forPeople(findings))"
        }
      }
      batch = []
    }
    try forEachFile(of: context) { file, instant in
      batch.append((file, instant))
      if batch.count == ImportPipeline.batchSize { try carryOut() }
    }
    try carryOut()
    try folder.write(report, to: "depots.txt")
    tell(
      "\(FrenchNumber.count(received, "dossier reçu", "dossiers reçus")), dont "
        + "\(FrenchNumber.count(refused, "refusé", "refusés")) au dépôt.")
    return (received, refused)
  }

  private func forEachFile(
    of context: CallContext, _ body: (SourceFile, Instant) throws -> Void
  ) throws {
    if let season = request.season {
      for entry in try SeasonFile.load(folder: season).entries {
        try body(entry.file, entry.depositedAt)
      }
      return
    }
    let generator = SeasonGenerator(
      reference: context.reference, call: context.call,
      forms: context.library.editions.all,
      seed: request.seed, count: request.count)
    for index in 0..<request.count {
      let dossier = generator.dossier(index)
      let name = "genere-\(String(index + 1)).json"
      try body(SourceFile(name: name, bytes: dossier.json), dossier.receivedAt)
    }
  }

  private func review(in context: CallContext) throws -> Int {
    let desk = desk.acting(at: Instant(paris: context.call.calendar.admissibility, hour: 10))
    var report = ""
    var inadmissible = 0
    try desk.judgeAdmissibility(of: nil, in: context) { record in
      guard !record.isAdmissible else { return }
      inadmissible += 1
      report += "\(record.number.text) : irrecevable\n\(FindingText.forPeople(record.findings))"
    }
    try folder.write(report, to: "recevabilite.txt")
    tell(
      FrenchNumber.count(inadmissible, "dossier jugé irrecevable", "dossiers jugés irrecevables")
        + ".")
    return inadmissible
  }

  private func rank(in context: CallContext) throws -> Int {
    let day = context.call.calendar.admissibility
    let base = self.desk
    let reviews = try TrainingReviews(
      desk: { base.acting(as: $0, at: Instant(paris: day, hour: 14)) }, context: context
    ).play()
    if reviews > 0 {
      tell(FrenchNumber.count(reviews, "examen rendu", "examens rendus") + ".")
    }
    let desk = desk.acting(at: Instant(paris: day, hour: 16))
    let count = try desk.rank(in: context).dossiers
    let file = try OutputFile("\(folder.path)/classement.json")
    try desk.writeRankingJSON(in: context) { try file.write($0.utf8) }
    try file.finish()
    try folder.write(try desk.rankingListing(in: context).text(as: .csv), to: "classement.csv")
    tell(
      FrenchNumber.count(count, "dossier classé", "dossiers classés")
        + " selon la grille \(context.call.grid.version).")
    return count
  }

  private func deliberate(in context: CallContext) throws {
    let day = context.call.calendar.committee
    func at(_ hour: Int, _ minute: Int = 0) -> Desk {
      desk.acting(at: Instant(paris: day, hour: hour, minute: minute))
    }
    let opening = try at(9).openSession(in: context, place: "salle du conseil")
    try at(9, 5).recordPresence(
      context.call.committee.members.map { MemberPresence(member: $0, person: "représentant") },
      in: context)
    if !opening.applications.isEmpty {
      try vote(on: try at(9, 30).propose(in: context), at: at(11), in: context)
    }
    try at(12).closeSession(in: context)
    let minutes = try desk.minutes(of: context)
    try folder.write(minutes.html, to: "proces-verbal.html")
    try folder.write(minutes.text, to: "proces-verbal.txt")
  }

  private func vote(on result: ProposalResult, at desk: Desk, in context: CallContext) throws {
    try folder.write(result.outcome.json, to: "proposition.json")
    try Desk.write(result.instance, to: "\(folder.path)/instance.json")
    tell(
      "Proposition \(result.proposal.id) : \(result.outcome.retainedCount) dossiers, "
        + "\(result.outcome.granted.french).")
    let vote = try desk.voteProposal(result.proposal.id, ballots: nil, in: context)
    tell("Vote : \(vote.tally.french).")
  }

  private func export(in context: CallContext) throws {
    let desk = desk.acting(at: Instant(paris: context.call.calendar.notification, hour: 9))
    let totals = try desk.exportXML(to: "\(folder.path)/programmation.xml", in: context)
    tell("Programmation XML valide : \(totals.projects) projets.")
  }

  private func summary(
    _ context: CallContext, _ deposits: (received: Int, refused: Int), inadmissible: Int,
    ranked: Int
  ) throws -> DemoSummary {
    let state = try desk.session(of: context).state
    let grants = state.decisions.values.flatMap(\.grants).filter { $0.amount > .zero }
    let byPurse = Dictionary(grouping: grants, by: \.purse)
    let byFunder = Dictionary(grouping: context.call.purses, by: \.funder)
    let funders = byFunder.map { funder, purses in
      let lines = purses.flatMap { byPurse[$0.id] ?? [] }
      return DemoSummary.Funder(
        name: context.reference.funder(funder)?.name ?? funder, projects: lines.count,
        granted: lines.map(\.amount).total())
    }
    let proposed = state.proposals.isEmpty ? [] : ["instance.json", "proposition.json"]
    let reports = ["depots.txt", "recevabilite.txt", "classement.json", "classement.csv"]
    let outcome = ["proces-verbal.html", "proces-verbal.txt", "programmation.xml", "base.sqlite"]
    return DemoSummary(
      files: reports + proposed + outcome,
      received: deposits.received, deposited: deposits.received - deposits.refused,
      refusedAtDeposit: deposits.refused, inadmissible: inadmissible, ranked: ranked,
      funded: state.decisions.values.filter { $0.total > .zero }.count,
      requested: state.applications.values.map(\.need).total(),
      granted: grants.map(\.amount).total(),
      funders: funders.filter { $0.projects > 0 }
        .sorted { ($1.granted, $0.name) < ($0.granted, $1.name) })
  }
}

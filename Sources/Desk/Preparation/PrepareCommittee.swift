import Allocation
import Committee
public import Contract
import Documents
import Dossiers
import Scoring
import Store
import Vocabulary

/// What preparing a session gave.
public struct PreparationOutcome: Sendable {
  /// The dossiers to decide that the pages are about.
  public let dossiers: Int
  /// How many of them are at the limit of what the money reaches.
  public let borderline: Int
  /// The funders that have a bundle.
  public let funders: [FunderID]
  /// How many files were written.
  public let files: Int
  /// What is still missing; `nil` for a funder, who prepares its own bundle only.
  public let missing: MissingFacts?
}

extension Desk {
  private static let act = "préparer la séance"
  private static let mark = ".aap-comite"

  /// Writes everything a session is prepared with, in a folder that takes its name once complete.
  ///
  /// A funder's actor receives its own bundle only.
  ///
  /// - Parameters:
  ///   - path: the folder to make.
  ///   - place: where the dossiers at the limit stand; `nil` to leave them in their rank.
  ///   - context: the call.
  ///   - isSimulated: compute, but write nothing.
  /// - Returns: what was written, and what is missing.
  /// - Throws: ``DeskError``, notably when the folder holds something else.
  public func prepareCommittee(
    to path: String, borderline place: BorderlinePlace? = nil, in context: CallContext,
    isSimulated: Bool = false
  ) throws -> PreparationOutcome {
    let actor = try permit(Self.act, to: .secretary, .chair, .instructor, .funder)
    if let funder = actor.onlyFunder, !context.call.purses.contains(where: { $0.funder == funder })
    {
      throw DeskError.refused(
        "\(funder) n’a pas d’enveloppe dans l’appel \(context.call.id).",
        remedy: "Les enveloppes : aap referentiel financeurs.")
    }
    let facts = try preparationFacts(in: context)
    let writer = PreparationWriter(
      facts: facts,
      templates: try documentTemplates(.agendaPage, .projectPage, .funderPage, .missingPage),
      folder: isSimulated ? nil : try WholeFolder(path, mark: Self.mark),
      funders: actor.onlyFunder.map { [$0] } ?? facts.funders,
      isWhole: actor.onlyFunder == nil)
    let pass = try writer.pass(store) { try application(of: $0, in: context) }
    try writer.writeBundles(pass)
    let missing =
      try writer.isWhole ? missingFacts(about: pass.undecided, facts) : nil
    let borderline = try missing.map { try writer.writeAgenda(pass, missing: $0, place) }
    try writer.folder?.finish()
    let dossiers =
      actor.onlyFunder.map { pass.askers[$0]?.count ?? 0 } ?? pass.undecided.count
    if !isSimulated {
      try store.journal(
        journalAct(
          "préparation de séance", subject: context.call.id,
          detail: "\(dossiers) dossiers"
            + (actor.onlyFunder.map { " pour \($0)" } ?? "")))
    }
    return PreparationOutcome(
      dossiers: dossiers, borderline: borderline ?? 0, funders: writer.funders,
      files: writer.folder?.count ?? 0, missing: missing)
  }
}

/// Writes the pages while the dossiers go by.
struct PreparationWriter {
  /// What is kept of the dossiers once their pages are written.
  struct Pass {
    var undecided: [PreparedDossier] = []
    /// The places in `undecided` of the dossiers that ask each funder, with what they ask.
    var askers: [FunderID: [(place: Int, asked: Cents)]] = [:]
    var instance: SessionInstance
  }

  let facts: PreparationFacts
  let templates: DocumentTemplates
  let folder: WholeFolder?
  let funders: [FunderID]
  /// Whether everything is written, not one funder's bundle alone.
  let isWhole: Bool

  private static let stages = Set(Stage.allCases.filter(\.isDecided))
    .union(Stage.rankable).union([.inSession])

  /// Reads the ranked dossiers once, best first, and writes their pages.
  func pass(
    _ store: Store, _ read: (ReceivedDossier) throws -> Application
  ) throws -> Pass {
    var pass = Pass(instance: SessionInstance(facts.state, call: facts.call))
    try store.forEachRankedDossier(call: facts.call.id, stages: Self.stages) { card, received in
      guard let entry = facts.state.applications[received.number] else { return }
      let application = try read(received)
      let axis = facts.context.reference.objective(application.project.objective)?.axis
      pass.instance.add(entry, application, axis: axis)
      let dossier = PreparedDossier(entry, application, facts)
      guard !dossier.isDecided else { return }
      pass.undecided.append(dossier)
      let words = ProjectSheetWords(entry: entry, application: application, facts: facts)
      if isWhole {
        let card = Scorecard(stored: card.card, with: facts.grid)
        try write(
          templates.project(words.page(card, missingPieces: dossier.missingPieces)),
          to: "projets/\(entry.number.text).html")
      }
      for funder in funders where application.asks(funder) {
        let asked = application.plan.requests.filter { $0.funder == funder }.lazy.map(\.amount)
          .total()
        pass.askers[funder, default: []].append((pass.undecided.count - 1, asked))
        try write(
          templates.project(words.page(for: funder)),
          to: "financeurs/\(funder)/projets/\(entry.number.text).html")
      }
    }
    return pass
  }

  /// Writes the list of each funder, and the file in which it may write its opinions.
  func writeBundles(_ pass: Pass) throws {
    for funder in funders {
      let words = FunderSheetWords(
        funder: funder, facts: facts,
        dossiers: (pass.askers[funder] ?? []).map { (pass.undecided[$0.place], $0.asked) })
      try write(templates.funderSheet(words.page), to: "financeurs/\(funder)/dossiers.html")
      try write(words.blankOpinions, to: "financeurs/\(funder)/avis.csv")
    }
  }

  /// Writes the agenda and what is missing.
  ///
  /// - Returns: how many dossiers are at the limit.
  func writeAgenda(
    _ pass: Pass, missing: MissingFacts, _ place: BorderlinePlace?
  ) throws -> Int {
    let outcome = Allocator.solve(
      pass.instance.instance, strategy: Strategy(facts.call.committee.strategy))
    let words = AgendaWords(facts, dossiers: pass.undecided, outcome: outcome)
    try write(templates.agenda(words.page(place)), to: "ordre-du-jour.html")
    try write(templates.missing(MissingView(missing, facts)), to: "manquants.html")
    return words.borderline.count
  }

  private func write(_ text: String, to name: String) throws {
    try folder?.write(text, to: name)
  }
}

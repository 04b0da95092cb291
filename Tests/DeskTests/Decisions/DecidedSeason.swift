import Allocation
import Committee
import Contract
import Documents
import Dossiers
import Foundation
import Store
import TestKit
import Testing
import Vocabulary

@testable import Desk

/// A season deposited, judged and ranked, whose committee is sitting.
struct DecidedSeason {
  let open: OpenDesk
  var desk: Desk { open.committee }
  var context: CallContext { open.context }

  /// Seats everyone on a season of the fixtures.
  init(_ name: String = "lens-lievin-2016") throws {
    let season = try SeasonFile.load(folder: ProjectRoot.url("fixtures/saisons/\(name)").path)
    open = try OpenDesk(season.territory, call: season.call)
    for entry in season.entries {
      _ = try? open.desk.acting(at: entry.depositedAt).deposit(entry.file, in: open.context)
    }
    try open.desk.judgeAdmissibility(of: nil, in: open.context) { _ in }
    _ = try open.desk.rank(in: open.context)
    _ = try desk.openSession(in: context, place: "salle du conseil")
    try desk.recordPresence(
      context.call.committee.members.map { .init(member: $0, person: "représentant") }, in: context)
  }

  /// Follows the proposal down the ranking, then closes.
  func adopt() throws {
    let proposal = try desk.propose(in: context, strategy: .rank).proposal
    _ = try desk.voteProposal(proposal.id, ballots: nil, in: context)
    try desk.closeSession(in: context)
  }

  /// Settles what is left as deferred, then closes.
  func deferRest() throws {
    for number in try desk.session(of: context).state.undecided() {
      try desk.decide(
        Decision(number: number, kind: .deferred, motive: "Faute de temps."), in: context)
    }
    try desk.closeSession(in: context)
  }

  /// The dossiers of an applicant, in order.
  func numbers(siret: String) throws -> [DossierNumber] {
    try open.desk.dossierLines(in: context).map(\.number).filter {
      try open.desk.sheet(of: $0).application.applicant.siret == siret
    }
  }

  /// Asks for papers in a folder of the test.
  func request(
    _ folder: String = "papiers", number: DossierNumber? = nil, replaces: Bool = false,
    isSimulated: Bool = false
  ) -> PaperRequest {
    PaperRequest(
      number: number, folder: open.folder.file(folder), format: .page, replaces: replaces,
      isSimulated: isSimulated)
  }

  /// The files of a folder of the test, in order; none when there is no folder.
  func files(in folder: String = "papiers") -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: open.folder.file(folder))) ?? [])
      .sorted()
  }

  func text(_ name: String, in folder: String = "papiers") throws -> String {
    let bytes = try #require(
      FileManager.default.contents(atPath: open.folder.file("\(folder)/\(name)")))
    return String(decoding: bytes, as: UTF8.self)
  }
}

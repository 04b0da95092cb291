public import Committee
import Vocabulary

/// What the minutes of a session say, computed from its events alone.
public struct MinutesView: DocumentView, Hashable {
  let isTraining: Bool
  let contract: String
  let call: String
  let day: String
  let place: String
  let openedAt: String
  /// `nil` while the session is open: the minutes are then a draft.
  let closedAt: String?
  let quorum: String
  let summary: String
  let attendance: [AttendanceRow]
  let absents: [AbsentRow]
  let proxies: [SentenceRow]
  let recusals: [SentenceRow]
  let course: [CourseRow]
  let proposals: [ProposalRow]
  let scenarios: [SentenceRow]
  let amendments: [SentenceRow]
  let promises: [SentenceRow]
  let votes: [VoteRow]
  let observations: [ObservationRow]
  let decisions: [DecisionRow]
  let revisions: [RevisionRow]
  let purses: [PurseRow]
  let natures: [NatureRow]
  let derogations: [DerogationRow]

  /// Words the minutes of a session, closed or not.
  ///
  /// - Parameters:
  ///   - events: the session's whole ledger, in order.
  ///   - contractName: the contract as minuted.
  ///   - callTitle: the call as minuted.
  ///   - isTraining: whether the base is for training only.
  /// - Throws: `SessionError` when the ledger does not replay, or does not open a session.
  public init(
    events: [RecordedEvent], contractName: String, callTitle: String, isTraining: Bool
  ) throws(SessionError) {
    let chronicle = try SessionChronicle(events)
    self.isTraining = isTraining
    contract = contractName.printable
    call = callTitle.printable
    day = chronicle.opening.day.french
    place = chronicle.opening.place.printable
    openedAt = chronicle.openedAt.clockTime
    closedAt = chronicle.closedAt?.clockTime
    quorum = chronicle.quorumInWords
    attendance = chronicle.attendanceRows()
    absents = chronicle.absentRows()
    proxies = chronicle.proxyRows()
    recusals = chronicle.recusalRows()
    course = chronicle.course.lines
    proposals = chronicle.proposalRows()
    scenarios = chronicle.scenarioRows()
    amendments = chronicle.amendmentRows()
    promises = chronicle.promiseRows()
    votes = chronicle.voteRows()
    observations = chronicle.observationRows()
    decisions = chronicle.decisionRows()
    revisions = chronicle.revisionRows()
    purses = chronicle.purseRows()
    natures = chronicle.natureRows()
    derogations = chronicle.derogationRows()
    summary = chronicle.summary
  }

  private var refused: [DecisionRow] { decisions.filter(\.isWithoutMoney) }
}

extension MinutesView {
  static let fields: [ViewField<MinutesView>] =
    headFields + debateFields + bodyFields + tableFields

  private static let headFields: [ViewField<MinutesView>] = [
    .flag("formation") { $0.isTraining },
    .flag("provisoire") { $0.closedAt == nil },
    .text("contrat") { $0.contract },
    .text("appel") { $0.call },
    .text("date") { $0.day },
    .text("lieu") { $0.place },
    .text("ouverture") { $0.openedAt },
    .text("cloture") { $0.closedAt },
    .text("quorum") { $0.quorum },
    .text("quorum_paragraphe") { TextLayout.paragraph($0.quorum) },
    .text("bilan") { $0.summary },
    .text("bilan_paragraphe") { TextLayout.paragraph($0.summary) },
  ]

  private static let debateFields: [ViewField<MinutesView>] = [
    .rows("procurations") { $0.proxies },
    .flag("avec_procurations") { !$0.proxies.isEmpty },
    .rows("deports") { $0.recusals },
    .flag("avec_deports") { !$0.recusals.isEmpty },
    .rows("deroule") { $0.course },
    .rows("scenarios") { $0.scenarios },
    .flag("avec_scenarios") { !$0.scenarios.isEmpty },
    .rows("amendements") { $0.amendments },
    .flag("avec_amendements") { !$0.amendments.isEmpty },
    .rows("engagements") { $0.promises },
    .flag("avec_engagements") { !$0.promises.isEmpty },
  ]

  private static let bodyFields: [ViewField<MinutesView>] = [
    .rows("presences") { $0.attendance },
    .flag("avec_presences") { !$0.attendance.isEmpty },
    .rows("absents") { $0.absents },
    .flag("avec_absents") { !$0.absents.isEmpty },
    .rows("propositions") { $0.proposals },
    .flag("avec_propositions") { !$0.proposals.isEmpty },
    .rows("votes") { $0.votes },
    .flag("avec_votes") { !$0.votes.isEmpty },
    .rows("observations") { $0.observations },
    .flag("avec_observations") { !$0.observations.isEmpty },
    .rows("decisions") { $0.decisions },
    .flag("avec_decisions") { !$0.decisions.isEmpty },
    .rows("refus") { $0.refused },
    .flag("avec_refus") { !$0.refused.isEmpty },
    .rows("reprises") { $0.revisions },
    .flag("avec_reprises") { !$0.revisions.isEmpty },
    .rows("enveloppes") { $0.purses },
    .rows("natures") { $0.natures },
    .rows("derogations") { $0.derogations },
    .flag("avec_derogations") { !$0.derogations.isEmpty },
  ]

  private static let tableFields: [ViewField<MinutesView>] = [
    .text("tableau_presences") { MinutesTables.attendance($0.attendance) },
    .text("tableau_decisions") { MinutesTables.decisions($0.decisions) },
    .text("tableau_enveloppes") { MinutesTables.purses($0.purses) },
    .text("tableau_natures") { MinutesTables.natures($0.natures) },
  ]
}

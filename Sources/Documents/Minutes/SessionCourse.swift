import Committee
import Contract
import Dossiers
import Vocabulary

/// What happened in a session, in order, a sentence an event.
struct SessionCourse {
  /// Beyond this many decisions at one moment, the table of decisions tells them better.
  private static let mostDecisions = 3

  private(set) var lines: [CourseRow] = []
  /// Decisions of one moment, told together.
  private var decisions: [Decision] = []
  private var decidedAt: Instant?

  /// Tells one event.
  ///
  /// - Parameters:
  ///   - recorded: the event.
  ///   - preview: what a withdrawal was about to bring down.
  ///   - proxies: who voted for whom before the event.
  ///   - chronicle: the session once the event has happened.
  mutating func tell(
    _ recorded: RecordedEvent, preview: WithdrawalPreview?, proxies: [FunderID: FunderID],
    in chronicle: SessionChronicle
  ) {
    if case .decision(let decision) = recorded.event {
      if decidedAt != recorded.at { flush(in: chronicle) }
      decidedAt = recorded.at
      decisions.append(decision)
      return
    }
    flush(in: chronicle)
    guard
      let text = chronicle.sentence(of: recorded.event, preview: preview, proxies: proxies)
    else { return }
    lines.append(CourseRow(time: recorded.at.clockTime, text: text))
  }

  /// Tells the decisions still held back.
  mutating func flush(in chronicle: SessionChronicle) {
    guard let at = decidedAt else { return }
    let sentences =
      decisions.count > Self.mostDecisions
      ? [Self.summary(of: decisions)] : decisions.map(chronicle.sentence(of:))
    lines += sentences.map { CourseRow(time: at.clockTime, text: $0) }
    decisions = []
    decidedAt = nil
  }

  private static func summary(of decisions: [Decision]) -> String {
    let kinds = DecisionKind.allCases.compactMap { kind -> String? in
      let count = decisions.count { $0.kind == kind }
      return count == 0 ? nil : "\(FrenchNumber.text(count)) \(kind.french(for: count))"
    }
    let total = decisions.map(\.total).total().french
    return
      "\(FrenchNumber.text(decisions.count)) décisions, détaillées au tableau des décisions\u{00A0}: "
      + "\(kinds.joined(separator: ", "))\u{00A0}; \(total)."
  }
}

/// A line of the course of a session.
struct CourseRow: DocumentView, Hashable {
  let time: String
  let text: String

  static let fields: [ViewField<CourseRow>] = [
    .text("heure") { $0.time },
    .text("texte") { $0.text },
    .text("paragraphe") { TextLayout.paragraph("\($0.time)\u{00A0}: \($0.text)", mark: "  - ") },
  ]
}

/// A fact told in one sentence.
struct SentenceRow: DocumentView, Hashable {
  let text: String

  init(_ text: String) { self.text = text }

  static let fields: [ViewField<SentenceRow>] = [
    .text("texte") { $0.text },
    .text("paragraphe") { TextLayout.paragraph($0.text, mark: "  - ") },
  ]
}

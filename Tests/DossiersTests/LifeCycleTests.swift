import Foundation
import TestKit
import Testing

@testable import Dossiers

@Suite struct `The life of a dossier` {
  private static let decisions: [DossierEvent: Stage] = [
    .decidedGranted: .granted, .decidedPartlyGranted: .partlyGranted,
    .decidedDeferred: .deferred, .decidedRefused: .refused, .decidedWithoutObject: .withoutObject,
  ]

  private static let received: Set<Stage> = [.deposited, .completed]
  private static let judged: Set<Stage> = [.admissible, .inadmissible, .reviewed]

  /// What the rules of the call allow, event by event: said another way than in the program.
  private static func expected(_ stage: Stage, _ event: DossierEvent) -> Stage? {
    let isReceived = received.contains(stage)
    let isJudged = judged.contains(stage)
    if let decided = decisions[event] {
      return stage == .inSession || stage.isDecided ? decided : nil
    }
    let next: (isAllowed: Bool, Stage) =
      switch event {
      case .deposited: (stage == .draft, .deposited)
      case .corrected: (isReceived, stage)
      case .completionAsked: (isReceived || isJudged || stage == .incomplete, .incomplete)
      case .completed: (stage == .incomplete, .completed)
      case .judgedAdmissible: (isReceived || isJudged, .admissible)
      case .judgedInadmissible: (isReceived || isJudged || stage == .incomplete, .inadmissible)
      case .reviewed: (stage == .admissible || stage == .reviewed, .reviewed)
      case .calledInSession: (stage == .admissible || stage == .reviewed, .inSession)
      default: (isReceived || isJudged || [.draft, .incomplete].contains(stage), .withdrawn)
      }
    return next.isAllowed ? next.1 : nil
  }

  @Test(arguments: Stage.allCases, DossierEvent.allCases)
  func `takes each event at each stage as the rules say`(stage: Stage, event: DossierEvent) {
    let next: Stage?
    do {
      next = try stage.applying(event)
    } catch {
      #expect(error == TransitionRefused(stage: stage, event: event))
      #expect(error.french.contains("« \(stage.french) »"))
      next = nil
    }
    #expect(next == Self.expected(stage, event))
  }

  @Test func `is withdrawn for good`() {
    for event in DossierEvent.allCases {
      #expect(throws: TransitionRefused(stage: .withdrawn, event: event)) {
        try Stage.withdrawn.applying(event)
      }
    }
  }

  @Test func `is decided at the stages of a decision only`() {
    #expect(
      Stage.allCases.filter(\.isDecided)
        == [.granted, .partlyGranted, .deferred, .refused, .withoutObject])
  }

  @Test func `docs/cycle-de-vie.md says what the program does; AAP_REGENERER=1 writes it again`()
    throws
  {
    let path = "docs/cycle-de-vie.md"
    if ProcessInfo.processInfo.environment["AAP_REGENERER"] == "1" {
      try Data(LifeCyclePage.markdown.utf8).write(to: ProjectRoot.url(path))
    }
    let written = String(decoding: try ProjectRoot.data(path), as: UTF8.self)
    #expect(written == LifeCyclePage.markdown)
  }
}

import Committee
import Contract
import Dossiers
import TestKit
import Testing
import Vocabulary

@Suite struct `Promises on a condition` {
  private func promise(
    _ purse: String, _ euros: Int64, if other: String? = nil, _ least: Int64 = 0
  ) -> Commitment {
    Commitment(
      number: SmallSession.number(1), purse: purse, amount: Cents(euros: euros),
      condition: other.map { .init(purse: $0, least: Cents(euros: least)) })
  }

  @Test func `fall wave after wave`() {
    let resolution = CommitmentResolution([
      promise("CAF", 5_000, if: "REGION", 3_000), promise("REGION", 2_000),
      promise("CD62", 1_000, if: "CAF", 5_000), promise("ETAT", 100),
    ])
    #expect(resolution.kept.map(\.purse) == ["ETAT", "REGION"])
    #expect(resolution.fallen.map(\.commitment.purse) == ["CAF", "CD62"])
    #expect(resolution.fallen.map(\.wave) == [1, 2])
    #expect(resolution.fallen.map(\.given) == [Cents(euros: 2_000), .zero])
    #expect(resolution.cycles == [])
  }

  @Test func `that hold each other up hold together, and are named`() {
    let resolution = CommitmentResolution([
      promise("A", 10, if: "B", 5), promise("B", 10, if: "C", 5), promise("C", 10, if: "A", 5),
      promise("D", 10, if: "A", 10), promise("E", 1),
    ])
    #expect(resolution.kept.count == 5)
    #expect(resolution.cycles == [["A", "B", "C"]])
  }

  @Test func `count what a purse without a promise gives`() {
    let one = promise("CAF", 10, if: "REGION", 5)
    #expect(CommitmentResolution([one]).fallen.count == 1)
    #expect(CommitmentResolution([one], given: ["REGION": Cents(euros: 5)]).kept == [one])
  }

  /// Among all the sets that keep every condition, the union of two is one too: the largest is unique.
  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func `keep the largest set that holds`(seed: UInt64) {
    var source = SplitMix64(seed: seed)
    let purses = ["A", "B", "C", "D", "E"]
    let commitments = purses.map { purse in
      let other = purses.filter { $0 != purse }.randomElement(using: &source)
      return promise(
        purse, Int64.random(in: 1...4, using: &source),
        if: Bool.random(using: &source) ? other : nil, Int64.random(in: 1...4, using: &source))
    }
    let largest = (0..<32).map { mask in
      commitments.enumerated().filter { mask & (1 << $0.offset) != 0 }.map(\.element)
    }.filter { chosen in
      chosen.allSatisfy { one in
        guard let condition = one.condition else { return true }
        return chosen.contains { $0.purse == condition.purse && $0.amount >= condition.least }
      }
    }.max { $0.count < $1.count }
    #expect(CommitmentResolution(commitments).kept == largest)
  }

  @Test func `bind the decision`() throws {
    var state = try DebatedSession.open()
    let number = SmallSession.number(1)
    try state.apply(DebatedSession.promise(1, "CAF", 2_000, if: "REGION", 1_000))
    func decide(_ grants: [PurseAmount]) -> SessionEvent {
      SmallSession.decision(1, .partlyGranted, grants)
    }
    func fault(_ grants: [PurseAmount]) -> DecisionFault? {
      var trial = state
      do throws(SessionError) {
        try trial.apply(decide(grants))
      } catch {
        if case .decision(number, let fault) = error { return fault }
      }
      return nil
    }
    let unmet = fault([SmallSession.grant("CAF", 2_000)])
    let due = fault([SmallSession.grant("REGION", 1_000)])
    #expect(unmet?.wordsContain("n’est pas remplie") == true)
    #expect(due?.wordsContain("est dû") == true)
    try state.apply(
      decide([SmallSession.grant("CAF", 2_000), SmallSession.grant("REGION", 1_000)]))
    #expect(state.dossiersToReview == [])
  }

  @Test func `taken back late send the decision back`() throws {
    var state = try DebatedSession.open()
    let number = SmallSession.number(1)
    try state.apply(DebatedSession.promise(1, "REGION", 1_000))
    try state.apply(DebatedSession.promise(1, "CAF", 2_000, if: "REGION", 1_000))
    try state.apply(
      SmallSession.decision(
        1, .partlyGranted,
        [SmallSession.grant("CAF", 2_000), SmallSession.grant("REGION", 1_000)]))
    for order in 2...4 {
      try state.apply(SmallSession.decision(order, .refused, motive: "Hors sujet."))
    }
    let preview = try #require(state.preview(ofWithdrawing: "REGION", from: number))
    #expect(preview.falls.map(\.commitment.purse) == ["CAF"])
    #expect(preview.loss == Cents(euros: 3_000))
    #expect(preview.conditionsToLift.map(\.purse) == ["CAF"])
    try state.apply(DebatedSession.withdrawal(1, "REGION"))
    #expect(state.dossiersToReview == [number])
    let closing = SessionEvent.closed(SessionClosing(at: SmallSession.morning))
    let error = #expect(throws: SessionError.self) { try state.apply(closing) }
    #expect(error == .toReview([number]))
    let again = #expect(throws: SessionError.self) {
      try state.apply(
        SmallSession.decision(
          1, .partlyGranted, [SmallSession.grant("REGION", 1_000)], motive: "Malgré tout."))
    }
    #expect(again == .decision(number, .withdrawn("REGION")))
    try state.apply(
      SmallSession.decision(
        1, .partlyGranted, [SmallSession.grant("ETAT", 1_000)], motive: "La Région se retire."))
    try state.apply(closing)
    #expect(state.invariantBreaches() == [])
  }

  @Test func `are refused about themselves, twice, or beyond the need`() throws {
    var state = try DebatedSession.open()
    try state.apply(DebatedSession.promise(1, "CAF", 2_000))
    for (event, fault) in [
      (DebatedSession.promise(1, "ETAT", 10, if: "ETAT", 5), DebateFault.conditionOnItself("ETAT")),
      (DebatedSession.promise(1, "CAF", 10), .alreadyPromised("CAF")),
      (
        DebatedSession.promise(1, "ETAT", 4_001),
        .aboveNeed(total: Cents(euros: 4_001), need: Cents(euros: 4_000))
      ),
      (DebatedSession.withdrawal(1, "ETAT"), .nothingPromised("ETAT")),
    ] {
      let error = #expect(throws: SessionError.self) { try state.apply(event) }
      #expect(error == .cell(SmallSession.number(1), fault))
    }
  }
}

extension DecisionFault {
  fileprivate func wordsContain(_ words: String) -> Bool {
    SessionError.decision(SmallSession.number(1), self).french.contains(words)
  }
}

@Suite struct `A suspended session` {
  @Test func `takes nothing until it goes on`() throws {
    var state = try DebatedSession.open()
    try state.apply(.suspended(Suspension(motive: "Déjeuner.")))
    let error = #expect(throws: SessionError.self) {
      try state.apply(SmallSession.arrival("DEPARTEMENT"))
    }
    #expect(error == .order(.suspended))
    try state.apply(.resumed(Resumption()))
    try state.apply(SmallSession.arrival("DEPARTEMENT"))
    #expect(throws: SessionError.self) { try state.apply(.resumed(Resumption())) }
  }
}

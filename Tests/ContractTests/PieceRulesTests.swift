import Contract
import Foundation
import TestKit
import Testing
import Vocabulary

@Suite struct `What a call says of papers` {
  @Test func `is read from its file`() throws {
    let call = try Territory.lensLievin.call(2026)
    let pieces = call.pieces
    #expect(pieces.maximumSize == 10_485_760)
    #expect(pieces.maximumCount == 20)
    #expect(pieces.maximumTotal == 52_428_800)
    #expect(pieces.formats == PieceFormat.allCases)
    #expect(call.pieceDeadline == Deadline(lastDay: try #require(Day(iso: "2026-01-23"))))
    #expect(
      pieces.required.map(\.kind) == [
        .statutes, .officers, .bankDetails, .sireneNotice, .applicantBudget, .accounts,
        .certifiedAccounts, .activityReport, .delegation, .deliberation,
      ])
    let certified = try #require(pieces.rule(for: .certifiedAccounts))
    #expect(certified.applicantKinds == ["association"])
    #expect(certified.subsidiesAbove == Cents(euros: 153_000))
    #expect(certified.validMonths == 9)
    #expect(!certified.isBlocking && !certified.isAssumed)
    #expect(certified.source.citation.contains("L. 612-4"))
    let delegation = try #require(pieces.rule(for: .delegation))
    #expect(delegation.condition?.field == "attestations.signataire")
    #expect(delegation.condition?.value == "delegataire")
    #expect(delegation.applicantKinds == nil && delegation.isAssumed)
  }

  @Test func `asks for the same papers in every call whose forms ask who signs`() throws {
    let calls = try [
      Territory.lensLievin.call(2016), Territory.lensLievin.call(2026),
      Territory.heninCarvin.call(2026),
    ]
    let kinds = calls.map { $0.pieces.required.map(\.kind) }
    #expect(kinds[1] == kinds[2])
    // The first editions do not ask whether the signatory is a delegate.
    #expect(kinds[0] == kinds[1].filter { $0 != .delegation })
    #expect(calls.map { $0.pieceDeadline == $0.calendar.closing } == [true, false, true])
  }

  @Test func `asks for nothing when the key is absent, or was not known yet`() throws {
    let call = try Territory.lensLievin.call(2016)
    let json = try #require(
      JSONSerialization.jsonObject(with: JSONEncoder().encode(call)) as? [String: Any])
    var old = json
    #expect(old.removeValue(forKey: "pieceRules") != nil)
    let bytes = try JSONSerialization.data(withJSONObject: old)
    let decoded = try JSONDecoder().decode(Call.self, from: bytes)
    #expect(decoded.pieces == .standard)
    #expect(decoded.pieces.required == [] && decoded.pieceDeadline == decoded.calendar.closing)
    #expect(decoded.purses == call.purses)
  }

  @Test func `survives the base's own writing`() throws {
    let call = try Territory.lensLievin.call(2026)
    #expect(try JSONDecoder().decode(Call.self, from: JSONEncoder().encode(call)) == call)
  }
}

import Contract
import Dossiers
import GRDB
import TestKit
import Testing
import Vocabulary

@testable import Store

@Suite struct `A paper` {
  private let store: Store

  init() throws { store = try SmallBase.decided() }

  private static let open: Set<Stage> = [.deposited, .inadmissible]

  private func attach(
    _ text: String, as kind: PieceKind = .statutes, to order: Int = 4, rules: PieceRules? = nil,
    minutes: Int64 = 10, isSimulated: Bool = false
  ) throws -> PieceOutcome {
    try store.attach(
      NewPiece(
        dossier: SmallBase.number(order), kind: kind,
        origin: .content(Papers.pdf(text), name: "\(text).pdf", format: .pdf)),
      rules: try rules ?? self.rules(), at: Self.open, by: "accueil",
      at: SmallBase.instant(minutes), isSimulated: isSimulated)
  }

  private func rules(count: Int = 20, total: Int = 1_000) throws -> PieceRules {
    try Territory.call(
      pieces: "{nombre_max: \(count), total_max_octets: \(total), taille_max_octets: 1}"
    ).pieces
  }

  private func piece(_ outcome: PieceOutcome) throws -> AttachedPiece {
    guard case .attached(let piece) = outcome else {
      throw Territory.Unloadable(reasons: ["\(outcome)"])
    }
    return piece
  }

  @Test func `is kept with its line in the journal`() throws {
    let piece = try piece(attach("a"))
    #expect(piece.id == 1 && piece.dossier == SmallBase.number(4))
    #expect(piece.fingerprint == Fingerprint.of(Papers.pdf("a")))
    #expect(try store.pieces(of: SmallBase.number(4)) == [piece])
    #expect(try store.piece(1) == piece)
    #expect(try store.content(ofPiece: 1) == Papers.pdf("a"))
    let act = try #require(try store.journalLines().last?.act)
    #expect(
      act
        == JournalAct(
          actor: "accueil", at: SmallBase.instant(10), act: "piece", subject: "2016-0004",
          detail: "statuts \(piece.fingerprint)"))
    #expect(try store.brokenSafeguards() == [])
    #expect(try store.brokenInvariants() == [])
  }

  @Test func `given twice is kept once, without a second line`() throws {
    let first = try piece(attach("a"))
    let before = try store.rowCounts()
    #expect(try attach("a", minutes: 20) == .repeated(first))
    #expect(try store.rowCounts() == before)
  }

  @Test func `given under another kind, or to another dossier, shares its content`() throws {
    _ = try attach("a")
    #expect(try piece(attach("a", as: .other)).id == 2)
    #expect(try piece(attach("a", to: 3)).id == 3)
    #expect(try store.rowCounts().contains("pieceContent 1"))
    #expect(try store.rowCounts().contains("piece 3"))
    #expect(try store.brokenSafeguards() == [])
  }

  @Test func `in a simulation writes nothing, and says the same`() throws {
    let before = try store.rowCounts()
    let described = try piece(attach("a", isSimulated: true))
    #expect(described.id == 0 && described.name == "a.pdf")
    #expect(try attach("a", to: 1, isSimulated: true) == .closed(.granted))
    #expect(try store.rowCounts() == before)
  }

  @Test func `is refused once the dossier is decided`() throws {
    let before = try store.rowCounts()
    #expect(try attach("a", to: 1) == .closed(.granted))
    #expect(try attach("a", to: 2) == .closed(.refused))
    #expect(try store.rowCounts() == before)
  }

  @Test func `is refused past the number that the call admits`() throws {
    _ = try attach("a", rules: rules(count: 2))
    _ = try attach("b", rules: rules(count: 2))
    #expect(try attach("c", rules: rules(count: 2)) == .full(count: 2))
    #expect(try attach("c", to: 3, rules: rules(count: 2)) != .full(count: 2))
  }

  @Test func `is refused past the size that the call admits, to the byte`() throws {
    let size = Papers.pdf("a").count
    _ = try attach("a", rules: rules(total: 2 * size))
    #expect(try attach("b", rules: rules(total: 2 * size - 1)) == .tooHeavy(total: 2 * size))
    #expect(try piece(attach("b", rules: rules(total: 2 * size))).id == 2)
  }

  @Test func `used again keeps the day it was first given`() throws {
    let first = try piece(attach("a"))
    func reuse(_ piece: AttachedPiece, in order: Int, minutes: Int64) throws -> AttachedPiece {
      try self.piece(
        store.attach(
          NewPiece(dossier: SmallBase.number(order), kind: piece.kind, origin: .earlier(piece)),
          rules: rules(), at: Self.open, by: "accueil", at: SmallBase.instant(minutes)))
    }
    let second = try reuse(first, in: 3, minutes: 20)
    #expect(second.reusedFrom == 1 && second.firstGivenAt == SmallBase.instant(10))
    #expect(second.attachedAt == SmallBase.instant(20))
    #expect(try store.piece(second.id) == second)
    try store.tamper("UPDATE dossier SET stage = 'depose' WHERE id = 2")
    let third = try reuse(second, in: 2, minutes: 30)
    #expect(third.reusedFrom == 1 && third.firstGivenAt == SmallBase.instant(10))
    try store.tamper("UPDATE dossier SET stage = 'refuse' WHERE id = 2")
    #expect(
      try store.journalLines().last?.act.detail == "statuts \(first.fingerprint) reprise 1")
    #expect(try store.brokenSafeguards() == [])
  }

  @Test func `is found by the legal person that gave it`() throws {
    let club = try DossierText.sportsClub.application(in: .lensLievin).applicant
    let siren = try #require(club.siren)
    let third = try piece(attach("a", to: 3))
    let fourth = try piece(attach("b"))
    #expect(try store.pieces(siren: siren, calls: ["2016"], except: SmallBase.number(4)) == [third])
    #expect(try store.pieces(siren: siren, calls: ["2017"], except: SmallBase.number(4)) == [])
    #expect(
      try store.pieces(siren: "552100554", calls: ["2016"], except: SmallBase.number(4)) == [])
    #expect(try store.pieces(call: "2016", orders: 3...4) == [3: [third], 4: [fourth]])
    #expect(try store.pieces(call: "2016", orders: 1...3) == [3: [third]])
  }

  @Test func `of a dossier that is not there is a failure that keeps nothing`() throws {
    let before = try store.rowCounts()
    #expect(throws: Store.Failure.self) { try attach("a", to: 9) }
    #expect(try store.rowCounts() == before)
    #expect(try store.piece(1) == nil)
    #expect(try store.content(ofPiece: 1) == nil)
  }

  @Test(arguments: [
    "UPDATE piece SET name = 'autre'", "DELETE FROM piece",
    "INSERT OR REPLACE INTO piece SELECT id, dossier, 'rib', name, fingerprint, attachedAt, actor, reusedFrom FROM piece",
    "UPDATE pieceContent SET content = x'00'", "DELETE FROM pieceContent",
    "INSERT OR REPLACE INTO pieceContent SELECT fingerprint, mediaType, 1, x'00' FROM pieceContent",
  ])
  func `is never changed`(sql: String) throws {
    _ = try attach("a")
    #expect { try store.tamper(sql) } throws: { error in
      (error as? DatabaseError)?.extendedResultCode == .SQLITE_CONSTRAINT_TRIGGER
    }
  }

  private static let content = "le contenu de chaque pièce a son empreinte"
  private static let stray = "tout contenu conservé est celui d’une pièce"
  private static let unsealed = "toute pièce est celle que le journal a vu joindre"
  private static let lost = "toute pièce jointe au journal est dans la base"

  @Test(arguments: [
    (
      "UPDATE pieceContent SET content = CAST('!' || substr(content, 2) AS BLOB)",
      [(content, "2016-0004, pièce n° 1")]
    ),
    ("UPDATE piece SET kind = 'rib'", [(unsealed, "2016-0004, pièce n° 1"), (lost, "2016-0004")]),
    ("UPDATE piece SET dossier = 3", [(unsealed, "2016-0003, pièce n° 1"), (lost, "2016-0004")]),
    (
      "UPDATE piece SET attachedAt = '2016-01-01T00:00:00+01:00'",
      [(unsealed, "2016-0004, pièce n° 1")]
    ),
    ("UPDATE piece SET actor = 'un autre'", [(unsealed, "2016-0004, pièce n° 1")]),
    (
      "DELETE FROM piece", [(stray, Fingerprint.of(Papers.pdf("a"))), (lost, "2016-0004")]
    ),
    (
      "INSERT INTO piece SELECT 2, 3, kind, name, fingerprint, attachedAt, actor, NULL FROM piece",
      [(unsealed, "2016-0003, pièce n° 2")]
    ),
  ])
  func `changed behind the house's back is told by its name`(
    sql: String, expected: [(String, String)]
  ) throws {
    _ = try attach("a")
    try store.dropTriggers()
    try store.tamper("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; \(sql)")
    let broken = try store.brokenSafeguards().dropFirst()
    #expect(Array(broken) == expected.map { BrokenInvariant(name: $0.0, culprits: [$0.1]) })
  }

  @Test func `whose content changed is never given back`() throws {
    _ = try attach("a")
    try store.dropTriggers()
    try store.tamper("UPDATE pieceContent SET content = CAST('!' || substr(content, 2) AS BLOB)")
    #expect(
      throws: Store.Failure.inputOutput("la pièce n° 1 n’a plus l’empreinte qu’elle avait")
    ) { try store.content(ofPiece: 1) }
  }

  @Test func `is asked by no call opened before papers existed`() throws {
    try store.dropTriggers()
    try store.tamper("UPDATE call SET content = json_remove(content, '$.pieceRules')")
    let old = try #require(try store.calls().first?.call)
    #expect(old.pieces == .standard && old.pieceDeadline == old.calendar.closing)
  }

  @Test func `answers the last request for completion`() throws {
    #expect(try store.completionRequests(of: SmallBase.number(4)).isEmpty)
    try store.tamper(
      """
      INSERT INTO completionRequest (dossier, askedAt, actor, motive, pieces, dueOn) VALUES
        (4, '2016-01-01T10:00:00+01:00', 'a', 'm', '[]', '2016-03-01'),
        (4, '2016-01-02T10:00:00+01:00', 'a', 'm', '[]', '2016-02-01'),
        (3, '2016-01-03T10:00:00+01:00', 'a', 'm', '[]', '2016-09-01')
      """)
    let last = try store.completionRequests(of: SmallBase.number(4)).last?.request
    #expect(last?.dueOn == Day(iso: "2016-02-01"))
  }
}

import Contract
import Dossiers
import Foundation
import Store
import TestKit
import Testing
import Vocabulary

@testable import Desk

@Suite struct `Attaching a paper` {
  private let bench: PieceBench
  private let number: DossierNumber
  private var desk: Desk { bench.desk }

  init() throws {
    bench = try PieceBench()
    number = try bench.deposit(.sportsClub)
  }

  private func attach(
    _ path: String, as kind: PieceKind = .statutes, with desk: Desk? = nil,
    isSimulated: Bool = false
  ) throws -> PieceReport {
    try (desk ?? self.desk).attachPiece(
      to: number, path: path, kind: kind, isSimulated: isSimulated)
  }

  @Test func `tells what is kept and what is still missing`() throws {
    let report = try attach(bench.file())
    #expect(report.piece.id == 1 && report.piece.name == "statuts.pdf")
    #expect(!report.isRepeated && report.findings == [])
    #expect(report.missing.map(\.requirement.rule.kind) == [.bankDetails])
    let sheet = try desk.pieceSheet(of: number)
    #expect(sheet.inventory.lines.map(\.state) == [.present(report.piece), .missing])
    #expect(sheet.deadline.lastDay == Day(iso: "2016-01-20"))
    #expect(
      try bench.open.acts().last
        == "secretariat piece \(number.text) statuts \(report.piece.fingerprint)")
    try bench.open.expectSound()
  }

  @Test func `twice gives the same number, even once it is too late`() throws {
    let first = try attach(bench.file())
    let acts = try bench.open.acts()
    let copy = try bench.file(named: "autre nom.pdf")
    let late = try bench.open.desk(of: .applicant)
      .acting(at: Instant(paris: try #require(Day(iso: "2016-06-01"))))
    let again = try attach(copy, with: late)
    #expect(again.isRepeated && again.piece == first.piece)
    #expect(try bench.open.acts().count == acts.count + 1, "only the new actor is journaled")
    try bench.open.expectSound()
  }

  @Test func `in a simulation writes nothing, refusals included`() throws {
    let acts = try bench.open.acts()
    #expect(try attach(bench.file(), isSimulated: true).piece.id == 0)
    #expect(
      PieceBench.codes { _ = try attach(bench.folder.write([], to: "vide"), isSimulated: true) }
        == ["piece_vide"])
    #expect(try bench.open.acts() == acts)
    #expect(try desk.pieceSheet(of: number).inventory.missing.count == 2)
  }

  @Test(arguments: [
    ("2016-01-20", 23, 59, 59, []), ("2016-01-21", 0, 0, 0, ["delai_des_pieces"]),
    ("2016-03-21", 12, 0, 0, ["delai_des_pieces"]),
  ])
  func `is open to applicants until the last second of the last day`(
    day: String, hour: Int, minute: Int, second: Int, codes: [String]
  ) throws {
    let instant = Instant(
      paris: try #require(Day(iso: day)), hour: hour, minute: minute, second: second)
    let applicant = try bench.open.desk(of: .applicant).acting(at: instant)
    #expect(PieceBench.codes { _ = try attach(bench.file(), with: applicant) } == codes)
    let instructor = try bench.open.desk(of: .instructor).acting(at: instant)
    #expect(try attach(bench.file("autre"), with: instructor).piece.kind == .statutes)
  }

  @Test func `is refused with everything that is wrong, and journaled`() throws {
    let late = try bench.open.desk(of: .applicant)
      .acting(at: Instant(paris: try #require(Day(iso: "2016-02-01"))))
    let path = try bench.folder.write([0x7F, 0x45, 0x4C, 0x46], to: "rib.pdf")
    #expect(
      PieceBench.codes { _ = try attach(path, with: late) } == [
        "delai_des_pieces", "piece_refusee",
      ])
    #expect(
      try bench.open.acts().last
        == "un porteur piece refusée \(number.text) delai_des_pieces piece_refusee")
    let large = try bench.folder.write([UInt8](repeating: 65, count: 2_001), to: "gros.txt")
    #expect(
      PieceBench.codes { _ = try attach(large, with: late) }
        == ["delai_des_pieces", "piece_trop_lourde"])
    try bench.open.expectSound()
  }

  @Test func `is refused past the call's limits, to the byte and to the paper`() throws {
    let whole = Papers.pdf(String(repeating: "x", count: 2_000 - Papers.pdf().count))
    #expect(whole.count == 2_000)
    #expect(try attach(bench.folder.write(whole, to: "a.pdf")).piece.size == 2_000)
    let second = Papers.pdf(String(repeating: "y", count: 2_000 - Papers.pdf().count))
    _ = try attach(bench.folder.write(second, to: "b.pdf"))
    let third = Papers.pdf(String(repeating: "z", count: 1_001 - Papers.pdf().count))
    #expect(
      PieceBench.codes { _ = try attach(bench.folder.write(third, to: "c.pdf")) }
        == ["pieces_trop_lourdes"])
    _ = try attach(bench.folder.write(Papers.pdf("c"), to: "c.pdf"))
    #expect(
      PieceBench.codes { _ = try attach(bench.folder.write(Papers.pdf("d"), to: "d.pdf")) }
        == ["trop_de_pieces"])
    #expect(try desk.pieceSheet(of: number).inventory.others.count == 2)
    try bench.open.expectSound()
  }

  @Test func `is refused once the committee has decided`() throws {
    _ = try attach(bench.file())
    try bench.open.deliberate()
    let sheet = try desk.sheet(of: number)
    #expect(sheet.stage.isDecided)
    let refusal = #expect(throws: Refusal.self) { try attach(bench.file("plus tard")) }
    #expect(refusal?.findings.map(\.code) == ["dossier_ferme"])
    #expect(refusal?.findings.first?.message.contains("« \(sheet.stage.french) »") == true)
    try bench.open.expectSound()
  }

  @Test func `names the dossier that does not exist`() throws {
    let absent = DossierNumber(call: "2016", order: 99)
    let path = try bench.file()
    #expect(throws: DeskError.unknownDossier("2016-0099")) {
      try desk.attachPiece(to: absent, path: path, kind: .statutes)
    }
    #expect(throws: DeskError.unknownDossier("2016-0099")) { try desk.pieceSheet(of: absent) }
    #expect(throws: DeskError.unknownDossier("2016-0099")) { try desk.extractPiece(1, of: absent) }
  }

  @Test func `decides of admissibility when the call says so`() throws {
    func judge() throws -> [String] {
      var told: [String] = []
      try desk.judgeAdmissibility(of: nil, in: bench.open.context) { record in
        let codes = record.findings.map(\.code).filter { $0.hasPrefix("pieces_") }
        told.append("\(record.number.text) \(record.isAdmissible) \(codes)")
      }
      return told
    }
    let town = try bench.deposit(.townHall)
    let before = try judge()
    #expect(
      before == [
        "2016-0001 false [\"pieces_attendues\", \"pieces_presentes\"]",
        "2016-0002 true [\"pieces_attendues\"]",
      ])
    _ = try attach(bench.file())
    _ = try desk.attachPiece(to: town, path: try bench.file("rib"), kind: .bankDetails)
    let after = try judge()
    #expect(after == ["2016-0001 true [\"pieces_attendues\"]", "2016-0002 true []"])
    try bench.open.expectSound()
  }

  @Test func `shows in the receipt and in the sheet`() throws {
    let receipt = try desk.receipt(of: number)
    let before = try desk.text(of: receipt, in: bench.open.context)
    #expect(before.contains("Pièces encore attendues, jusqu’au 20 janvier 2016 à minuit"))
    #expect(before.contains("  - statuts en vigueur\n"))
    _ = try attach(bench.file())
    let after = try desk.text(of: receipt, in: bench.open.context)
    #expect(!after.contains("statuts en vigueur") && after.contains("relevé d’identité bancaire"))
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(desk.sheet(of: number).json.utf8)) as? [String: Any])
    let present = try #require(json["pieces"] as? [[String: Any]])
    #expect(present.map { $0["type"] as? String } == ["statuts"])
    let missing = try #require(json["pieces_manquantes"] as? [[String: Any]])
    #expect(missing.map { $0["type"] as? String } == ["rib"])
    #expect(missing.map { $0["date_limite"] as? String } == ["2016-01-20"])
    let table = Listing(sheet: try desk.sheet(of: number), desk.base.reference).text(as: .table)
    #expect(table.contains("pièce statuts") && table.contains("pièce manquante"))
  }
}

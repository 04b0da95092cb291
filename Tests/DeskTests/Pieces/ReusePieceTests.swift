import Contract
import Dossiers
import Foundation
import Store
import TestKit
import Testing
import Vocabulary

@testable import Desk

@Suite struct `A paper given before` {
  private let bench: PieceBench
  private let first: DossierNumber
  private let given: AttachedPiece

  init() throws {
    bench = try PieceBench()
    first = try bench.deposit(.sportsClub)
    // Given on 20 December 2015, valid twelve months.
    given = try bench.desk.attachPiece(
      to: first, path: try bench.file(), kind: .statutes
    ).piece
  }

  @Test func `is offered to the same person's other dossiers of the year, then used`() throws {
    let second = try bench.deposit(DossierText.sportsClub.with("projet.titre", "Les gants, suite"))
    let offers = try bench.desk.pieceSheet(of: second).offers
    #expect(offers.map(\.piece) == [given])
    #expect(offers.map(\.isValid) == [true])
    let report = try bench.desk.reusePiece(in: second, piece: given.id)
    #expect(report.piece.reusedFrom == given.id && report.piece.dossier == second)
    #expect(report.missing.map(\.requirement.rule.kind) == [.bankDetails])
    #expect(try bench.desk.pieceSheet(of: second).offers == [])
    let again = try bench.desk.reusePiece(in: second, piece: given.id)
    #expect(again.isRepeated && again.piece == report.piece)
    try bench.open.expectSound()
  }

  @Test(arguments: [("2016-12-20", []), ("2016-12-21", ["piece_perimee"])])
  func `the year after, can be used until its last day`(day: String, codes: [String]) throws {
    let second = try bench.depositNextYear(.sportsClub)
    let desk = bench.desk.acting(at: Instant(paris: try #require(Day(iso: day)), hour: 12))
    let offer = try #require(try desk.pieceSheet(of: second).offers.first)
    #expect(offer.piece == given && offer.isValid == codes.isEmpty)
    #expect(offer.lastDay == Day(iso: "2016-12-20"))
    #expect(PieceBench.codes { _ = try desk.reusePiece(in: second, piece: given.id) } == codes)
    let table = Listing(pieces: try desk.pieceSheet(of: second)).text(as: .table)
    #expect(table.contains("--reprendre") == false)
  }

  @Test func `is proposed with its day in the list`() throws {
    let second = try bench.depositNextYear(.sportsClub)
    let desk = bench.desk.acting(at: Instant(paris: try #require(Day(iso: "2016-12-01"))))
    let csv = Listing(pieces: try desk.pieceSheet(of: second)).text(as: .csv)
    #expect(csv.contains("--reprendre 1 (donnée le 20 décembre 2015)"))
  }

  @Test func `is never offered to an earlier call`() throws {
    let second = try bench.depositNextYear(.sportsClub)
    let later = try bench.nextYear().attachPiece(
      to: second, path: try bench.file("rib"), kind: .bankDetails
    ).piece
    #expect(later.id == 2)
    #expect(try bench.nextYear().pieceSheet(of: first).offers == [])
  }

  @Test func `belongs to whoever gave it`() throws {
    let town = try bench.deposit(.townHall)
    #expect(try bench.desk.pieceSheet(of: town).offers == [])
    #expect(
      PieceBench.codes { _ = try bench.desk.reusePiece(in: town, piece: given.id) }
        == ["piece_d_un_autre"])
  }

  @Test func `stays what it was`() throws {
    let second = try bench.deposit(DossierText.sportsClub.with("projet.titre", "Autre"))
    #expect(
      PieceBench.codes {
        _ = try bench.desk.reusePiece(in: second, piece: given.id, kind: .bankDetails)
      } == ["type_different"])
    let error = #expect(throws: DeskError.self) {
      try bench.desk.reusePiece(in: second, piece: 99)
    }
    #expect(error?.exitCode == 1 && error?.french.contains("n° 99") == true)
  }
}

@Suite struct `Extracting a paper` {
  private let bench: PieceBench
  private let number: DossierNumber
  private let given: AttachedPiece

  init() throws {
    bench = try PieceBench()
    number = try bench.deposit(.sportsClub)
    given = try bench.desk.attachPiece(
      to: number, path: try bench.file("contenu"), kind: .statutes
    ).piece
  }

  @Test func `gives the bytes that were received, in a file nobody can run`() throws {
    let path = bench.folder.file("copie.pdf")
    let extracted = try bench.desk.extractPiece(given.id, of: number, to: path)
    #expect(extracted.piece == given && extracted.path == path)
    #expect(FileManager.default.contents(atPath: path).map { Array($0) } == Papers.pdf("contenu"))
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect((mode ?? 0o111) & 0o111 == 0)
  }

  @Test func `never replaces a file, nor follows a link`() throws {
    let taken = try bench.folder.write("à moi", to: "pris.pdf")
    let link = bench.folder.file("lien.pdf")
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: bench.folder.file("ailleurs.pdf"))
    for path in [taken, link, bench.folder.path, ""] {
      let before = bench.folder.names
      let error = #expect(throws: DeskError.self) {
        try bench.desk.extractPiece(given.id, of: number, to: path)
      }
      #expect(error?.exitCode == 73, "\(path)")
      #expect(bench.folder.names == before)
    }
    #expect(try String(contentsOfFile: taken, encoding: .utf8) == "à moi")
  }

  @Test func `in a simulation writes nothing`() throws {
    let before = bench.folder.names
    let path = bench.folder.file("copie.pdf")
    _ = try bench.desk.extractPiece(given.id, of: number, to: path, isSimulated: true)
    #expect(bench.folder.names == before)
  }

  @Test func `only serves the dossier it belongs to`() throws {
    let other = try bench.deposit(.townHall)
    let error = #expect(throws: DeskError.self) {
      try bench.desk.extractPiece(given.id, of: other, to: bench.folder.file("x.pdf"))
    }
    #expect(error?.exitCode == 1)
    #expect(!bench.folder.names.contains("x.pdf"))
  }
}

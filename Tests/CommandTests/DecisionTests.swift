import Foundation
import TestKit
import Testing

@Suite struct `The letters by the command line` {
  private let base: TrainingBase

  init() throws {
    base = try TrainingBase()
    try base.expect(0, "dossier", "deposer", TrainingBase.sound)
    try base.expect(0, "appel", "cloturer")
    try base.expect(0, "instruire", "recevabilite", "--tous")
    try base.expect(0, "classer")
    try base.expect(0, "comite", "ouvrir")
    try base.expect(0, "comite", "presence", "--tous")
  }

  private func close() throws {
    try base.expect(0, "comite", "proposer")
    try base.expect(0, "comite", "voter", "--proposition", "P1", "--unanimite")
    try base.expect(0, "comite", "clore")
  }

  private func files(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: base.folder.file(folder)).sorted()
  }

  @Test func `wait for the session to close`() throws {
    let early = try base.expect(1, "decision", "notifier", "--tous")
    #expect(early.messages.contains("La séance n’est pas close"), "\(early.messages)")
    try base.expect(1, "decision", "convention", "--toutes")
    #expect(!FileManager.default.fileExists(atPath: base.folder.file("lettres")))
  }

  @Test func `are written once, and never over anything else`() throws {
    try close()
    let dry = try base.expect(0, "decision", "notifier", "--tous", "--simuler")
    #expect(dry.messages.hasPrefix("[simulation]"), "\(dry.messages)")
    #expect(!FileManager.default.fileExists(atPath: base.folder.file("lettres")))
    try base.expect(
      0, "decision", "notifier", "--tous", "--publipostage", "fusion.csv")
    let names = try files("lettres")
    #expect(!names.isEmpty && names.allSatisfy { $0.hasPrefix("lettre-2026-0001") })
    let acts = try base.journalLength()
    let again = try base.expect(
      0, "decision", "notifier", "2026-0001", "--publipostage", "fusion.csv")
    #expect(again.messages.contains("inchangé"), "\(again.messages)")
    #expect(again.messages.contains("0 nouvelle au registre"), "\(again.messages)")
    #expect(try base.journalLength() == acts)
    let other = base.folder.file("lettres/\(names[0])")
    try Data("à moi".utf8).write(to: URL(filePath: other))
    try base.expect(73, "decision", "notifier", "--tous")
    #expect(FileManager.default.contents(atPath: other) == Data("à moi".utf8))
    try base.expect(0, "decision", "notifier", "--tous", "--remplacer")
    #expect(FileManager.default.contents(atPath: other) != Data("à moi".utf8))
    try base.expect(0, "decision", "notifier", "--tous", "--texte", "-o", "textes")
    #expect(try files("textes").allSatisfy { $0.hasSuffix(".txt") })
    try base.expect(0, "verifier")
  }

  @Test func `are refused to whoever may not, and to a line that means nothing`() throws {
    try close()
    try base.expect(0, "acteur", "ajouter", "lea", "--role", "lecteur")
    try base.expect(77, "decision", "notifier", "--tous", "--acteur", "lea")
    try base.expect(77, "decision", "convention", "--toutes", "--acteur", "lea")
    try base.expect(64, "decision", "notifier")
    try base.expect(64, "decision", "notifier", "2026-0001", "--tous")
    try base.expect(64, "decision", "convention")
    try base.expect(64, "decision", "notifier", "--tous", "--texte", "--pdf")
    try base.expect(73, "decision", "notifier", "--tous", "-o", "")
    try base.expect(1, "decision", "notifier", "2026-0999")
    try base.expect(1, "decision", "notifier", "n’importe quoi")
  }

  @Test func `of agreements say when none is due`() throws {
    try close()
    let none = try base.expect(0, "decision", "convention", "--toutes")
    #expect(none.messages.contains("Aucune convention n’est obligatoire"), "\(none.messages)")
    #expect(!FileManager.default.fileExists(atPath: base.folder.file("conventions")))
  }

  @Test func `are printed as PDF where a printer is, and say which is missing elsewhere`() throws {
    try close()
    let empty = base.folder.file("vide")
    let tools = base.folder.file("outils")
    for folder in [empty, tools] {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    for line in [["comite", "pv", "-o", "pv.pdf"], ["decision", "notifier", "--tous", "--pdf"]] {
      let outcome = try Program.run(
        line, environment: base.environment.merging(["PATH": empty]) { $1 }, in: base.folder.path)
      #expect(outcome.code == 66)
      #expect(outcome.messages.contains("« weasyprint » est introuvable"), "\(outcome.messages)")
    }
    let script = "#!/bin/sh\nprintf '%%PDF-1.7 ' > \"$2\" && cat \"$1\" >> \"$2\"\n"
    #expect(
      FileManager.default.createFile(
        atPath: "\(tools)/weasyprint", contents: Data(script.utf8),
        attributes: [.posixPermissions: 0o755]))
    for line in [["comite", "pv", "-o", "pv.pdf"], ["decision", "notifier", "--tous", "--pdf"]] {
      let outcome = try Program.run(
        line, environment: base.environment.merging(["PATH": "\(tools):/usr/bin:/bin"]) { $1 },
        in: base.folder.path)
      #expect(outcome.code == 0, "\(outcome.messages)")
    }
    for path in ["pv.pdf"] + (try files("lettres").map { "lettres/\($0)" }) {
      let bytes = try #require(FileManager.default.contents(atPath: base.folder.file(path)))
      #expect(
        path.hasSuffix(".pdf") && bytes.starts(with: Data("%PDF-1.7 <!DOCTYPE".utf8)), "\(path)")
    }
    try base.expect(0, "verifier")
  }
}

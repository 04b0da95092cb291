import Foundation
import TestKit
import Testing

@Suite struct `Standard output that refuses` {
  @Test(arguments: ["--help", "--version", "referentiel regles", "help comite"])
  func `ends the program with 74 and a French reason`(arguments: String) throws {
    let outcome = try Program.shell("\"$AAP\" \(arguments) > /dev/full")
    #expect(outcome.code == 74)
    #expect(
      outcome.messages
        == "aap : écriture impossible sur la sortie standard : le disque est plein.\n")
  }

  @Test func `closed, is said so`() throws {
    let outcome = try Program.shell("\"$AAP\" --help >&-")
    #expect(outcome.code == 74)
    #expect(outcome.messages.contains("la sortie est fermée"))
  }

  @Test func `whose reader left, ends it quietly`() throws {
    let outcome = try Program.shell(
      "trap '' PIPE; { \"$AAP\" --help; echo $? >&2; } | sleep 0")
    #expect(["141\n", "0\n"].contains(outcome.messages))
  }

  @Test(arguments: ["deposer", "importer"])
  func `says that the deposit is made all the same`(command: String) throws {
    let base = try TrainingBase()
    let outcome = try Program.shell(
      "\"$AAP\" dossier \(command) '\(TrainingBase.sound)' --format json > /dev/full",
      environment: base.environment, in: base.folder.path)
    #expect(outcome.code == 74)
    // The header of a report comes before any deposit.
    if command == "deposer" {
      #expect(outcome.messages.contains("Le dossier EST déposé sous le numéro 2026-0001"))
      #expect(try base.deposited() == ["2026-0001"])
    }
  }
}

@Suite struct `The name of a file to write` {
  private let base: TrainingBase

  init() throws {
    base = try TrainingBase()
    try base.expect(0, "dossier", "deposer", TrainingBase.sound)
    try base.expect(0, "instruire", "recevabilite", "--tous")
    try base.expect(0, "appel", "cloturer")
    try base.expect(0, "classer")
    try base.expect(0, "comite", "ouvrir")
    try base.expect(0, "comite", "presence", "--tous")
    try base.expect(
      0, "comite", "decider", "2026-0001", "--decision", "refuse", "--motif", "Hors sujet.")
    try base.expect(0, "comite", "clore")
  }

  private static let commands = [["comite", "pv"], ["programmation", "exporter"]]

  @Test(arguments: commands)
  func `never replaces anything but an ordinary file`(command: [String]) throws {
    let pipe = base.folder.file("tube")
    #expect(mkfifo(pipe, 0o600) == 0)
    for (name, reason) in [
      ("/dev/null", "c’est un périphérique"), (pipe, "c’est un tube nommé"), ("", "est vide"),
      (base.folder.path, "c’est un dossier"),
      (base.folder.file("absent/p"), "fichier ou dossier absent"),
    ] {
      let outcome = try base.expect(73, command + ["-o", name])
      #expect(outcome.messages.contains(reason), "\(outcome.messages)")
    }
    var status = stat()
    #expect(lstat(pipe, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
  }

  @Test(arguments: commands)
  func `may be a link, whose target is written`(command: [String]) throws {
    let target = try base.folder.write("ancien", to: "cible")
    for (link, leadsTo) in [("lien", "cible"), ("lien2", "lien"), ("lien3", "nouveau")] {
      try FileManager.default.createSymbolicLink(
        atPath: base.folder.file(link), withDestinationPath: leadsTo)
      try "ancien".write(toFile: target)
      try base.expect(0, command + ["-o", base.folder.file(link)])
      let kept = try FileManager.default.destinationOfSymbolicLink(atPath: base.folder.file(link))
      #expect(kept == leadsTo)
      let written = link == "lien3" ? base.folder.file("nouveau") : target
      let size = FileManager.default.contents(atPath: written)?.count ?? 0
      #expect(size > 100)
    }
  }

  @Test func `may be standard output for the minutes, never for the programme`() throws {
    let printed = try base.expect(0, "comite", "pv")
    #expect(try base.expect(0, "comite", "pv", "-o", "-").output == printed.output)
    let before = base.folder.names
    let refused = try base.expect(73, "programmation", "exporter", "-o", "-")
    #expect(refused.messages.contains("ne prend son nom qu’une fois complet"))
    #expect(refused.output.isEmpty)
    #expect(base.folder.names == before)
  }
}

extension String {
  fileprivate func write(toFile path: String) throws {
    try Data(utf8).write(to: URL(filePath: path))
  }
}

import Foundation
import TestKit
import Testing

@Suite struct `aap dossier saisir` {
  private static let command = ["dossier", "saisir"]

  /// Answers every question as the treasurer does, until the program ends; what was typed, in order.
  private func fill(_ terminal: PseudoTerminal, last: String = "oui") throws -> [String] {
    var typed: [String] = []
    var rest: [String] = []
    while let said = try terminal.nextCue() {
      if let label = said.matches(of: /Question \d+\/\d+ — ([^\n(]+)/).last?.1 {
        rest = TypedDossier.typed(at: label.trimmingCharacters(in: .whitespaces))
      }
      if said.contains("Déposer maintenant ?") { rest = [last] }
      let line = rest.isEmpty ? "" : rest.removeFirst()
      typed.append(line)
      terminal.type(line)
      try #require(typed.count < 300, "the dialogue goes round in circles: \(said)")
    }
    return typed
  }

  /// A base whose call gives associations the first edition of their form.
  private static func shortForms() throws -> TrainingBase {
    let folder = try TemporaryFolder()
    return try TrainingBase(reference: try folder.territoryWithFirstForms("henin-carvin"))
  }

  /// What the base lists of its dossiers.
  private func dossier(of base: TrainingBase) throws -> String {
    try base.expect(0, "dossier", "lister", "--format", "json").output
  }

  @Test func `fills and deposits a whole dossier, in a terminal or through a pipe alike`() throws {
    let base = try TrainingBase()
    let terminal = try PseudoTerminal(
      Self.command + ["--type", "association"], environment: base.environment)
    let typed = try fill(terminal)
    #expect(try terminal.finish() == 0)
    #expect(terminal.said.hasSuffix("Le dossier est déposé sous le numéro 2026-0001.\n"))
    #expect(terminal.output.contains("2026-0001") && terminal.output.contains("FORMATION"))
    for line in terminal.said.split(separator: "\n") {
      #expect(line.count <= 80, "\(line)")
      #expect(!line.unicodeScalars.contains { $0.value < 0x20 }, "\(line)")
    }
    try base.expect(0, "verifier")

    let other = try TrainingBase()
    let input = try other.folder.write(typed.joined(separator: "\n") + "\n", to: "lignes.txt")
    let piped = try Program.shell(
      "\"$AAP\" dossier saisir --type association < \(input)", environment: other.environment)
    #expect(piped.code == 0)
    #expect(piped.messages == terminal.said)
    #expect(piped.output == terminal.output)
    #expect(try dossier(of: other) == dossier(of: base))
  }

  @Test func `goes on where it was cut, nothing lost`() throws {
    let base = try Self.shortForms()
    let first = try PseudoTerminal(
      Self.command + ["--type", "association"], environment: base.environment)
    for line in ["Les Voisins", "LV", "299 815 894 00017"] {
      _ = try first.nextCue()
      first.type(line)
    }
    #expect(try first.nextCue()?.contains("Question 4/55") == true)
    first.cut()
    let again = try PseudoTerminal(
      Self.command + ["--reprendre", "1"], environment: base.environment)
    let greeting = try #require(try again.nextCue())
    #expect(greeting.contains("Vous reprenez où vous en étiez : 3 réponses gardées."))
    #expect(greeting.contains("Question 4/55"))
    again.type(":voir")
    let seen = try #require(try again.nextCue())
    for answer in ["Les Voisins", "LV", "29981589400017"] { #expect(seen.contains(answer)) }
    again.type(":quitter")
    #expect(try again.nextCue() == nil)
    #expect(try again.finish() == 0)
    try base.expect(0, "verifier")
  }

  @Test func `refuses a line that the terminal has cut`() throws {
    let base = try Self.shortForms()
    let terminal = try PseudoTerminal(
      Self.command + ["--type", "association"], environment: base.environment)
    _ = try terminal.nextCue()
    terminal.type(":aller 27")
    _ = try terminal.nextCue()
    for (length, isKept) in [(4_094, true), (4_095, false), (6_000, false), (300, true)] {
      terminal.type(String(repeating: "a", count: length))
      let said = try #require(try terminal.nextCue())
      #expect(said.contains("trop longue pour le terminal") != isKept, "\(length)")
    }
    terminal.type(".")
    #expect(try terminal.nextCue()?.contains("4\u{202F}395 caractères sur 8\u{202F}000") == true)
    terminal.cut()
  }

  @Test func `lists the drafts, and closes one`() throws {
    let base = try Self.shortForms()
    let none = try base.expect(0, "dossier", "saisir", "--reprendre")
    #expect(none.messages.contains("Aucun brouillon ouvert"))
    let started = try Program.shell(
      "printf 'com\\nCommune\\n' | \"$AAP\" dossier saisir", environment: base.environment)
    #expect(started.code == 0 && started.output.isEmpty)
    #expect(started.messages.contains("aap dossier saisir --reprendre 1"))
    let listed = try base.expect(0, "dossier", "saisir", "--reprendre", "--format", "json").json()
    let draft = try #require((listed as? [[String: Any]])?.first)
    #expect(draft["brouillon"] as? Int == 1 && draft["reponses"] as? Int == 1)
    #expect(draft["type_porteur"] as? String == "commune")
    try base.expect(0, "dossier", "saisir", "--abandonner", "1")
    try base.expect(1, "dossier", "saisir", "--reprendre", "1")
    try base.expect(1, "dossier", "saisir", "--reprendre", "9")
    try base.expect(0, "verifier")
  }

  @Test func `begins nothing without an answer, and leaves quietly when nobody listens`() throws {
    let base = try Self.shortForms()
    let nothing = try base.expect(0, "dossier", "saisir")
    #expect(nothing.messages.hasSuffix("Rien n’a été commencé.\n"))
    let alone = try Program.shell(
      "\"$AAP\" dossier saisir --type ccas 2>&- </dev/null", environment: base.environment)
    #expect(alone.code == 141 && alone.output.isEmpty)
  }

  @Test(arguments: [
    ["3"], ["--reprendre", "x"], ["--reprendre", "--type", "ccas"],
    ["--reprendre", "--abandonner", "1"],
  ])
  func `refuses a command line that means nothing`(arguments: [String]) throws {
    let outcome = try Program.run(Self.command + arguments)
    #expect(outcome.code == 64)
    #expect(outcome.output.isEmpty)
  }
}

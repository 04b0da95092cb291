import Foundation
import TestKit
import Testing

@Suite struct `A session held at the terminal` {
  private func ready() throws -> TrainingBase {
    let base = try TrainingBase()
    try base.expect(0, "dossier", "deposer", TrainingBase.sound)
    try base.expect(0, "appel", "cloturer")
    try base.expect(0, "instruire", "recevabilite", "--tous")
    try base.expect(0, "classer")
    try base.expect(0, "comite", "ouvrir")
    return base
  }

  private func say(_ line: String, to terminal: PseudoTerminal) throws -> String {
    terminal.type(line)
    return try #require(try terminal.nextCue(), "after: \(line)")
  }

  @Test func `goes from the first arrival to the seal`() throws {
    let base = try ready()
    let terminal = try PseudoTerminal(["comite", "tenir"], environment: base.environment)
    let board = try #require(try terminal.nextCue())
    #expect(board.contains("SÉANCE OUVERTE") && board.contains("À SUIVRE"))
    for line in board.split(separator: "\n") { #expect(line.count <= 100, "\(line)") }
    #expect(try say("presence --tous", to: terminal).contains("Noté"))
    #expect(try say("appeler 2026-0001", to: terminal).contains("dossier 2026-0001 appelé"))
    #expect(
      try say("observer \"Un bilan en juin\"", to: terminal).contains(
        "observation : Un bilan en juin"
          .replacing(" :", with: "\u{00A0}:")))
    #expect(try say("voter --proposition P1 --unanimite", to: terminal).contains("REFUS"))
    #expect(try say("proposer", to: terminal).contains("Proposition P1"))
    #expect(try say("danser", to: terminal).contains("danser"))
    #expect(try say("voter --proposition P1 --unanimite", to: terminal).contains("adoptée"))
    #expect(try say("clore", to: terminal).contains("Séance close."))
    terminal.type("quitter")
    #expect(try terminal.nextCue() == nil)
    #expect(try terminal.finish() == 0)
    try base.expect(0, "comite", "rejouer")
    try base.expect(0, "verifier")
  }

  @Test func `keeps what it acknowledged when it is cut`() throws {
    let base = try ready()
    let first = try PseudoTerminal(["comite", "tenir"], environment: base.environment)
    _ = try first.nextCue()
    _ = try say("presence --tous", to: first)
    _ = try say("observer \"Avant la coupure\"", to: first)
    first.cut()
    let events = try base.expect(0, "comite", "pv").output
    #expect(events.contains("Avant la coupure"))
    let again = try PseudoTerminal(["comite", "tenir"], environment: base.environment)
    #expect(try #require(try again.nextCue()).contains("Présents"))
    #expect(try say("observer \"guillemet ouvert", to: again).contains("guillemet"))
    again.type("quitter")
    #expect(try again.finish() == 0)
    try base.expect(0, "verifier")
  }
}

@Suite struct `A file of acts` {
  private func ready() throws -> TrainingBase {
    let base = try TrainingBase()
    try base.expect(0, "dossier", "deposer", TrainingBase.sound)
    try base.expect(0, "appel", "cloturer")
    try base.expect(0, "instruire", "recevabilite", "--tous")
    try base.expect(0, "classer")
    try base.expect(0, "comite", "ouvrir")
    return base
  }

  @Test func `is shown, applied once, then recognised`() throws {
    let base = try ready()
    let file = try base.folder.write(
      """
      # le début de la séance

      {"type":"presence","membre":"CD62","personne":"Mme Roy","suppleant":true}
      {"type":"observation","membre":"CD62","texte":"Bonjour"}

      """, to: "actes.jsonl")
    let shown = try base.expect(0, "comite", "jouer", file)
    #expect(shown.output.contains("Mme Roy, suppléant"))
    #expect(shown.messages.contains("--appliquer"))
    #expect(try base.expect(0, "comite", "rejouer").messages.hasPrefix("1 événements"))
    try base.expect(0, "comite", "jouer", file, "--appliquer")
    #expect(
      try base.expect(0, "comite", "jouer", file, "--appliquer").messages.contains("déjà inscrit"))
    #expect(try base.expect(0, "comite", "rejouer").messages.hasPrefix("4 événements"))
    try base.expect(0, "verifier")
  }

  @Test func `is refused whole, at the line at fault`() throws {
    let base = try ready()
    let file = try base.folder.write(
      """
      {"type":"presence","membre":"CD62","personne":"Mme Roy"}
      {"type":"presence","membre":"PRESSE","personne":"M. X"}
      """, to: "actes.jsonl")
    let refused = try base.expect(1, "comite", "jouer", file, "--appliquer")
    #expect(refused.messages.contains("ligne 2"))
    #expect(try base.expect(0, "comite", "rejouer").messages.hasPrefix("1 événements"))
    try base.expect(66, "comite", "jouer", "/nulle/part.jsonl")
  }
}

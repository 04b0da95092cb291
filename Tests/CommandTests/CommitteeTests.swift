import Foundation
import TestKit
import Testing

@Suite struct `The committee by the command line` {
  /// A base whose call is closed, with one dossier judged and ranked.
  private func ready() throws -> TrainingBase {
    let base = try TrainingBase()
    try base.expect(0, "dossier", "deposer", TrainingBase.sound)
    try base.expect(0, "appel", "cloturer")
    try base.expect(0, "instruire", "recevabilite", "--tous")
    try base.expect(0, "classer")
    return base
  }

  @Test func `opens once, however many ask at once`() throws {
    let base = try ready()
    let running = try (1...4).map { _ in
      try Program.start(
        ["comite", "ouvrir"], environment: base.environment, in: base.folder.path)
    }
    let outcomes = running.map { $0.finish() }
    #expect(outcomes.map(\.code).sorted() == [0, 1, 1, 1])
    for outcome in outcomes where outcome.code == 1 {
      #expect(outcome.messages.contains("Une séance est déjà ouverte."), "\(outcome.messages)")
    }
    try base.expect(0, "verifier")
  }

  @Test func `sees members arrive and leave`() throws {
    let base = try ready()
    try base.expect(0, "comite", "ouvrir")
    try base.expect(1, "comite", "presence", "--depart", "--tous")
    let nameless = try base.expect(1, "comite", "presence", "CD62=")
    #expect(nameless.messages.contains("n’a pas de nom"))
    let broken = try base.expect(1, "comite", "presence", "CD62=Mme\nMartin")
    #expect(broken.messages.contains("saut de ligne"))
    try base.expect(0, "comite", "presence", "--tous")
    try base.expect(0, "comite", "presence", "--depart", "--tous", "--simuler")
    try base.expect(0, "comite", "presence", "--depart", "--tous")
    let board = try base.expect(0, "comite", "tableau")
    #expect(board.output.contains("0 sur"))
    try base.expect(64, "comite", "presence", "--depart")
    try base.expect(0, "verifier")
  }

  @Test func `names who has not voted`() throws {
    let base = try ready()
    try base.expect(0, "comite", "ouvrir")
    try base.expect(0, "comite", "presence", "--tous")
    try base.expect(0, "comite", "proposer")
    let vote = try base.expect(1, "comite", "voter", "--proposition", "P1", "CD62=pour")
    #expect(vote.messages.contains("il manque le bulletin de "), "\(vote.messages)")
    try base.expect(0, "comite", "voter", "--proposition", "P1", "--unanimite")
    try base.expect(1, "comite", "proposer")
    try base.expect(0, "comite", "clore")
    try base.expect(1, "comite", "ouvrir")
    try base.expect(0, "verifier")
  }
}

import Testing

@testable import Desk

@Suite struct `A line typed` {
  @Test(
    arguments: [
      (":r", .back), (":Retour", .back), (": retour", .back), (":p", .skip), (":al", .go),
      (":m", .missing), (":ef", .erase), (":vo", .show), (":ver", .verify), (":vérifier", .verify),
      (":déposer", .deposit), (":d", .deposit), (":q", .leave), (":", .help), (":ai", .help),
      ("  :q  ", .leave),
    ] as [(String, DialogueCommand)])
  func `is a command by any beginning of its own, accents or not`(
    line: String, command: DialogueCommand
  ) {
    #expect(DialogueCommand.read(line) == .command(command, argument: ""))
  }

  @Test func `gives its argument to the command`() {
    #expect(
      DialogueCommand.read(":fichier  mon texte.txt ")
        == .command(.file, argument: "mon texte.txt"))
    #expect(DialogueCommand.read(":aller 12") == .command(.go, argument: "12"))
    #expect(DialogueCommand.read("?") == .command(.help, argument: "?"))
  }

  @Test func `is told which commands it may mean`() {
    #expect(DialogueCommand.read(":v") == .ambiguous([.show, .verify]))
    #expect(DialogueCommand.read(":e") == .ambiguous([.erase, .export]))
    #expect(DialogueCommand.read(":quiter") == .unknown("quiter", nearest: .leave))
    #expect(DialogueCommand.read(":xyz") == .unknown("xyz", nearest: nil))
  }

  @Test(arguments: [
    ("::retour", ":retour"), ("::", ":"), (":::x", "::x"), ("a : b", "a : b"), ("", ""),
    ("  texte", "  texte"), ("??", "??"),
  ])
  func `is an answer otherwise, the doubled colon made single`(line: String, answer: String) {
    #expect(DialogueCommand.read(line) == .answer(answer))
  }
}

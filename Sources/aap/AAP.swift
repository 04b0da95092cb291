import ArgumentParser

/// The root of the command line.
struct AAP: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "aap",
    abstract: "Conduit l’appel à projets annuel d’un contrat de ville.",
    discussion: """
      Première visite : « aap demo » joue une saison entière dans un dossier à part.
      Documentation : README.md et le dossier docs/.
      """,
    version: Version.text,
    subcommands: [
      Demo.self, Init.self, Reference.self, CallCommands.self, FormCommands.self,
      Identifier.self, DossierCommands.self, Review.self, Match.self, Rank.self, Simulate.self,
      CommitteeCommands.self, DecisionCommands.self, ProgrammeCommands.self, ActorCommands.self,
      JournalCommands.self,
      Verify.self, Bench.self, PieceCommands.self,
    ])
}

/// The version printed by `aap --version`.
enum Version {
  static let text = "0.1.0"
}

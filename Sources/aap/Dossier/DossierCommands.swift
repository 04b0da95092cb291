import ArgumentParser

extension AAP {
  /// Everything about dossiers.
  struct DossierCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "dossier", abstract: "Vérifie, dépose, liste et montre les dossiers.",
      subcommands: [
        Fill.self, Check.self, Deposit.self, Import.self, List.self, Show.self, ReceiptAgain.self,
      ])
  }
}

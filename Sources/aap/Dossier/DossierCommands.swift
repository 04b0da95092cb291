import ArgumentParser

extension AAP {
  /// Everything about dossiers.
  struct DossierCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "dossier", abstract: "Vérifie, dépose, liste et montre les dossiers.",
      subcommands: [
        Fill.self, Check.self, Convert.self, Deposit.self, Import.self, Complete.self,
        Withdraw.self,
        List.self, Show.self, ReceiptAgain.self, CheckReceipt.self, Renew.self,
      ])
  }
}

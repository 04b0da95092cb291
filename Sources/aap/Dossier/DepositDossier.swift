import ArgumentParser
import Desk
import Dossiers
import Vocabulary

extension AAP.DossierCommands {
  /// Deposits a file.
  struct Deposit: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "deposer",
      abstract: "Dépose un dossier et imprime son récépissé.",
      discussion: """
        Le récépissé n’est imprimé qu’une fois le dossier écrit sur le disque. Déposer deux fois le \
        même fichier rend le même récépissé.
        """)
    @Argument(help: "Fichier du dossier (YAML, JSON, XML ou ODS).")
    var fichier: String
    @OptionGroup var base: BaseOptions
    @OptionGroup var call: CallOptions
    @OptionGroup var output: FormatOptions
    @OptionGroup var simulation: SimulationOptions

    func run() throws {
      let desk = try base.desk()
      let context = try call.context(desk)
      let (receipt, findings) = try desk.deposit(
        try InputFile.read(fichier), in: context, isSimulated: simulation.simuler)
      if output.format != .json, !findings.isEmpty {
        Output.message(FindingText.forPeople(findings))
      }
      guard let receipt else {
        Output.message("\(simulation.mention)« \(fichier) » serait déposé.")
        return
      }
      let done =
        "Le dossier EST déposé sous le numéro \(receipt.number.text) ; son récépissé : "
        + "aap dossier recu \(receipt.number.text)."
      switch output.format {
      case .table: try Output.result(done: done) { try desk.text(of: receipt, in: context) }
      case .json, .csv: output.show(Listing(receipts: [receipt]), done: done)
      }
      if receipt.isRepeated {
        Output.message("Ce fichier avait déjà été déposé : voici le récépissé d’alors.")
        if let standing = try desk.standing(of: receipt) { Output.message(standing) }
      } else {
        for line in try desk.applicantFile(of: receipt.number, in: context).french {
          Output.message(line)
        }
      }
    }
  }

  /// Prints a receipt again.
  struct ReceiptAgain: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "recu", abstract: "Imprime de nouveau le récépissé d’un dossier.")
    @Argument(help: "Numéro du dossier, par exemple 2016-0001.")
    var numero: String
    @Option(
      name: .customLong("version-recue"),
      help: ArgumentHelp(
        "Version reçue, 1 pour le dépôt ; par défaut, la dernière.", valueName: "nombre"))
    var version: Int?
    @OptionGroup var base: BaseOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
      let desk = try base.desk()
      let number = try NumberArgument.read(numero)
      let receipt = try desk.receipt(of: number, version: version)
      switch output.format {
      case .table: Output.result(try desk.text(of: receipt, in: try desk.callContext(number.call)))
      case .json, .csv: output.show(Listing(receipts: [receipt]))
      }
    }
  }
}

import ArgumentParser
import Desk
import Dossiers
import Vocabulary

extension AAP.DossierCommands {
  /// Receives a new version of a dossier.
  struct Complete: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "completer",
      abstract: "Remplace un dossier par une version corrigée ou complétée.",
      discussion: """
        Tant que l’appel est ouvert, le porteur corrige son dossier ; ensuite, il répond à ce qui lui est \
        demandé (aap instruire demander). Chaque version reçue est gardée, avec son récépissé ; ce qui \
        change est montré. Joignez d’abord les pièces demandées (aap piece joindre). Sans fichier : le \
        formulaire ne change pas.
        """)
    @Argument(help: "Numéro du dossier, par exemple 2016-0001.")
    var numero: String
    @Argument(help: "Fichier du dossier entier, corrigé (YAML, JSON, XML ou ODS).")
    var fichier: String?
    @OptionGroup var base: BaseOptions
    @OptionGroup var output: FormatOptions
    @OptionGroup var simulation: SimulationOptions

    func run() throws {
      let desk = try base.desk()
      let number = try NumberArgument.read(numero)
      let outcome =
        try fichier.map {
          try desk.complete(
            number, with: try InputFile.read($0), isSimulated: simulation.simuler)
        } ?? desk.completeUnchanged(number, isSimulated: simulation.simuler)
      if output.format != .json, !outcome.findings.isEmpty {
        Output.message(FindingText.forPeople(outcome.findings))
      }
      if output.format == .table, !outcome.changes.isEmpty {
        Output.message(DifferenceText.forPeople(outcome.changes))
      }
      guard let receipt = outcome.receipt else {
        guard outcome.event != nil else {
          return Output.message("\(simulation.mention)Le formulaire ne change pas.")
        }
        let what = fichier.map { "« \($0) » serait reçu" } ?? "Le dossier serait complété"
        return Output.message("\(simulation.mention)\(what).")
      }
      let done = "Le dossier \(number.text) EST reçu (version \(receipt.version))."
      switch output.format {
      case .table:
        try Output.result(done: done) {
          try desk.text(of: receipt, in: try desk.callContext(number.call))
        }
      case .json, .csv: output.show(Listing(receipts: [receipt]), done: done)
      }
      if receipt.isRepeated {
        Output.message("Le formulaire ne change pas : voici le récépissé de la version en vigueur.")
      }
    }
  }

  /// Withdraws a dossier.
  struct Withdraw: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "retirer", abstract: "Retire un dossier, pour de bon.",
      discussion: "Possible jusqu’à l’ouverture de la séance. Le dossier reste dans la base.")
    @Argument(help: "Numéro du dossier, par exemple 2016-0001.")
    var numero: String
    @Option(help: ArgumentHelp("Pourquoi ; inscrit au journal.", valueName: "texte"))
    var motif: String
    @OptionGroup var base: BaseOptions
    @OptionGroup var simulation: SimulationOptions

    func run() throws {
      let number = try NumberArgument.read(numero)
      try base.desk().withdraw(number, motive: motif, isSimulated: simulation.simuler)
      Output.message(
        simulation.simuler
          ? "\(simulation.mention)Le dossier \(number.text) serait retiré."
          : "Le dossier \(number.text) est retiré.")
    }
  }
}

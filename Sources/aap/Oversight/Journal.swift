import ArgumentParser
import Desk
import Store
import Vocabulary

extension AAP {
  /// The journal of every act.
  struct JournalCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "journal", abstract: "Lit le journal des actes et vérifie sa chaîne.",
      subcommands: [List.self, Check.self])
  }
}

extension AAP.JournalCommands {
  /// Lists acts.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "lister", abstract: "Liste les actes, du plus ancien au plus récent.")
    @Option(help: ArgumentHelp("Seulement après cette ligne.", valueName: "numéro"))
    var apres = 0
    @Option(help: ArgumentHelp("Nombre de lignes au plus.", valueName: "nombre"))
    var limite = 1000
    @OptionGroup var base: BaseOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
      var listing = Listing([
        .init("ligne", "Ligne"), .init("le", "Le"), .init("acteur", "Acteur"),
        .init("acte", "Acte"), .init("objet", "Objet"), .init("detail", "Détail"),
        .init("empreinte", "Empreinte"),
      ])
      for line in try base.desk().seenJournal(after: apres, limit: limite) {
        listing.append([
          .number(line.sequence), .text(line.act.at.rfc3339), .text(line.act.actor),
          .text(line.act.act), .text(line.act.subject), .text(line.act.detail),
          .text(output.format == .table ? String(line.hash.prefix(12)) : line.hash),
        ])
      }
      output.show(listing)
    }
  }

  /// Recomputes the chain.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "verifier",
      abstract: "Recalcule la chaîne du journal, de la première ligne à la dernière.")
    @OptionGroup var base: BaseOptions

    func run() throws {
      switch try base.desk().verifyJournal() {
      case .intact(let lines, let hash):
        Output.message("Journal intact : \(lines) lignes, dernière empreinte \(hash).")
      case .broken(let sequence):
        Output.message(
          "Journal rompu à la ligne \(sequence) : une ligne a été changée, ajoutée ou retirée "
            + "hors du programme. Revenez à une sauvegarde.")
        throw ExitCode(1)
      }
    }
  }
}

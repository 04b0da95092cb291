import ArgumentParser
import Contract
import Desk
import Dossiers
import Store
import Vocabulary

extension AAP {
  /// Opens, shows and closes calls.
  struct CallCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "appel", abstract: "Ouvre, montre ou clôture un appel à projets.",
      subcommands: [Open.self, State.self, Close.self, AdoptGrid.self])
  }
}

extension AAP.CallCommands {
  /// Copies a call into the base.
  struct Open: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "ouvrir",
      abstract: "Copie un appel dans la base : calendrier, formulaires, grille, enveloppes.")
    @Option(help: ArgumentHelp("Fichier appel.yaml.", valueName: "fichier"))
    var config: String
    @OptionGroup var base: BaseOptions
    @OptionGroup var simulation: SimulationOptions

    func run() throws {
      let (call, findings) = try base.desk().openCall(
        config: config, isSimulated: simulation.simuler)
      if !findings.isEmpty { Output.message(FindingText.forPeople(findings)) }
      let total = call.purses.map(\.amount).total()
      Output.message(
        """
        \(simulation.mention)Appel \(call.id) ouvert : \(call.title).
        Dépôt \(call.calendar.opening.french) – \(call.calendar.closing.french) ; \
        \(call.purses.count) enveloppes, \(total.french) ; grille \(call.grid.version).
        """)
    }
  }

  /// Shows the calls of the base.
  struct State: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "etat", abstract: "Montre où en est l’appel, dossier par étape.")
    @OptionGroup var base: BaseOptions
    @OptionGroup var call: CallOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
      let desk = try base.desk()
      let context = try call.context(desk)
      let counts = try desk.stageCounts(context)
      var listing = Listing([
        .init("appel", "Appel"), .init("etape", "Étape"), .init("dossiers", "Dossiers"),
      ])
      for stage in Stage.allCases {
        listing.append([
          .text(context.call.id), .word(stage.rawValue, french: stage.french),
          .number(counts[stage] ?? 0),
        ])
      }
      output.show(listing)
      let closing = context.record.closedAt.map { "clôturé le \($0.french)" }
      Output.message(
        "\(context.call.title) — \(closing ?? "dépôt jusqu’au \(context.call.calendar.closing.french)")."
      )
    }
  }

  /// Closes a call.
  struct Close: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "cloturer", abstract: "Clôture l’appel : plus aucun dépôt.")
    @OptionGroup var base: BaseOptions
    @OptionGroup var call: CallOptions
    @OptionGroup var simulation: SimulationOptions

    func run() throws {
      let context = try base.desk().closeCall(call.appel, isSimulated: simulation.simuler)
      Output.message("\(simulation.mention)Appel \(context.call.id) clôturé.")
    }
  }
}

import ArgumentParser
import Desk
import Scoring
import Vocabulary

extension AAP {
  /// Ranks the admissible dossiers.
  struct Rank: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "classer",
      abstract: "Note les dossiers recevables selon la grille et les classe.",
      discussion: """
        Le classement est recalculé tant qu’aucune séance n’est ouverte ; ensuite il est figé et \
        seulement montré. Égalités : \(Ranking.rule)
        """,
      subcommands: [Compute.self, Explain.self], defaultSubcommand: Compute.self)
  }
}

extension AAP.Rank {
  /// Computes and shows the ranking.
  struct Compute: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "calculer", abstract: "Calcule le classement et le montre.")
    @Option(help: ArgumentHelp("Seulement cet axe.", valueName: "code"))
    var axe: String?
    @OptionGroup var base: BaseOptions
    @OptionGroup var call: CallOptions
    @OptionGroup var output: FormatOptions
    @OptionGroup var simulation: SimulationOptions

    func run() throws {
      let desk = try base.desk()
      let context = try call.context(desk)
      if try desk.isRankingFrozen(in: context) {
        Output.message("Classement figé depuis l’ouverture de la séance :")
      } else {
        var progress = Progress("dossiers notés")
        let count = try desk.rank(in: context, isSimulated: simulation.simuler) {
          progress.advance()
        }
        Output.message("\(simulation.mention)\(count) dossiers classés.")
        if simulation.simuler { return }
      }
      try show(desk, context)
    }

    private func show(_ desk: Desk, _ context: CallContext) throws {
      switch output.format {
      case .json: try desk.writeRankingJSON(in: context, axis: axe) { Output.result($0) }
      case .table, .csv: output.show(try desk.rankingListing(in: context, axis: axe))
      }
    }
  }

  /// Explains one dossier's points.
  struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "expliquer", abstract: "Montre chaque point d’un dossier et sa preuve.")
    @Argument(help: "Numéro du dossier, par exemple 2016-0001.")
    var numero: String
    @OptionGroup var base: BaseOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
      let desk = try base.desk()
      let ranked = try desk.explainRank(of: try NumberArgument.read(numero))
      output.show(Listing(card: ranked.card))
      Output.message(
        "\(numero) — rang \(ranked.rank), \(ranked.card.total.french) points sur 100 ; "
          + "grille \(ranked.card.grid).")
    }
  }
}

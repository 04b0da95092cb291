import ArgumentParser
import Desk
import Scoring
import Store
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
      subcommands: [
        Compute.self, Explain.self, Study.self, Compare.self, Recompute.self,
      ], defaultSubcommand: Compute.self)
  }
}

/// Which dossiers of a ranking to show.
struct RankingCutOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Seulement cet axe.", valueName: "code"))
  var axe: String?
  @Option(help: ArgumentHelp("Seulement cet objectif.", valueName: "code"))
  var objectif: String?
  @Option(help: ArgumentHelp("Seulement ce quartier.", valueName: "code"))
  var quartier: String?
  @Option(
    help: ArgumentHelp("Seulement les projets qui sollicitent ce financeur.", valueName: "id"))
  var financeur: String?

  func cut(_ desk: Desk) throws -> RankingCut {
    try desk.rankingCut(axis: axe, objective: objectif, district: quartier, funder: financeur)
  }
}

extension AAP.Rank {
  /// Computes and shows the ranking.
  struct Compute: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "calculer", abstract: "Calcule le classement et le montre.")
    @OptionGroup var cut: RankingCutOptions
    @OptionGroup var base: BaseOptions
    @OptionGroup var call: CallOptions
    @OptionGroup var output: FormatOptions
    @OptionGroup var simulation: SimulationOptions

    func run() throws {
      let desk = try base.desk()
      let context = try call.context(desk)
      let cut = try cut.cut(desk)
      if try desk.isRankingFrozen(in: context) {
        Output.message("Classement figé depuis l’ouverture de la séance :")
      } else if try desk.onlyReadsRanking(in: context) {
        Output.message("Classement en vigueur :")
      } else {
        try compute(desk, context)
        if simulation.simuler { return }
      }
      switch output.format {
      case .json: try desk.writeRankingJSON(in: context, cut: cut) { Output.result($0) }
      case .table, .csv: output.show(try desk.rankingListing(in: context, cut: cut))
      }
    }

    private func compute(_ desk: Desk, _ context: CallContext) throws {
      var progress = Progress("dossiers notés")
      let outcome = try desk.rank(in: context, isSimulated: simulation.simuler) {
        progress.advance()
      }
      let how =
        outcome.isUnchanged
        ? " ; rien n’a changé depuis le dernier classement"
        : outcome.isReordered ? " ; seuls des poids ont changé depuis le dernier classement" : ""
      Output.message("\(simulation.mention)\(outcome.dossiers) dossiers classés\(how).")
      if outcome.unmarked > 0 {
        Output.message(
          "Attention : \(outcome.unmarked) dossier(s) sans note humaine, à zéro sur ces critères "
            + "(aap instruire lister --sans-note).")
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

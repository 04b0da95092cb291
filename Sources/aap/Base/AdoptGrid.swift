import ArgumentParser
import Contract
import Desk
import Vocabulary

extension AAP.CallCommands {
  /// Gives a call another version of its grid.
  struct AdoptGrid: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "grille",
      abstract: "Donne à l’appel une autre version de sa grille, tant que rien n’est figé.",
      discussion: """
        L’ancienne version reste dans la base. Pour voir d’abord qui changerait de rang : aap classer \
        comparer --grille FICHIER. Ensuite : aap classer.
        """)
    @Option(help: ArgumentHelp("Fichier de la grille.", valueName: "fichier"))
    var config: String
    @Option(help: ArgumentHelp("Pourquoi elle change.", valueName: "texte"))
    var motif: String
    @OptionGroup var base: BaseOptions
    @OptionGroup var call: CallOptions
    @OptionGroup var simulation: SimulationOptions

    func run() throws {
      let desk = try base.desk()
      let (grid, findings) = try desk.adoptGrid(
        config, motive: motif, in: try call.context(desk), isSimulated: simulation.simuler)
      if !findings.isEmpty { Output.message(FindingText.forPeople(findings)) }
      Output.message(
        "\(simulation.mention)Grille \(grid.version) : \(grid.criteria.count) critères, dont "
          + "\(grid.humanCriteria.count) notés par des personnes.")
    }
  }
}

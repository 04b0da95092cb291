import ArgumentParser
import Contract
import Desk
import Scoring
import Vocabulary

extension AAP.Rank {
  /// Compares the ranking in force with what another grid would give.
  struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "comparer",
      abstract: "Montre qui change de rang, et de combien, avec une autre version de la grille.",
      discussion: "Rien n’est changé. Pour adopter une grille : aap appel grille.")
    @Option(help: ArgumentHelp("Fichier de l’autre grille.", valueName: "fichier"))
    var grille: String
    @Flag(help: "Montre aussi ceux qui gardent leur rang.")
    var tous = false
    @OptionGroup var base: BaseOptions
    @OptionGroup var call: CallOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
      let desk = try base.desk()
      var progress = Progress("dossiers notés")
      let (comparison, findings) = try desk.compareGrids(
        with: grille, in: try call.context(desk)
      ) { progress.advance() }
      if !findings.isEmpty { Output.message(FindingText.forPeople(findings)) }
      let difference = comparison.difference
      output.show(Listing(difference: difference, onlyMoves: !tous))
      Output.message(
        "De la grille \(comparison.before.version) à \(comparison.after.version) : "
          + "\(difference.moved) dossier(s) sur \(difference.moves.count) changent de rang, "
          + "de \(difference.largest) rang(s) au plus.")
    }
  }
}

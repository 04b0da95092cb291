import ArgumentParser
import Desk
import Scoring
import Vocabulary

extension AAP.Rank {
  /// Shows the projects that change side of the line when something moves a little.
  struct Study: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "sensibilite",
      abstract: "Montre les projets qui changent de côté de la ligne si peu de chose change.",
      discussion: """
        La ligne passe, par défaut, là où les besoins dépassent ce que contiennent toutes les enveloppes. \
        Elle aide à voir ce qui est incertain ; elle ne décide rien. Ce qui bouge, une chose à la fois : \
        le poids d’un critère, les notes d’un examinateur laissées de côté, une note d’un point.
        """)
    @Option(help: ArgumentHelp("De combien de points chaque poids bouge.", valueName: "points"))
    var poids = 2
    @Option(help: ArgumentHelp("Place la ligne après ce nombre de projets.", valueName: "n"))
    var retenus: Int?
    @OptionGroup var base: BaseOptions
    @OptionGroup var call: CallOptions
    @OptionGroup var output: FormatOptions

    func validate() throws {
      guard (0...100).contains(poids) else {
        throw ValidationError("--poids va de 0 à 100.")
      }
      guard (retenus ?? 0) >= 0 else { throw ValidationError("--retenus n’est pas négatif.") }
    }

    func run() throws {
      let desk = try base.desk()
      let study = try desk.studySensitivity(
        in: try call.context(desk), weightChange: poids, line: retenus.map(CutLine.count))
      output.show(Listing(study: study))
      Output.message(
        "\(study.lines.count) projet(s) sur \(study.ranked) changent de côté de la ligne, qui passe "
          + "après le rang \(study.retained).")
    }
  }
}

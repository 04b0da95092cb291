import ArgumentParser
import Desk
import Dossiers

extension AAP.Review {
  /// Records the objective that an instructor reads in a dossier.
  struct Objective: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "objectif",
      abstract: "Enregistre l’objectif qu’un instructeur lit dans un dossier.",
      discussion: """
        Ce que le porteur a écrit ne change pas. La lecture sert à apprendre : aap correspondance \
        apprendre.
        """)
    @Argument(help: "Numéro du dossier, par exemple 2016-0001.")
    var numero: String
    @Argument(help: "Code de l’objectif, par exemple 1.1.3.")
    var code: String
    @OptionGroup var base: BaseOptions
    @OptionGroup var simulation: SimulationOptions

    func run() throws {
      let number = try NumberArgument.read(numero)
      try base.desk().confirmObjective(code, of: number, isSimulated: simulation.simuler)
      Output.message("\(simulation.mention)Objectif \(code) lu dans le dossier \(number.text).")
    }
  }
}

import ArgumentParser
import Desk
import Dossiers
import Store
import Vocabulary

extension AAP.Review {
  /// Asks an applicant to complete its dossier.
  struct Ask: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "demander", abstract: "Demande au porteur de compléter son dossier.",
      discussion: """
        Le dossier devient incomplet jusqu’à la réponse du porteur (aap dossier completer). Passé le \
        jour donné, « aap instruire recevabilite » le déclare irrecevable.
        """)
    @Argument(help: "Numéro du dossier, par exemple 2016-0001.")
    var numero: String
    @Option(help: ArgumentHelp("Ce qui manque, tel que le porteur le lira.", valueName: "texte"))
    var motif: String
    @Option(
      name: .customLong("avant"),
      help: ArgumentHelp("Dernier jour pour répondre.", valueName: "AAAA-MM-JJ"))
    var avant: String
    @Option(
      name: .customLong("piece"),
      help: ArgumentHelp("Pièce demandée ; à répéter pour plusieurs.", valueName: "type"))
    var pieces: [String] = []
    @OptionGroup var base: BaseOptions
    @OptionGroup var simulation: SimulationOptions

    func validate() throws {
      for piece in pieces { _ = try PieceKindArgument.read(piece) }
    }

    func run() throws {
      let number = try NumberArgument.read(numero)
      guard let day = Day(iso: avant) else {
        throw ValidationError("« \(avant) » n’est pas un jour du calendrier écrit AAAA-MM-JJ.")
      }
      try base.desk().askCompletion(
        of: number, CompletionRequest(motive: motif, pieces: pieces, dueOn: day),
        isSimulated: simulation.simuler)
      Output.message(
        "\(simulation.mention)Le dossier \(number.text) est incomplet ; réponse attendue jusqu’au "
          + "\(day.french).")
    }
  }

  /// Says that the review of dossiers is over.
  struct Finish: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "terminer",
      abstract: "Termine l’instruction d’un dossier recevable, ou de tous.",
      discussion: "L’instructeur n’a plus rien à ajouter avant la séance.")
    @OptionGroup var choice: DossierChoice
    @OptionGroup var base: BaseOptions
    @OptionGroup var simulation: SimulationOptions

    func run() throws {
      let desk = try base.desk()
      let (number, context) = try choice.read(desk)
      let numbers = try desk.finishReview(of: number, in: context, isSimulated: simulation.simuler)
      Output.message(
        "\(simulation.mention)"
          + FrenchNumber.count(numbers.count, "dossier instruit.", "dossiers instruits."))
    }
  }
}

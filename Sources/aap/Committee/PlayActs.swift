import ArgumentParser
import Committee
import Desk
import Vocabulary

extension AAP.CommitteeCommands {
  /// Applies a file of acts.
  struct PlayActs: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "jouer",
      abstract:
        "Montre un fichier d’actes de séance ; avec --appliquer, l’inscrit en entier ou pas du tout.",
      discussion: """
        Un acte par ligne, en JSON (docs/formats/actes.md). Le même fichier appliqué de nouveau n’a aucun \
        effet.
        """)
    @Argument(help: "Fichier d’actes.") var fichier: String
    @Flag(help: "Inscrit les actes.") var appliquer = false
    @OptionGroup var base: BaseOptions
    @OptionGroup var call: CallOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
      let desk = try base.desk()
      let file = try InputFile.read(fichier)
      let played = try desk.play(
        file, in: try call.context(desk), isSimulated: !appliquer)
      guard !played.isAlreadyApplied else {
        return Output.message("Ce fichier est déjà inscrit au registre : rien n’a changé.")
      }
      output.show(Listing(events: played.events))
      let count = FrenchNumber.count(played.events.count, "événement", "événements")
      Output.message(
        appliquer
          ? "\(count) inscrits au registre."
          : "\(count) à inscrire ; rien ne l’est encore : ajoutez --appliquer.")
    }
  }
}

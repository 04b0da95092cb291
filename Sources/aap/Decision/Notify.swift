import ArgumentParser
import Desk
import Dossiers
import Vocabulary

extension AAP.DecisionCommands {
  /// Writes the letters.
  struct Notify: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "notifier",
      abstract: "Écrit les lettres qui notifient les décisions d’une séance close.",
      discussion: """
        Une lettre par dossier et par financeur qui donne, une par dossier qui ne reçoit rien. Les lettres \
        s’inscrivent au registre ; les réécrire donne les mêmes octets et n’y ajoute rien.
        """)
    @Argument(help: "Numéro du dossier, par exemple 2016-0001.")
    var numero: String?
    @Flag(help: "Toutes les lettres de la séance.")
    var tous = false
    @Option(
      name: [.customShort("o"), .long],
      help: ArgumentHelp("Dossier où écrire.", valueName: "dossier"))
    var sortie = "lettres"
    @Option(
      help: ArgumentHelp("Écrit aussi ce fichier CSV, une ligne par lettre.", valueName: "fichier"))
    var publipostage: String?
    @OptionGroup var paper: PaperOptions
    @OptionGroup var base: BaseOptions
    @OptionGroup var call: CallOptions

    func validate() throws {
      guard (numero == nil) == tous else {
        throw ValidationError("Donnez le numéro d’un dossier, ou --tous.")
      }
    }

    func run() throws {
      let request = try paper.request(numero, folder: sortie)
      let desk = try base.desk()
      let context = try request.number.map { try desk.callContext($0.call) } ?? call.context(desk)
      let outcome = try desk.notify(request, mergeFile: publipostage, in: context)
      let letters = FrenchNumber.count(outcome.files.count, "lettre", "lettres")
      let same =
        outcome.unchanged == 0
        ? ""
        : ", dont \(FrenchNumber.count(outcome.unchanged, "fichier inchangé", "fichiers inchangés"))"
      Output.message(
        "\(paper.simulation.mention)« \(sortie) » : \(letters)\(same) ; "
          + "\(FrenchNumber.count(outcome.recorded, "nouvelle", "nouvelles")) au registre.")
    }
  }
}

import ArgumentParser
import Desk
import Vocabulary

extension AAP.DossierCommands {
  /// Fills a form in the terminal, question by question.
  struct Fill: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "saisir",
      abstract: "Remplit un dossier question par question ; chaque réponse est gardée aussitôt.",
      discussion: """
        « ? » explique la question, « :aide » donne les commandes. Fermer la fenêtre ou couper le \
        courant ne perd que la ligne en cours : --reprendre montre les brouillons, et \
        --reprendre NUMÉRO continue où l’on en était. Tout le dialogue va sur la sortie d’erreur ; \
        seul le récépissé va sur la sortie standard.
        """)
    @Option(help: ArgumentHelp("Type de porteur ; demandé sinon.", valueName: "type"))
    var type: String?
    @Flag(help: "Continue un brouillon ; sans numéro, montre les brouillons ouverts.")
    var reprendre = false
    @Option(
      help: ArgumentHelp("Ferme un brouillon qui ne sera pas déposé.", valueName: "numero"))
    var abandonner: Int?
    @Argument(help: "Numéro du brouillon à reprendre.")
    var numero: Int?
    @OptionGroup var base: BaseOptions
    @OptionGroup var call: CallOptions
    @OptionGroup var output: FormatOptions

    func validate() throws {
      if numero != nil, !reprendre {
        throw ValidationError("un numéro de brouillon suit --reprendre : --reprendre NUMÉRO.")
      }
      if reprendre, type != nil || abandonner != nil {
        throw ValidationError("--reprendre ne va ni avec --type ni avec --abandonner.")
      }
    }

    func run() throws {
      let desk = try base.desk()
      if let abandonner {
        try desk.abandonDraft(abandonner)
        return Output.message("Le brouillon \(abandonner) est abandonné.")
      }
      guard reprendre else { return try start(desk) }
      if let numero { return try desk.fillDraft(numero, on: Terminal.console()) }
      let drafts = try desk.openDrafts()
      output.show(Listing(drafts: drafts))
      Output.message(
        drafts.isEmpty
          ? "Aucun brouillon ouvert : « aap dossier saisir » en commence un."
          : "Pour continuer : aap dossier saisir --reprendre NUMÉRO")
    }

    private func start(_ desk: Desk) throws {
      let context = try call.context(desk)
      // One console for both dialogues: it has read ahead in the pipe.
      let console = Terminal.console()
      let chosen = try type ?? desk.chooseKind(in: context, on: console)
      guard let chosen else { return Output.message("Rien n’a été commencé.") }
      try desk.fillDraft(try desk.startDraft(for: chosen, in: context), on: console)
    }
  }
}

import ArgumentParser
import Desk

extension AAP.DossierCommands {
  /// Writes a dossier in another format.
  struct Convert: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "convertir",
      abstract: "Écrit un dossier dans un autre format : YAML, JSON, XML ou classeur.",
      discussion: """
        Les quatre formats disent la même chose : rien ne se perd de l’un à l’autre, hors commentaires \
        et mise en page. Une réponse fausse est gardée telle quelle ; « aap dossier verifier » la dit. \
        Sans base, les formulaires sont ceux livrés avec le programme.
        """)
    @Argument(help: "Fichier du dossier (YAML, JSON, XML ou ODS).")
    var fichier: String
    @Option(
      help: ArgumentHelp(
        "Fichier à écrire ; sa fin (.yaml, .json, .xml, .ods) dit le format.", valueName: "fichier")
    )
    var vers: String
    @OptionGroup var replacement: ReplacementOptions
    @OptionGroup var base: BaseOptions
    @OptionGroup var call: CallOptions
    @OptionGroup var simulation: SimulationOptions

    func run() throws {
      let format = try FormLibrary.format(askedBy: vers)
      let library =
        try call.contextIfAny(in: base)?.library
        ?? Desk.shippedLibrary(resources: try Shell.resources())
      let bytes = try library.convert(try InputFile.read(fichier), to: format)
      if !simulation.simuler { try Desk.write(bytes, to: vers, replacing: replacement.remplacer) }
      Output.message("\(simulation.mention)« \(fichier) » converti dans « \(vers) ».")
    }
  }
}

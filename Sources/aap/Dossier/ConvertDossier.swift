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
      let library = try library()
      let bytes = try library.convert(try InputFile.read(fichier), to: format)
      if !simulation.simuler { try Desk.write(bytes, to: vers, replacing: replacement.remplacer) }
      Output.message("\(simulation.mention)« \(fichier) » converti dans « \(vers) ».")
    }

    /// The forms of the call when there is a base, else those shipped.
    private func library() throws -> FormLibrary {
      let desk = try? base.desk()
      if base.base != nil, desk == nil { _ = try base.desk() }
      if let desk, let context = try? call.context(desk) { return context.library }
      return try Desk.shippedLibrary(resources: try Shell.resources())
    }
  }
}

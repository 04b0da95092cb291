import ArgumentParser
import Desk

extension AAP {
  /// The exceptions that the committee authorised.
  struct DerogationCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "derogation",
      abstract: "Accorde et liste les dérogations, avec motif, auteur et source.",
      discussion:
        "En séance, une dérogation va avec la décision : aap comite decider NUM --derogation MOTIF.",
      subcommands: [Grant.self, List.self])

    /// Sets a rule of admissibility aside.
    struct Grant: ParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "accorder",
        abstract: "Écarte, pour un dossier, une règle de recevabilité qui le bloque.",
        discussion: "Le dossier se juge ensuite de nouveau : aap instruire recevabilite NUM.")
      @Argument(help: "Numéro du dossier.") var numero: String
      @Argument(help: "Code du constat qui bloque, tel que la recevabilité l’a dit.")
      var regle: String
      @Option(help: ArgumentHelp("Motif.", valueName: "texte")) var motif: String
      @Option(help: ArgumentHelp("Texte qui permet la dérogation.", valueName: "texte"))
      var source: String?
      @OptionGroup var base: BaseOptions
      @OptionGroup var simulation: SimulationOptions

      func run() throws {
        let number = try NumberArgument.read(numero)
        try base.desk().setAside(
          regle, for: number, motive: motif, source: source, isSimulated: simulation.simuler)
        Output.message(
          "\(simulation.mention)Dérogation notée : \(numero), \(regle). "
            + "Jugez-le de nouveau : aap instruire recevabilite \(numero)")
      }
    }

    /// Lists them.
    struct List: ParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "lister", abstract: "Liste les dérogations d’un appel.")
      @OptionGroup var base: BaseOptions
      @OptionGroup var call: CallOptions
      @OptionGroup var output: FormatOptions

      func run() throws {
        let desk = try base.desk()
        let derogations = try desk.derogations(in: try call.context(desk))
        output.show(Listing(derogations: derogations))
      }
    }
  }
}

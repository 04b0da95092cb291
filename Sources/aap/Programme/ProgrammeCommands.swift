import ArgumentParser
import Desk
import Exchange
import Vocabulary

extension AAP {
  /// The annual programme.
  struct ProgrammeCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "programmation", abstract: "Exporte ou valide la programmation annuelle.",
      subcommands: [Export.self, Validate.self])
  }
}

extension AAP.ProgrammeCommands {
  /// What a programme can be exported as.
  enum Target: String, CaseIterable, ExpressibleByArgument { case xml }

  /// Exports the programme.
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "exporter",
      abstract: "Écrit la programmation, validée contre son schéma avant de prendre son nom.")
    @Option(help: "Format du fichier.")
    var pour: Target = .xml
    @Option(
      name: [.customShort("o"), .long],
      help: ArgumentHelp("Fichier à écrire.", valueName: "fichier"))
    var sortie = "programmation.xml"
    @OptionGroup var base: BaseOptions
    @OptionGroup var call: CallOptions
    @OptionGroup var simulation: SimulationOptions

    func run() throws {
      let desk = try base.desk()
      let totals = try desk.exportXML(
        to: sortie, in: try call.context(desk), isSimulated: simulation.simuler)
      Output.message(
        "\(simulation.mention)« \(sortie) » : \(totals.projects) projets, \(totals.retained) retenus, "
          + "\(totals.granted.french) ; valide selon schemas/programmation-1.0.xsd.")
    }
  }

  /// Validates a programme file.
  struct Validate: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "valider",
      abstract: "Valide un fichier de programmation, quelle que soit sa taille.")
    @Argument(help: "Fichier XML.")
    var fichier: String
    @OptionGroup var output: FormatOptions

    func run() throws {
      let report = try Desk.validateProgramme(fichier, resources: try Shell.resources())
      if output.format == .json {
        Output.result(FindingText.json(report.findings))
      } else if !report.findings.isEmpty {
        Output.message(FindingText.forPeople(report.findings))
      }
      guard report.isValid else { throw ExitCode(FindingText.exitCode(for: report.findings)) }
      Output.message(
        "« \(fichier) » est valide : \(report.totals.projects) projets, "
          + "\(report.totals.retained) retenus, \(report.totals.granted.french).")
    }
  }
}

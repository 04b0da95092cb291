import ArgumentParser
import Desk

extension AAP {
  /// What the project's own measures need; not shown to users.
  struct Bench: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "banc", abstract: "Outils de mesure du projet.", shouldDisplay: false,
      subcommands: [Generate.self])
  }
}

extension AAP.Bench {
  /// Writes generated dossiers, one JSON document a line.
  struct Generate: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "generer", abstract: "Écrit des dossiers générés, un document JSON par ligne.")
    @Option(help: ArgumentHelp("Nombre de dossiers.", valueName: "nombre"))
    var dossiers: Int
    @Option(help: ArgumentHelp("Graine du générateur.", valueName: "nombre"))
    var graine: UInt64 = 1
    @Option(help: ArgumentHelp("Dossier du référentiel.", valueName: "dossier"))
    var referentiel: String
    @Option(help: ArgumentHelp("Fichier appel.yaml.", valueName: "fichier"))
    var config: String
    @Option(help: ArgumentHelp("Fichier à écrire.", valueName: "fichier"))
    var sortie: String

    func run() throws {
      try Desk.generate(
        count: dossiers, seed: graine, reference: referentiel, config: config, to: sortie,
        resources: try Shell.resources())
    }
  }
}

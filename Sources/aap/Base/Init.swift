import ArgumentParser
import Contract
import Desk
import Foundation
import Vocabulary

extension AAP {
  /// Creates a base from reference data.
  struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "init", abstract: "Crée une base à partir du référentiel d’un contrat.")

    @Option(help: ArgumentHelp("Dossier du référentiel.", valueName: "dossier"))
    var referentiel: String
    @Flag(help: "Base de formation : l’horloge peut être réglée, les récépissés le disent.")
    var formation = false
    @OptionGroup var base: BaseOptions
    @OptionGroup var simulation: SimulationOptions

    func run() throws {
      let request = BaseRequest(
        path: base.path, reference: referentiel, actor: base.actor, isTraining: formation)
      let data = try Desk.create(
        request, resources: try Shell.resources(), surroundings: Shell.surroundings,
        clockOverride: Shell.environment["AAP_MAINTENANT"], isSimulated: simulation.simuler)
      Output.message(
        """
        \(simulation.mention)Base « \(base.path) » créée pour : \(data.contract.name).
        \(data.objectives.count) objectifs, \(data.funders.count) financeurs et partenaires, \
        \(data.districts.count) quartiers, \(data.communes.count) communes.
        Premier acteur : \(base.actor) (secretaire). Ensuite : aap appel ouvrir --config …/appel.yaml
        """)
    }
  }
}

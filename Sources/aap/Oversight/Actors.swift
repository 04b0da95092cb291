public import ArgumentParser
import Desk
import Store

extension AAP {
  /// Who may act on the base.
  struct ActorCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "acteur", abstract: "Ajoute, liste ou retire ceux qui agissent sur la base.",
      subcommands: [Add.self, List.self, Remove.self, AddMandate.self, ListMandates.self])
  }
}

extension AAP.ActorCommands {
  /// Adds an actor.
  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "ajouter", abstract: "Ajoute un acteur, ou change son rôle.")
    @Argument(help: "Identifiant de l’acteur.")
    var id: String
    @Option(help: "Rôle.")
    var role: Role
    @Option(
      help: ArgumentHelp("Financeur qu’il représente, pour le rôle financeur.", valueName: "code"))
    var financeur: String?
    @OptionGroup var base: BaseOptions
    @OptionGroup var simulation: SimulationOptions

    func validate() throws {
      guard (role == .funder) == (financeur != nil) else {
        throw ValidationError("--financeur va avec le rôle financeur, et lui seul.")
      }
      guard (1...64).contains(id.count) else {
        throw ValidationError("Un identifiant d’acteur a de 1 à 64 caractères.")
      }
    }

    func run() throws {
      try base.desk().addActor(
        Actor(id: id, role: role, funder: financeur), isSimulated: simulation.simuler)
      Output.message("\(simulation.mention)« \(id) » a le rôle \(role.rawValue).")
    }
  }

  /// Lists actors.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "lister", abstract: "Liste les acteurs et leurs rôles.")
    @OptionGroup var base: BaseOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
      var listing = Listing([
        .init("id", "Acteur"), .init("role", "Rôle"), .init("financeur", "Financeur"),
      ])
      for actor in try base.desk().actors() {
        listing.append([
          .text(actor.id), .text(actor.role.rawValue), actor.funder.map { .text($0) } ?? .none,
        ])
      }
      output.show(listing)
    }
  }

  /// Removes an actor.
  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "retirer", abstract: "Retire un acteur ; ce qu’il a fait reste au journal.")
    @Argument(help: "Identifiant de l’acteur.")
    var id: String
    @OptionGroup var base: BaseOptions
    @OptionGroup var simulation: SimulationOptions

    func run() throws {
      try base.desk().removeActor(id, isSimulated: simulation.simuler)
      Output.message("\(simulation.mention)« \(id) » est retiré.")
    }
  }
}

extension Role: ExpressibleByArgument {}

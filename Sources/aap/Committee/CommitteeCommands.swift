import ArgumentParser
import Committee
import Contract
import Desk
import Vocabulary

extension AAP {
  /// The funders' committee.
  struct CommitteeCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "comite", abstract: "Conduit la séance du comité des financeurs.",
      subcommands: [
        Prepare.self, Open.self, HoldSession.self, Presence.self, GiveProxy.self, Recuse.self,
        CallDossier.self,
        Propose.self, Scenarios.self, Adjust.self, Promise.self, TakeBack.self, Amend.self,
        Vote.self,
        Decide.self, Observe.self, Suspend.self, Resume.self, PlayActs.self, Board.self, Close.self,
        MinutesCommand.self, Replay.self,
      ])
  }
}

extension AAP.CommitteeCommands {
  /// Opens a session.
  struct Open: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "ouvrir", abstract: "Ouvre une séance sur le classement en vigueur.")
    @Option(help: ArgumentHelp("Où se tient la séance.", valueName: "texte"))
    var lieu = "siège de l’agglomération"
    @OptionGroup var base: BaseOptions
    @OptionGroup var call: CallOptions
    @OptionGroup var simulation: SimulationOptions

    func run() throws {
      let desk = try base.desk()
      let opening = try desk.openSession(
        in: try call.context(desk), place: lieu, isSimulated: simulation.simuler)
      Output.message(
        """
        \(simulation.mention)Séance ouverte le \(opening.day.french) : \
        \(opening.applications.count) dossiers, \(opening.purses.count) enveloppes, \
        quorum \(opening.charter.quorum) sur \(opening.charter.seatsInWords).
        Ensuite : aap comite presence MEMBRE…
        """)
    }
  }

  /// Records who sits, or leaves.
  struct Presence: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "presence", abstract: "Note l’arrivée ou le départ de membres du comité.",
      discussion: "Un membre s’écrit CODE ou CODE=« nom de la personne ».")
    @Argument(help: ArgumentHelp("Membres, par leur code de financeur.", valueName: "membre"))
    var membres: [String] = []
    @Flag(help: "Tous les membres du comité arrivent ; avec --depart, tous les présents partent.")
    var tous = false
    @Flag(help: "Les membres quittent la séance.")
    var depart = false
    @Flag(help: "Les personnes nommées siègent comme suppléantes.")
    var suppleant = false
    @OptionGroup var base: BaseOptions
    @OptionGroup var call: CallOptions
    @OptionGroup var simulation: SimulationOptions

    func validate() throws {
      guard membres.isEmpty == tous else {
        throw ValidationError("Donnez des membres, ou --tous.")
      }
    }

    func run() throws {
      let desk = try base.desk()
      let context = try call.context(desk)
      let names =
        try depart
        ? departures(at: desk, in: context) : arrivals(at: desk, in: context)
      Output.message("\(simulation.mention)Noté : \(names.joined(separator: ", ")).")
    }

    private func arrivals(at desk: Desk, in context: CallContext) throws -> [String] {
      let names = tous ? context.call.committee.seats.map(\.id) : membres
      try desk.recordPresence(
        names.map(presence), in: context, isSimulated: simulation.simuler)
      return names
    }

    private func departures(at desk: Desk, in context: CallContext) throws -> [String] {
      guard !tous else {
        return try desk.recordDepartureOfAll(in: context, isSimulated: simulation.simuler)
      }
      try desk.recordDepartures(
        membres.map { MemberDeparture(member: $0) }, in: context, isSimulated: simulation.simuler)
      return membres
    }

    private func presence(_ text: String) -> MemberPresence {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map(String.init)
      return MemberPresence(
        member: parts.first ?? text, person: parts.count == 2 ? parts[1] : "représentant",
        isSubstitute: suppleant)
    }
  }

  /// Closes the session.
  struct Close: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "clore", abstract: "Clôt la séance et scelle son registre.")
    @OptionGroup var base: BaseOptions
    @OptionGroup var call: CallOptions
    @OptionGroup var simulation: SimulationOptions

    func run() throws {
      let desk = try base.desk()
      try desk.closeSession(in: try call.context(desk), isSimulated: simulation.simuler)
      Output.message("\(simulation.mention)Séance close.")
    }
  }
}

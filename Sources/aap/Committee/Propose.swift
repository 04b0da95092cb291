import Allocation
public import ArgumentParser
import Committee
import Contract
import Desk
import Vocabulary

extension AAP.CommitteeCommands {
  /// Puts a computed allocation before the committee.
  struct Propose: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "proposer",
      abstract: "Calcule une répartition et la soumet au comité ; elle ne décide rien.",
      discussion: """
        Les règles sont celles de l’appel ; ce que la séance a déjà décidé compte. Avec --scenarios, des \
        hypothèses sont comparées et rien n’est inscrit au registre.
        """)
    @Option(help: "Stratégie de répartition ; par défaut, celle de l’appel.")
    var strategie: Strategy?
    @Option(
      help: ArgumentHelp(
        "Écrit aussi l’instance calculée, pour « aap simuler ».", valueName: "fichier"))
    var instanceVers: String?
    @OptionGroup var comparison: ScenarioOptions
    @OptionGroup var certificate: CertificateOptions
    @OptionGroup var base: BaseOptions
    @OptionGroup var call: CallOptions
    @OptionGroup var output: FormatOptions
    @OptionGroup var simulation: SimulationOptions

    func validate() throws {
      if comparison.scenarios != nil, certificate.certificat {
        throw ValidationError("Choisissez --scenarios ou --certificat.")
      }
    }

    func run() throws {
      let desk = try base.desk()
      let context = try call.context(desk)
      guard comparison.scenarios == nil else { return try compare(at: desk, in: context) }
      var result = try desk.propose(
        in: context, strategy: strategie, isSimulated: simulation.simuler)
      if let instanceVers { try Desk.write(result.instance, to: instanceVers) }
      try certificate.certify(&result.outcome, of: result.instance)
      let outcome = result.outcome
      switch output.format {
      case .json: Output.result(outcome.json)
      case .table, .csv:
        output.show(Listing(outcome: outcome))
        for line in outcome.certificate?.french ?? [] { Output.message(line) }
      }
      for line in outcome.summary { Output.message(line) }
      Output.message(
        """
        \(simulation.mention)Proposition \(result.proposal.id) : \
        \(outcome.retainedCount) dossiers retenus, \(outcome.granted.french)\(outcome.comparison).
        Pour l’adopter : aap comite voter --proposition \(result.proposal.id) --unanimite
        """)
    }

    private func compare(at desk: Desk, in context: CallContext) throws {
      let instance = try desk.sessionInstance(in: context)
      if let instanceVers { try Desk.write(instance, to: instanceVers) }
      try comparison.compare(
        instance, named: "séance de l’appel \(context.call.id)",
        strategie ?? Strategy(context.call.committee.strategy), output)
    }
  }
}

extension Strategy: ExpressibleByArgument {}

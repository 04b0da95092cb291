public import ArgumentParser
import Committee
import Desk
import Dossiers
import Vocabulary

extension AAP.CommitteeCommands {
  /// Votes a proposal as a whole.
  struct Vote: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "voter", abstract: "Enregistre le vote d’une proposition dans son ensemble.",
      discussion: """
        Un bulletin s’écrit CODE=pour, CODE=contre, CODE=abstention ou CODE=ne_prend_pas_part ; \
        un par présent.
        """)
    @Option(help: ArgumentHelp("Proposition mise aux voix.", valueName: "id"))
    var proposition: String
    @Flag(help: "Tous les membres présents votent pour.")
    var unanimite = false
    @Argument(help: ArgumentHelp("Bulletins.", valueName: "bulletin"))
    var bulletins: [String] = []
    @OptionGroup var base: BaseOptions
    @OptionGroup var call: CallOptions
    @OptionGroup var simulation: SimulationOptions

    func validate() throws {
      guard bulletins.isEmpty == unanimite else {
        throw ValidationError("Donnez un bulletin par membre présent, ou --unanimite.")
      }
    }

    func run() throws {
      let desk = try base.desk()
      let ballots = unanimite ? nil : try bulletins.map(Self.ballot)
      let counted = try desk.voteProposal(
        proposition, ballots: ballots, in: try call.context(desk),
        isSimulated: simulation.simuler)
      Output.message("\(simulation.mention)\(counted.tally.french).")
      if !counted.tally.isAdopted { throw ExitCode(1) }
    }

    private static func ballot(_ text: String) throws -> Ballot {
      let parts = text.split(separator: "=").map(String.init)
      guard parts.count == 2, let choice = BallotChoice(rawValue: parts[1]) else {
        let choices = BallotChoice.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("Bulletin « \(text) » : écrivez CODE=choix (\(choices)).")
      }
      return Ballot(member: parts[0], choice: choice)
    }
  }

  /// Records the decision on one dossier.
  struct Decide: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "decider",
      abstract: "Enregistre la décision sur un dossier, enveloppe par enveloppe.",
      discussion: "Un montant s’écrit ENVELOPPE=1234,56 ; les montants sont en euros.")
    @Argument(help: "Numéro du dossier, par exemple 2016-0001.")
    var numero: String
    @Option(help: "Décision.")
    var decision: DecisionKind
    @Option(
      help: ArgumentHelp("Montant accordé par une enveloppe.", valueName: "enveloppe=montant"))
    var montant: [String] = []
    @Option(help: ArgumentHelp("Motif, exigé pour un refus ou un ajournement.", valueName: "texte"))
    var motif: String?
    @OptionGroup var base: BaseOptions
    @OptionGroup var call: CallOptions
    @OptionGroup var simulation: SimulationOptions

    func run() throws {
      let desk = try base.desk()
      let number = try NumberArgument.read(numero)
      let decided = Decision(
        number: number, kind: decision, grants: try montant.map(Self.grant), motive: motif)
      try desk.decide(
        decided, in: try desk.callContext(number.call), isSimulated: simulation.simuler)
      Output.message(
        "\(simulation.mention)\(numero) : \(decision.french), \(decided.total.french).")
    }

    private static func grant(_ text: String) throws -> PurseAmount {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw ValidationError("Montant « \(text) » : écrivez ENVELOPPE=1234,56.")
      }
      do {
        return PurseAmount(purse: parts[0], amount: try Cents(typed: parts[1]))
      } catch {
        throw ValidationError("Montant « \(parts[1]) » : \(error.french).")
      }
    }
  }
}

extension DecisionKind: ExpressibleByArgument {}

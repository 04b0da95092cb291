public import ArgumentParser
import Committee
import Desk
import Dossiers
import Vocabulary

extension AAP.CommitteeCommands {
  /// Votes on a proposal, a dossier or an amendment.
  struct Vote: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "voter",
      abstract: "Enregistre un vote : proposition entière, dossier (par enveloppe) ou amendement.",
      discussion: """
        Un bulletin s’écrit CODE=pour, CODE=contre, CODE=abstention ou CODE=ne_prend_pas_part ; \
        un par membre présent ou représenté. Avec --enveloppe, seuls votent ceux qui la votent.
        """)
    @Option(help: ArgumentHelp("Proposition mise aux voix.", valueName: "id"))
    var proposition: String?
    @Option(help: ArgumentHelp("Dossier mis aux voix.", valueName: "numero"))
    var dossier: String?
    @Option(help: ArgumentHelp("Amendement mis aux voix.", valueName: "id"))
    var amendement: String?
    @Option(help: ArgumentHelp("Enveloppe sur laquelle on vote.", valueName: "id"))
    var enveloppe: [String] = []
    @Flag(help: "Tous les membres présents ou représentés votent pour.")
    var unanimite = false
    @Argument(help: ArgumentHelp("Bulletins.", valueName: "bulletin"))
    var bulletins: [String] = []
    @OptionGroup var session: SessionOptions

    func validate() throws {
      guard bulletins.isEmpty == unanimite else {
        throw ValidationError("Donnez un bulletin par membre présent, ou --unanimite.")
      }
      guard [proposition, dossier, amendement].count(where: { $0 != nil }) == 1 else {
        throw ValidationError("Donnez un seul de --proposition, --dossier, --amendement.")
      }
      guard proposition == nil || enveloppe.isEmpty else {
        throw ValidationError("Une proposition se vote sur toutes ses enveloppes.")
      }
    }

    func run() throws {
      let ballots = unanimite ? nil : try bulletins.map(Self.ballot)
      let desk = try session.base.desk()
      let played = try desk.record(
        .vote(try subject(), purses: enveloppe, ballots), in: try session.call.context(desk),
        isSimulated: session.simulation.simuler)
      guard let counted = played.state.votes.last else { throw DeskError.noSession }
      Output.message("\(session.simulation.mention)\(counted.tally.french).")
      let apart = Session.setAside(in: played.state)
      if proposition != nil, counted.tally.isAdopted, !apart.isEmpty {
        Output.message(
          "À décider à part, à cause d’un déport : \(apart.map(\.text).joined(separator: ", ")).")
      }
      if !counted.tally.isAdopted { throw ExitCode(1) }
    }

    private func subject() throws -> VoteSubject {
      if let proposition { return .proposal(proposition) }
      if let amendement { return .amendment(amendement) }
      return .dossier(try NumberArgument.read(dossier ?? ""))
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
    @Option(
      help: ArgumentHelp(
        "Motif d’une dérogation : plus que le besoin ou l’enveloppe, contre un vote ou un engagement.",
        valueName: "texte"))
    var derogation: String?
    @Option(help: ArgumentHelp("Texte qui permet la dérogation.", valueName: "texte"))
    var source: String?
    @OptionGroup var base: BaseOptions
    @OptionGroup var call: CallOptions
    @OptionGroup var simulation: SimulationOptions

    func run() throws {
      let desk = try base.desk()
      let number = try NumberArgument.read(numero)
      let decided = Decision(
        number: number, kind: decision, grants: try montant.map(PurseArgument.read), motive: motif,
        derogation: derogation.map {
          Derogation(motive: $0, author: base.actor, source: source.map { LegalSource($0) })
        })
      try desk.decide(
        decided, in: try desk.callContext(number.call), isSimulated: simulation.simuler)
      Output.message(
        "\(simulation.mention)\(numero) : \(decision.french), \(decided.total.french).")
    }
  }
}

extension DecisionKind: ExpressibleByArgument {}

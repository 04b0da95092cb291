import ArgumentParser
import Committee
import Desk
import Dossiers
import Vocabulary

/// Which session, and whether to write.
struct SessionOptions: ParsableArguments {
  @OptionGroup var base: BaseOptions
  @OptionGroup var call: CallOptions
  @OptionGroup var simulation: SimulationOptions

  /// Records an act and tells what it led to.
  @discardableResult
  func record(_ act: SessionAct) throws -> PlayedActs {
    let desk = try base.desk()
    let played = try desk.record(
      act, in: try call.context(desk), isSimulated: simulation.simuler)
    for recorded in played.events {
      Output.message("\(simulation.mention)Noté : \(recorded.event.french).")
    }
    return played
  }
}

extension AAP.CommitteeCommands {
  /// An absent member lets a present one vote in its place.
  struct GiveProxy: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "procuration", abstract: "Note la procuration d’un membre absent.",
      discussion: """
        Elle tombe quand le mandant arrive ou que le mandataire part. La charte de l’appel dit combien \
        un membre peut en tenir.
        """)
    @Argument(help: "Membre absent.") var mandant: String
    @Argument(help: "Membre présent qui vote pour lui.") var mandataire: String
    @OptionGroup var session: SessionOptions

    func run() throws {
      try session.record(.event(.proxy(Proxy(giver: mandant, holder: mandataire))))
    }
  }

  /// A member stands aside from a dossier.
  struct Recuse: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "deport", abstract: "Note qu’un membre se déporte d’un dossier.",
      discussion: "Il n’y compte plus ni dans le vote ni dans le quorum.")
    @Argument(help: "Membre.") var membre: String
    @Argument(help: "Numéro du dossier.") var numero: String
    @Option(help: ArgumentHelp("Motif, repris au procès-verbal.", valueName: "texte"))
    var motif: String
    @OptionGroup var session: SessionOptions

    func run() throws {
      let number = try NumberArgument.read(numero)
      try session.record(.event(.recusal(Recusal(member: membre, number: number, motive: motif))))
    }
  }

  /// The committee takes up a dossier.
  struct CallDossier: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "appeler", abstract: "Appelle un dossier : le tableau le montre.")
    @Argument(help: "Numéro du dossier.") var numero: String
    @OptionGroup var session: SessionOptions

    func run() throws {
      try session.record(.event(.called(ProjectCall(number: try NumberArgument.read(numero)))))
    }
  }

  /// Other amounts are put forward for a dossier.
  struct Amend: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "amender",
      abstract: "Présente un amendement : d’autres montants pour un dossier.",
      discussion: """
        Adopté par un vote (aap comite voter --amendement), il remplace ce que la proposition donne à ce \
        dossier. Sans montant, il propose de le refuser.
        """)
    @Argument(help: "Numéro du dossier.") var numero: String
    @Option(help: "Membre qui le présente.") var auteur: String
    @Option(help: ArgumentHelp("Montant d’une enveloppe.", valueName: "enveloppe=montant"))
    var montant: [String] = []
    @Option(help: ArgumentHelp("Motif, repris au procès-verbal.", valueName: "texte"))
    var motif: String
    @OptionGroup var session: SessionOptions

    func run() throws {
      let grants = try montant.map(PurseArgument.read)
      try session.record(
        .amend(try NumberArgument.read(numero), author: auteur, grants, motive: motif))
    }
  }

  /// The session stops for a while.
  struct Suspend: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "suspendre", abstract: "Suspend la séance.")
    @Option(help: ArgumentHelp("Motif, repris au procès-verbal.", valueName: "texte"))
    var motif: String
    @OptionGroup var session: SessionOptions

    func run() throws { try session.record(.event(.suspended(Suspension(motive: motif)))) }
  }

  /// The session goes on.
  struct Resume: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "reprendre", abstract: "Reprend une séance suspendue.")
    @OptionGroup var session: SessionOptions

    func run() throws { try session.record(.event(.resumed(Resumption()))) }
  }

  /// A remark to be minuted.
  struct Observe: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "observer", abstract: "Note une observation au procès-verbal.")
    @Argument(help: "Ce qui est dit.") var texte: String
    @Option(help: "Membre qui le dit.") var membre: String?
    @OptionGroup var session: SessionOptions

    func run() throws {
      try session.record(.event(.observation(Observation(member: membre, text: texte))))
    }
  }
}

/// An amount on a purse, as typed.
enum PurseArgument {
  /// Reads `ENVELOPPE=1234,56`.
  static func read(_ text: String) throws -> PurseAmount {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      throw ValidationError("Montant « \(text) » : écrivez ENVELOPPE=1234,56.")
    }
    return PurseAmount(purse: parts[0], amount: try amount(parts[1]))
  }

  /// Reads an amount in euros.
  static func amount(_ text: String) throws -> Cents {
    do {
      return try Cents(typed: text)
    } catch {
      throw ValidationError("Montant « \(text) » : \(error.french).")
    }
  }
}

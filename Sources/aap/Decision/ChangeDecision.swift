public import ArgumentParser
public import Committee
import Desk
import Dossiers
import Vocabulary

extension AAP.DecisionCommands {
  /// Withdraws a decision.
  struct Withdraw: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "retirer", abstract: "Retire une décision d’une séance close.",
      discussion: """
        Une décision qui accorde de l’argent crée des droits : --fondement dit ce qui permet de la retirer, et le \
        délai de quatre mois est contrôlé (CRPA, art. L. 242-1 et suivants).
        """)
    @Argument(help: "Numéro du dossier.") var numero: String
    @Option(help: "Ce qui permet l’acte.") var fondement: DecisionChange.Ground
    @Option(help: ArgumentHelp("Motif, repris dans la lettre.", valueName: "texte"))
    var motif: String
    @OptionGroup var base: BaseOptions
    @OptionGroup var simulation: SimulationOptions

    func run() throws {
      try ChangeReport.apply(
        DecisionChange(
          number: try NumberArgument.read(numero), kind: .withdrawn, ground: fondement,
          motive: motif), base, simulation)
    }
  }

  /// Modifies a decision.
  struct Modify: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "modifier", abstract: "Modifie les montants d’une décision d’une séance close.",
      discussion: "Donnez tous les montants, ceux qui ne changent pas compris.")
    @Argument(help: "Numéro du dossier.") var numero: String
    @Option(help: ArgumentHelp("Montant d’une enveloppe.", valueName: "enveloppe=montant"))
    var montant: [String]
    @Option(help: "Ce qui permet l’acte.") var fondement: DecisionChange.Ground
    @Option(help: ArgumentHelp("Motif, repris dans la lettre.", valueName: "texte"))
    var motif: String
    @OptionGroup var base: BaseOptions
    @OptionGroup var simulation: SimulationOptions

    func run() throws {
      try ChangeReport.apply(
        DecisionChange(
          number: try NumberArgument.read(numero), kind: .modified, ground: fondement,
          grants: try montant.map(PurseArgument.read), motive: motif), base, simulation)
    }
  }

  /// Moves an amount along the ladder of firmness.
  struct Follow: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "suivre",
      abstract:
        "Note qu’un montant voté est délibéré, conventionné ou versé ; sans fermeté, montre l’échelle."
    )
    @Argument(help: "Numéro du dossier.") var numero: String
    @Option(help: "Enveloppe.") var enveloppe: String?
    @Option(help: "Ce que le montant devient.") var fermete: Firmness?
    @Option(help: ArgumentHelp("Jour, comme 2016-05-12.", valueName: "jour"))
    var le: String?
    @Option(help: ArgumentHelp("Pièce qui le prouve.", valueName: "texte"))
    var reference: String?
    @OptionGroup var base: BaseOptions
    @OptionGroup var output: FormatOptions
    @OptionGroup var simulation: SimulationOptions

    func validate() throws {
      let given = [enveloppe != nil, fermete != nil, le != nil, reference != nil]
      guard given.allSatisfy({ $0 }) || !given.contains(true) else {
        throw ValidationError("Donnez --enveloppe, --fermete, --le et --reference, ou aucun.")
      }
      if let le, Day(iso: le) == nil {
        throw ValidationError("« \(le) » n’est pas un jour comme 2016-05-12.")
      }
    }

    func run() throws {
      let number = try NumberArgument.read(numero)
      let desk = try base.desk()
      guard let enveloppe, let fermete, let reference, let day = le.flatMap({ Day(iso: $0) })
      else {
        let ladder = try desk.ladder(of: number)
        return output.show(Listing(ladder: ladder.lines, moves: ladder.moves))
      }
      try desk.move(
        FirmnessMove(
          number: number, purse: enveloppe, firmness: fermete, day: day, reference: reference),
        isSimulated: simulation.simuler)
      Output.message(
        "\(simulation.mention)Noté : \(numero), \(enveloppe) \(fermete.french) le \(day.french).")
    }
  }
}

/// Applies a change of a decision and tells it.
private enum ChangeReport {
  static func apply(
    _ change: DecisionChange, _ base: BaseOptions, _ simulation: SimulationOptions
  ) throws {
    let warnings = try base.desk().change(change, isSimulated: simulation.simuler)
    if !warnings.isEmpty { Output.message(FindingText.forPeople(warnings)) }
    Output.message(
      "\(simulation.mention)Noté : \(change.kind.french) de la décision sur \(change.number.text), "
        + "\(change.total > .zero ? change.grants.french : "plus aucun montant").")
  }
}

extension DecisionChange.Ground: ExpressibleByArgument {}
extension Firmness: ExpressibleByArgument {}

import ArgumentParser
import Committee
import Desk
import Dossiers
import Vocabulary

extension AAP.CommitteeCommands {
  /// A purse promises an amount.
  struct Promise: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "engager",
      abstract: "Note l’engagement d’une enveloppe sur un dossier, sous condition ou non.",
      discussion: """
        Sous condition, l’enveloppe donne exactement ce montant si l’autre donne au moins le sien, et rien \
        sinon. Propositions et décisions suivent les engagements.
        """)
    @Argument(help: "Numéro du dossier.") var numero: String
    @Argument(help: ArgumentHelp("Montant promis.", valueName: "enveloppe=montant"))
    var promesse: String
    @Option(help: ArgumentHelp("Condition.", valueName: "enveloppe=montant"))
    var si: String?
    @OptionGroup var session: SessionOptions

    func run() throws {
      let promised = try PurseArgument.read(promesse)
      let condition = try si.map(PurseArgument.read).map {
        Commitment.Condition(purse: $0.purse, least: $0.amount)
      }
      let number = try NumberArgument.read(numero)
      let played = try session.record(
        .event(
          .commitment(
            Commitment(
              number: number, purse: promised.purse, amount: promised.amount,
              condition: condition))))
      for cycle in played.state.resolution(for: number).cycles {
        Output.message(
          "Ces engagements se tiennent l’un l’autre, et ne valent qu’ensemble : "
            + "\(cycle.joined(separator: ", ")).")
      }
    }
  }

  /// A purse takes its promise back.
  struct TakeBack: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "desengager",
      abstract: "Montre ce qu’un retrait d’engagement ferait tomber ; avec --confirmer, le note.")
    @Argument(help: "Numéro du dossier.") var numero: String
    @Argument(help: "Enveloppe qui se retire.") var enveloppe: String
    @Option(help: ArgumentHelp("Motif, repris au procès-verbal.", valueName: "texte"))
    var motif: String
    @Flag(help: "Note le retrait.") var confirmer = false
    @OptionGroup var session: SessionOptions

    func run() throws {
      let withdrawal = CommitmentWithdrawal(
        number: try NumberArgument.read(numero), purse: enveloppe, motive: motif)
      let desk = try session.base.desk()
      let context = try session.call.context(desk)
      for line in try desk.preview(withdrawal, in: context).french { Output.message(line) }
      guard confirmer else {
        return Output.message("Rien n’est inscrit : ajoutez --confirmer pour noter le retrait.")
      }
      let played = try session.record(.event(.commitmentWithdrawn(withdrawal)))
      for number in played.state.dossiersToReview {
        Output.message(
          "Le dossier \(number.text) est décidé sur cet engagement : décidez-le de nouveau avant de "
            + "clore (aap comite decider \(number.text) --motif …).")
      }
    }
  }

  /// What the committee wants of a cell.
  struct Adjust: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "ajuster",
      abstract:
        "Fixe, plafonne, relève ou exclut ce qu’une enveloppe donne à un dossier, puis recalcule.",
      discussion: """
        Un seul de --fixer, --plafonner, --au-moins, --exclure, --lever. La répartition est recalculée \
        autour, et ce que coûte chaque ajustement est dit ; elle n’est pas proposée pour autant.
        """)
    @Argument(help: "Numéro du dossier.") var numero: String
    @Argument(help: "Enveloppe.") var enveloppe: String
    @Option(help: ArgumentHelp("Exactement ce montant.", valueName: "montant"))
    var fixer: String?
    @Option(help: ArgumentHelp("Pas plus que ce montant.", valueName: "montant"))
    var plafonner: String?
    @Option(help: ArgumentHelp("Au moins ce montant, si l’enveloppe donne.", valueName: "montant"))
    var auMoins: String?
    @Flag(help: "Rien.") var exclure = false
    @Flag(help: "Lève l’ajustement.") var lever = false
    @Option(help: ArgumentHelp("Motif, repris au procès-verbal.", valueName: "texte"))
    var motif: String
    @OptionGroup var session: SessionOptions

    func validate() throws {
      let chosen =
        [fixer, plafonner, auMoins].count { $0 != nil } + (exclure ? 1 : 0) + (lever ? 1 : 0)
      guard chosen == 1 else {
        throw ValidationError(
          "Donnez un seul de --fixer, --plafonner, --au-moins, --exclure, --lever.")
      }
    }

    func run() throws {
      let number = try NumberArgument.read(numero)
      let (kind, typed) = wish
      let adjustment = CellAdjustment(
        number: number, purse: enveloppe, kind: kind, amount: try typed.map(PurseArgument.amount),
        motive: motif)
      let desk = try session.base.desk()
      let context = try session.call.context(desk)
      let adjusted = try desk.adjust(
        adjustment, in: context, isSimulated: session.simulation.simuler)
      Output.message(
        "\(session.simulation.mention)Noté : \(adjustment.number.text), \(enveloppe) \(adjustment.french)."
      )
      for line in adjusted.french { Output.message(line) }
    }

    private var wish: (CellAdjustment.Kind, String?) {
      if let fixer { return (.pinned, fixer) }
      if let plafonner { return (.capped, plafonner) }
      if let auMoins { return (.floored, auMoins) }
      return (exclure ? .banned : .lifted, nil)
    }
  }
}

import ArgumentParser
import Contract
import Desk
import Dossiers
import Vocabulary

extension AAP.Review {
  /// Gives or lists the opinions of funders.
  struct Opinions: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "avis",
      abstract: "Donne l’avis d’un financeur avant la séance, ou montre les avis.",
      discussion: """
        Un avis porte sur une enveloppe et n’engage personne ; le dernier compte. Un financeur n’en \
        donne que sur ses enveloppes, le secrétaire saisit ceux de tous. Un avis donné une fois la \
        séance ouverte est gardé à part. Un fichier --lot est un CSV dont la première ligne est \
        numero,enveloppe,avis,montant,conditions : toutes ses lignes sont enregistrées, ou aucune.
        """)
    @Argument(help: "Numéro du dossier, par exemple 2016-0001.")
    var numero: String?
    @Option(help: ArgumentHelp("L’enveloppe qui donne l’avis.", valueName: "id"))
    var enveloppe: String?
    @Option(
      help: ArgumentHelp(
        "favorable, avec_reserves, defavorable ou ne_se_prononce_pas.", valueName: "avis"))
    var avis: String?
    @Option(help: ArgumentHelp("Ce que l’enveloppe donnerait.", valueName: "euros"))
    var montant: String?
    @Option(help: ArgumentHelp("Ce que le financeur demande d’abord.", valueName: "texte"))
    var conditions: String?
    @Option(help: ArgumentHelp("Enregistre tous les avis d’un CSV.", valueName: "fichier"))
    var lot: String?
    @Flag(help: "Montre les avis, d’un dossier ou de tous.")
    var lister = false
    @OptionGroup var base: BaseOptions
    @OptionGroup var call: CallOptions
    @OptionGroup var output: FormatOptions
    @OptionGroup var simulation: SimulationOptions

    func validate() throws {
      let tells = avis != nil || montant != nil || conditions != nil
      if lister {
        guard !tells, lot == nil else {
          throw ValidationError("--lister ne va qu’avec un numéro ou --enveloppe.")
        }
      } else if lot != nil {
        guard !tells, numero == nil, enveloppe == nil else {
          throw ValidationError("--lot va sans numéro, ni --enveloppe, ni avis.")
        }
      } else {
        guard numero != nil, enveloppe != nil, avis != nil else {
          throw ValidationError("Donnez NUMERO --enveloppe ID --avis …, ou --lot, ou --lister.")
        }
      }
    }

    func run() throws {
      let desk = try base.desk()
      if lister { return try list(desk) }
      if let lot {
        return try give(try TypedOpinion.batch(file: lot), at: desk, in: try call.context(desk))
      }
      guard let numero, let enveloppe, let avis else { return }
      let number = try NumberArgument.read(numero)
      try give(
        [
          TypedOpinion(
            number: numero, purse: enveloppe, verdict: avis, amount: montant,
            conditions: conditions)
        ], at: desk, in: try desk.callContext(number.call))
    }

    private func list(_ desk: Desk) throws {
      let number = try numero.map(NumberArgument.read)
      let context = try number.map { try desk.callContext($0.call) } ?? call.context(desk)
      output.show(
        Listing(opinions: try desk.opinions(in: context, only: number, purse: enveloppe)))
    }

    private func give(_ typed: [TypedOpinion], at desk: Desk, in context: CallContext) throws {
      let given = try desk.giveOpinions(typed, in: context, isSimulated: simulation.simuler)
      if !given.warnings.isEmpty { Output.message(FindingText.forPeople(given.warnings)) }
      let count = FrenchNumber.count(given.opinions.count, "avis enregistré", "avis enregistrés")
      Output.message("\(simulation.mention)\(count).")
      if given.isInSession {
        Output.message("La séance est ouverte : ils sont gardés à part des avis de préparation.")
      }
    }
  }
}

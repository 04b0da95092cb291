import ArgumentParser
import Desk
import Dossiers
import Vocabulary

extension AAP.DecisionCommands {
  /// Drafts the agreements.
  struct Agreements: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "convention",
      abstract:
        "Écrit les projets de convention que les subventions de l’année rendent obligatoires.",
      discussion: """
        Une convention par financeur et par organisme de droit privé dont les subventions de l’année par ce \
        financeur, toutes actions réunies, dépassent 23 000 € (loi n° 2000-321, art. 10).
        """)
    @Argument(help: "Numéro d’un dossier : les conventions dont il fait partie.")
    var numero: String?
    @Flag(help: "Toutes les conventions de l’appel.")
    var toutes = false
    @Option(
      name: [.customShort("o"), .long],
      help: ArgumentHelp("Dossier où écrire.", valueName: "dossier"))
    var sortie = "conventions"
    @OptionGroup var paper: PaperOptions
    @OptionGroup var base: BaseOptions
    @OptionGroup var call: CallOptions

    func validate() throws {
      guard (numero == nil) == toutes else {
        throw ValidationError("Donnez le numéro d’un dossier, ou --toutes.")
      }
    }

    func run() throws {
      let request = try paper.request(numero, folder: sortie)
      let desk = try base.desk()
      let context = try request.number.map { try desk.callContext($0.call) } ?? call.context(desk)
      let outcome = try desk.draftAgreements(request, in: context)
      guard !outcome.files.isEmpty else {
        return Output.message(
          "Aucune convention n’est obligatoire : il faut, pour l’année, plus de "
            + "\(AgreementLaw.threshold.french) d’un même financeur à un même organisme de droit privé."
        )
      }
      for file in outcome.files { Output.message("  \(file)") }
      Output.message(
        "\(paper.simulation.mention)« \(sortie) » : "
          + "\(FrenchNumber.count(outcome.files.count, "convention", "conventions")).")
    }
  }
}

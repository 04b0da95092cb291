import ArgumentParser
import Desk
import Store
import Vocabulary

extension AAP.DossierCommands {
  /// Takes up last year's dossier.
  struct Renew: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "reconduire",
      abstract: "Reprend le dossier d’un appel précédent pour celui-ci.",
      discussion: """
        Chaque réponse est gardée, proposée ou laissée de côté selon le formulaire de l’année ; les \
        montants, les dates et les déclarations sont toujours redemandés. Le brouillon se poursuit \
        avec « aap dossier saisir --reprendre NUMERO ».
        """)
    @Argument(help: "Numéro du dossier de l’an dernier, par exemple 2015-0012.")
    var numero: String
    @Option(
      help: ArgumentHelp(
        "Écrit un fichier à compléter au lieu d’un brouillon (.yaml, .json, .xml, .ods).",
        valueName: "fichier"))
    var vers: String?
    @OptionGroup var replacement: ReplacementOptions
    @OptionGroup var base: BaseOptions
    @OptionGroup var call: CallOptions
    @OptionGroup var simulation: SimulationOptions

    func run() throws {
      let desk = try base.desk()
      let context = try call.context(desk)
      let format = try vers.map { try FormLibrary.format(askedBy: $0) }
      let outcome = try desk.renew(
        try NumberArgument.read(numero), in: context,
        makesDraft: vers == nil && !simulation.simuler)
      for notice in outcome.notices { Output.message(notice) }
      Output.message("\(simulation.mention)\(outcome.french)")
      if let vers, let format, !simulation.simuler {
        try Desk.write(
          try context.library.file(of: outcome, as: format), to: vers,
          replacing: replacement.remplacer)
        if format != .yaml, outcome.proposals > 0 {
          Output.message(
            "Les réponses à confirmer sont vides dans ce format ; un fichier .yaml les rappelle.")
        }
        Output.message("À compléter dans « \(vers) », puis : aap dossier deposer \(vers)")
      }
      if let draft = outcome.draft {
        Output.result("\(draft)\n")
        Output.message(
          "Brouillon \(draft)\(outcome.isRepeated ? " (déjà commencé)" : "") : "
            + "aap dossier saisir --reprendre \(draft)")
      }
    }
  }
}

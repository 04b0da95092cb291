import ArgumentParser
import Desk
import Vocabulary

extension AAP.DossierCommands {
  /// Deposits many files.
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "importer",
      abstract: "Dépose plusieurs fichiers, ou un fichier de lignes JSON (un dossier par ligne).",
      discussion:
        "Chaque dossier est reçu ou refusé pour lui-même ; une ligne de compte rendu chacun.")
    @Argument(help: "Fichiers YAML, JSON ou .jsonl.")
    var fichiers: [String]
    @OptionGroup var base: BaseOptions
    @OptionGroup var call: CallOptions
    @OptionGroup var output: FormatOptions
    @OptionGroup var simulation: SimulationOptions

    func run() throws {
      let desk = try base.desk()
      let context = try call.context(desk)
      var progress = Progress("dossiers importés")
      let done =
        simulation.simuler
        ? nil : "Les dossiers reçus jusqu’ici SONT déposés : aap dossier lister les montre."
      var refused = 0
      var code: Int32 = 0
      Output.result(ImportReport.header(output.format))
      for path in fichiers {
        try desk.importDossiers(path, in: context, isSimulated: simulation.simuler) { report in
          progress.advance()
          if let findings = report.refusal {
            refused += 1
            code = max(code, FindingText.exitCode(for: findings))
          }
          Output.result(report.line(output.format), done: done)
        }
      }
      guard refused == 0 else {
        Output.message("\(refused) dossier(s) refusé(s).")
        throw ExitCode(code)
      }
    }
  }
}

import ArgumentParser
import Desk
import Vocabulary

extension AAP.DossierCommands {
  /// Deposits many files.
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "importer",
      abstract: "Dépose plusieurs fichiers, ou un fichier de plusieurs dossiers (JSON ou XML).",
      discussion:
        "Chaque dossier est reçu ou refusé pour lui-même ; une ligne de compte rendu chacun.")
    @Argument(
      help:
        "Fichiers YAML, JSON, XML ou ODS ; .jsonl : un dossier par ligne ; XML « depots » : autant qu’on veut."
    )
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
      var told = 0
      var refused = 0
      var code: Int32 = 0
      Output.result(ImportReport.header(output.format))
      for path in fichiers {
        do {
          try desk.importDossiers(path, in: context, isSimulated: simulation.simuler) { report in
            progress.advance()
            told += 1
            if let findings = report.refusal {
              refused += 1
              code = max(code, FindingText.exitCode(for: findings))
            }
            Output.result(report.line(output.format), done: done)
          }
        } catch let error as DeskError where fichiers.count > 1 && error.exitCode == 66 {
          // One name that leads nowhere does not stop the others.
          refused += 1
          code = max(code, error.exitCode)
          Output.message("aap : \(error.french)")
        }
      }
      if told == 0, refused == 0 { Output.message("Aucun dossier dans ce qui a été donné.") }
      guard refused == 0 else {
        Output.message("\(refused) dossier(s) refusé(s).")
        throw ExitCode(code)
      }
    }
  }
}

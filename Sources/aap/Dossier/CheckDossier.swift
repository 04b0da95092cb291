import ArgumentParser
import Desk
import Vocabulary

extension AAP.DossierCommands {
  /// Judges a file without depositing it.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "verifier",
      abstract: "Dit tout ce qui ne va pas dans un fichier, sans le déposer.",
      discussion: "Juge les règles du dépôt et celles de la recevabilité.")
    @Argument(help: "Fichier du dossier (YAML, JSON, XML ou ODS).")
    var fichier: String
    @OptionGroup var base: BaseOptions
    @OptionGroup var call: CallOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
      let desk = try base.desk()
      let verified = desk.verify(try InputFile.read(fichier), in: try call.context(desk))
      if output.format == .json {
        Output.result(FindingText.json(verified.findings))
      } else if !verified.findings.isEmpty {
        Output.message(FindingText.forPeople(verified.findings))
      }
      let code = FindingText.exitCode(for: verified.findings)
      guard code == 0 else { throw ExitCode(code) }
      Output.message("Rien ne s’oppose au dépôt de « \(fichier) ».")
    }
  }
}

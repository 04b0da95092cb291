import ArgumentParser
import Desk
import Documents
import Vocabulary

extension AAP {
  /// What follows the decisions of the committee.
  struct DecisionCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "decision",
      abstract:
        "Ce qui suit une séance close : lettres, conventions, retraits, fermeté des montants.",
      subcommands: [
        Notify.self, Agreements.self, Withdraw.self, Modify.self, Follow.self,
      ])
  }
}

/// Where and how papers are written.
struct PaperOptions: ParsableArguments {
  @Flag(help: "Écrit du texte simple au lieu de pages HTML.")
  var texte = false
  @Flag(help: "Imprime les pages en PDF ; demande le programme weasyprint.")
  var pdf = false
  @OptionGroup var replacement: ReplacementOptions
  @OptionGroup var simulation: SimulationOptions

  func validate() throws {
    if texte, pdf { throw ValidationError("Choisissez --texte ou --pdf.") }
  }

  func request(_ number: String?, folder: String) throws -> PaperRequest {
    PaperRequest(
      number: try number.map(NumberArgument.read), folder: folder, format: texte ? .text : .page,
      printer: pdf ? try PagePrinter(searchPath: Shell.environment["PATH"]) : nil,
      replaces: replacement.remplacer, isSimulated: simulation.simuler)
  }
}

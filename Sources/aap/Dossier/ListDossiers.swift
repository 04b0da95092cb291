public import ArgumentParser
import Desk
import Dossiers
import Store

extension AAP.DossierCommands {
  /// Lists dossiers.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "lister", abstract: "Liste les dossiers de l’appel, par ordre de dépôt.")
    @Option(help: ArgumentHelp("Seulement cette étape.", valueName: "etape"))
    var etape: Stage?
    @OptionGroup var base: BaseOptions
    @OptionGroup var call: CallOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
      let desk = try base.desk()
      let lines = try desk.dossierLines(in: try call.context(desk), stages: etape.map { [$0] })
      output.show(Listing(dossiers: lines))
    }
  }

  /// Shows one dossier.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "montrer", abstract: "Montre un dossier et tout ce qu’on en sait.")
    @Argument(help: "Numéro du dossier, par exemple 2016-0001.")
    var numero: String
    @OptionGroup var base: BaseOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
      let desk = try base.desk()
      let sheet = try desk.sheet(of: try NumberArgument.read(numero))
      guard output.format != .json else { return Output.result(sheet.json) }
      output.show(Listing(sheet: sheet, desk.base.reference))
    }
  }
}

extension Stage: ExpressibleByArgument {}

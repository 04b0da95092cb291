import ArgumentParser
import Desk
import Vocabulary

extension AAP {
  /// Form editions.
  struct FormCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "formulaire", abstract: "Donne un formulaire vierge à remplir hors ligne.",
      subcommands: [Model.self])
  }
}

extension AAP.FormCommands {
  /// Prints an empty form.
  struct Model: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "modele",
      abstract: "Imprime un formulaire vierge et commenté pour un type de porteur.",
      discussion: "Sans base, le formulaire vient des modèles livrés avec le programme.")
    @Argument(help: "Type de porteur : association, commune, ccas…")
    var type: String
    @OptionGroup var base: BaseOptions
    @OptionGroup var call: CallOptions

    func run() throws {
      let desk = try? base.desk()
      if base.base != nil, desk == nil { _ = try base.desk() }
      let text =
        if let desk, let context = try? call.context(desk) {
          try context.blankForm(for: type)
        } else {
          try Desk.blankForm(for: type, resources: try Shell.resources())
        }
      Output.result(text)
    }
  }
}

public import ArgumentParser
import Desk
import Store
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
  /// Gives an empty form.
  struct Model: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "modele",
      abstract: "Donne un formulaire vierge et commenté pour un type de porteur.",
      discussion: """
        Sans base, le formulaire vient des modèles livrés avec le programme. Un classeur (ods) va \
        dans un fichier : précisez -o.
        """)
    @Argument(help: "Type de porteur : association, commune, ccas…")
    var type: String
    @Option(
      help: ArgumentHelp(
        "yaml, json, xml ou ods ; par défaut, celui du fichier à écrire, sinon yaml.",
        valueName: "format"))
    var format: ReceivedFormat?
    @Option(
      name: [.customShort("o"), .customLong("sortie")],
      help: ArgumentHelp("Fichier à écrire, au lieu de la sortie standard.", valueName: "fichier"))
    var sortie: String?
    @OptionGroup var replacement: ReplacementOptions
    @OptionGroup var base: BaseOptions
    @OptionGroup var call: CallOptions

    func run() throws {
      if let format, let sortie, let named = ReceivedFormat.named(sortie), named != format {
        throw ValidationError("« \(sortie) » annonce un autre format que \(format.rawValue).")
      }
      let asked = try format ?? sortie.map { try FormLibrary.format(askedBy: $0) } ?? .yaml
      let bytes =
        if let context = try call.contextIfAny(in: base) {
          try context.blankForm(for: type, as: asked)
        } else {
          try Desk.shippedLibrary(resources: try Shell.resources()).blankForm(for: type, as: asked)
        }
      if let sortie {
        try Desk.write(bytes, to: sortie, replacing: replacement.remplacer)
        Output.message("Formulaire vierge écrit dans « \(sortie) ».")
      } else if asked == .ods, Output.isTerminal {
        throw DeskError.refused(
          "Un classeur ne s’affiche pas à l’écran.", remedy: "Nommez le fichier : -o formulaire.ods"
        )
      } else {
        Output.result(bytes)
      }
    }
  }
}

extension ReceivedFormat: ExpressibleByArgument {}

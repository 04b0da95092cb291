import ArgumentParser
import Contract
import Desk
import Dossiers
import Vocabulary

extension AAP.PieceCommands {
  /// Lists the papers of a dossier.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "lister",
      abstract: "Liste les pièces d’un dossier : attendues, jointes, manquantes.")
    @Argument(help: "Numéro du dossier, par exemple 2016-0001.")
    var numero: String
    @OptionGroup var base: BaseOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
      let sheet = try base.desk().seenPieces(of: try NumberArgument.read(numero))
      output.show(Listing(pieces: sheet))
    }
  }

  /// Writes a paper in a file.
  struct Extract: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "extraire",
      abstract: "Écrit une pièce dans un fichier, octet pour octet, sans rien remplacer.",
      discussion: """
        Sans -o, le fichier prend dans le dossier courant le nom de la pièce, débarrassé de ce qui pourrait tromper.
        """)
    @Argument(help: "Numéro du dossier, par exemple 2016-0001.")
    var numero: String
    @Argument(help: "Numéro de la pièce, que donne « aap piece lister ».")
    var id: Int64
    @Option(
      name: [.customShort("o"), .long],
      help: ArgumentHelp("Fichier à écrire.", valueName: "fichier"))
    var sortie: String?
    @OptionGroup var base: BaseOptions
    @OptionGroup var simulation: SimulationOptions

    func run() throws {
      let (piece, path) = try base.desk()
        .extractPiece(
          id, of: try NumberArgument.read(numero), to: sortie, isSimulated: simulation.simuler)
      Output.message(
        "\(simulation.mention)« \(path) » : pièce n° \(piece.id) (\(piece.kind.french)), "
          + "\(FrenchNumber.count(piece.size, "octet", "octets")), SHA-256 \(piece.fingerprint).")
    }
  }
}

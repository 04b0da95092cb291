import ArgumentParser
import Contract
import Desk
import Dossiers
import Vocabulary

extension AAP.PieceCommands {
  /// Attaches a paper.
  struct Attach: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "joindre", abstract: "Joint une pièce à un dossier.",
      discussion: """
        La pièce est un fichier, ou une pièce que le même porteur a déjà donnée (--reprendre). Le contenu dit le \
        format, pas le nom du fichier. Joindre deux fois le même fichier ne change rien.
        Types : \(PieceKindArgument.names.joined(separator: ", ")).
        """)
    @Argument(help: "Numéro du dossier, par exemple 2016-0001.")
    var numero: String
    @Argument(help: "Fichier à joindre.")
    var fichier: String?
    @Option(help: ArgumentHelp("Ce qu’est la pièce.", valueName: "type"))
    var type: String?
    @Option(
      help: ArgumentHelp("Numéro d’une pièce déjà donnée à un autre dossier.", valueName: "id"))
    var reprendre: Int64?
    @OptionGroup var base: BaseOptions
    @OptionGroup var output: FormatOptions
    @OptionGroup var simulation: SimulationOptions

    func validate() throws {
      guard (fichier != nil) != (reprendre != nil) else {
        throw ValidationError("Donnez un fichier, ou --reprendre et le numéro d’une pièce.")
      }
      guard reprendre != nil || type != nil else {
        throw ValidationError(
          "Dites ce qu’est la pièce avec --type : \(PieceKindArgument.names.joined(separator: ", "))."
        )
      }
      if let type { _ = try PieceKindArgument.read(type) }
    }

    func run() throws {
      let desk = try base.desk()
      let report = try attach(with: desk, to: try NumberArgument.read(numero))
      if output.format != .json, !report.findings.isEmpty {
        Output.message(FindingText.forPeople(report.findings))
      }
      output.show(
        Listing(attached: report),
        done: simulation.simuler
          ? nil : "La pièce EST jointe : aap piece lister \(numero) la montre.")
      Output.message(simulation.mention + Self.sentence(report, isSimulated: simulation.simuler))
      if !report.missing.isEmpty {
        let names = report.missing.map(\.requirement.rule.label).joined(separator: " ; ")
        Output.message("Pièces encore attendues : \(names).")
      }
    }

    private func attach(with desk: Desk, to number: DossierNumber) throws -> PieceReport {
      let kind = try type.map { try PieceKindArgument.read($0) }
      if let reprendre {
        return try desk.reusePiece(
          in: number, piece: reprendre, kind: kind, isSimulated: simulation.simuler)
      }
      return try desk.attachPiece(
        to: number, path: fichier ?? "", kind: kind ?? .other, isSimulated: simulation.simuler)
    }

    private static func sentence(_ report: PieceReport, isSimulated: Bool) -> String {
      let piece = report.piece
      if report.isRepeated {
        return
          "Cette pièce était déjà jointe au dossier \(piece.dossier.text), sous le n° \(piece.id)."
      }
      return isSimulated
        ? "« \(piece.name) » serait jointe au dossier \(piece.dossier.text)."
        : "« \(piece.name) » est jointe au dossier \(piece.dossier.text), sous le n° \(piece.id)."
    }
  }
}

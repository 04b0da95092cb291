import ArgumentParser
import Contract
import Vocabulary

extension AAP {
  /// The papers of dossiers.
  struct PieceCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "piece", abstract: "Joint, liste et extrait les pièces des dossiers.",
      subcommands: [Attach.self, List.self, Extract.self])
  }
}

/// Reads a kind of paper typed on the line.
enum PieceKindArgument {
  /// Every kind, for help pages.
  static let names = PieceKind.allCases.map(\.rawValue)

  /// The kind of this name; a wrong one is a mistake on the line, with the nearest right one.
  static func read(_ text: String) throws -> PieceKind {
    if let kind = PieceKind(rawValue: text) { return kind }
    let hint = text.nearest(among: names).map { " ; vouliez-vous dire « \($0) » ?" } ?? "."
    throw ValidationError(
      "« \(text) » n’est pas un type de pièce\(hint) Types : \(names.joined(separator: ", ")).")
  }
}

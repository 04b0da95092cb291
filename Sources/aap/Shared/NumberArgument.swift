import Desk
import Dossiers

/// Reads a dossier number typed on the line; a wrong one is refused like an unknown dossier.
enum NumberArgument {
  static func read(_ text: String) throws -> DossierNumber {
    guard let number = DossierNumber(text) else { throw DeskError.unknownDossier(text) }
    return number
  }
}

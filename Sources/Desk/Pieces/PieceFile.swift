import Contract
import Dossiers
import Vocabulary

/// Reads the file of a paper, within the limit of its call.
enum PieceFile {
  /// Where a call says how many papers it takes, how large and until when.
  static let callRules: LegalSource = "Règlement de l’appel : pièces à joindre"

  /// The whole content of an ordinary file.
  ///
  /// A file too large is refused on its size alone; one that grows meanwhile, one byte past the limit.
  ///
  /// - Throws: ``DeskError``, or a ``Refusal``.
  static func read(_ path: String, rules: PieceRules) throws -> [UInt8] {
    let file = try ReadableFile(path, onlyOrdinary: true)
    let limit = rules.maximumSize
    guard file.size <= limit else {
      throw Refusal([tooLarge(PieceName.shown(path), size: file.size, rules: rules)])
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(file.size)
    while bytes.count <= limit, try file.append(to: &bytes, atMost: limit + 1 - bytes.count) {}
    guard bytes.count <= limit else {
      throw Refusal([tooLarge(PieceName.shown(path), size: bytes.count, rules: rules)])
    }
    return bytes
  }

  static func tooLarge(_ name: String, size: Int, rules: PieceRules) -> Finding {
    Finding(
      code: "piece_trop_lourde", place: Finding.Place(file: name),
      message: "Le fichier pèse \(FrenchNumber.text(size)) octets, l’appel en admet "
        + "\(FrenchNumber.text(rules.maximumSize)) par pièce.",
      remedy: "Numérisez à 150 points par pouce, en niveaux de gris, ou enregistrez-le en PDF.",
      source: callRules)
  }
}

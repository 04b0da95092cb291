public import Dossiers
import Store

extension Desk {
  /// Writes the content of a paper in a file, byte for byte; an existing file is never touched.
  ///
  /// - Parameters:
  ///   - id: the paper's number in the base.
  ///   - number: the dossier it must belong to.
  ///   - path: where to write; the paper's own name, made harmless, in the current folder by default.
  ///   - isSimulated: check that the file could be written, write nothing.
  /// - Returns: the paper, and the file written.
  /// - Throws: ``DeskError``, or ``Store/Failure`` when the content kept is not what was received.
  public func extractPiece(
    _ id: Int64, of number: DossierNumber, to path: String? = nil, isSimulated: Bool = false
  ) throws -> (piece: AttachedPiece, path: String) {
    _ = try permit("extraire une pièce", to: .applicant, .instructor, .secretary)
    guard try store.receipt(of: number) != nil else {
      throw DeskError.unknownDossier(number.text)
    }
    guard let piece = try store.piece(id), piece.dossier == number else {
      throw DeskError.unknownPiece(id, of: number)
    }
    let path = path ?? PieceName.extracted(piece.name, format: piece.format)
    guard let content = try store.content(ofPiece: id) else {
      throw DeskError.unknownPiece(id, of: number)
    }
    let file = try OutputFile(path, replaces: false)
    guard !isSimulated else { return (piece, path) }
    try file.write(content)
    try file.finish()
    return (piece, path)
  }
}

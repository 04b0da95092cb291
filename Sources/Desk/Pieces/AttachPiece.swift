public import Contract
public import Dossiers
import Store
public import Vocabulary

/// What attaching a paper gave.
public struct PieceReport: Sendable {
  /// Its number is 0 when nothing was written.
  public let piece: AttachedPiece
  /// The dossier already had this content under this kind.
  public let isRepeated: Bool
  /// Warnings about the content.
  public let findings: [Finding]
  /// The papers that the dossier still lacks.
  public let missing: [PieceInventory.Line]
}

extension Desk {
  /// Attaches a file to a dossier, for what its content is.
  ///
  /// The same content attached again under the same kind gives the same number, even after the deadline.
  ///
  /// - Parameters:
  ///   - number: the dossier.
  ///   - path: the file; it is read within the call's limit, and never opened otherwise.
  ///   - kind: what the paper is.
  ///   - isSimulated: judge, but write nothing.
  /// - Returns: the paper, and what is still missing.
  /// - Throws: ``Refusal`` with all the findings, ``DeskError``, ``Store/Failure``.
  public func attachPiece(
    to number: DossierNumber, path: String, kind: PieceKind, isSimulated: Bool = false
  ) throws -> PieceReport {
    let desk = try PieceDesk(self, number: number)
    let bytes: [UInt8]
    do {
      bytes = try PieceFile.read(path, rules: desk.rules)
    } catch let refusal as Refusal {
      throw try desk.refusal(desk.closingFindings() + refusal.findings, isSimulated: isSimulated)
    }
    if let twin = try desk.twin(kind, fingerprint: Fingerprint.of(bytes)) {
      return try desk.report(twin, isRepeated: true)
    }
    let check = PieceCheck(bytes, name: path, rules: desk.rules)
    let findings = try desk.closingFindings() + check.findings
    guard let format = check.format, !findings.areBlocking else {
      throw try desk.refusal(findings, isSimulated: isSimulated)
    }
    let origin = NewPiece.Origin.content(bytes, name: PieceName.shown(path), format: format)
    return try desk.attach(kind, origin, findings: findings, isSimulated: isSimulated)
  }

  /// Uses again, in a dossier, a paper that the same legal person gave to another one.
  ///
  /// - Parameters:
  ///   - number: the dossier.
  ///   - id: the paper's number in the base.
  ///   - kind: what the paper is; it must be what it was.
  ///   - isSimulated: judge, but write nothing.
  /// - Returns: the paper, and what is still missing.
  /// - Throws: ``Refusal`` with all the findings, ``DeskError``, ``Store/Failure``.
  public func reusePiece(
    in number: DossierNumber, piece id: Int64, kind: PieceKind? = nil, isSimulated: Bool = false
  ) throws -> PieceReport {
    let desk = try PieceDesk(self, number: number)
    guard let earlier = try store.piece(id) else { throw DeskError.unknownPiece(id, of: number) }
    if let twin = try desk.twin(earlier.kind, fingerprint: earlier.fingerprint) {
      return try desk.report(twin, isRepeated: true)
    }
    let findings =
      try desk.closingFindings() + desk.reuseFindings(earlier, as: kind ?? earlier.kind)
    guard findings.isEmpty else { throw try desk.refusal(findings, isSimulated: isSimulated) }
    return try desk.attach(earlier.kind, .earlier(earlier), findings: [], isSimulated: isSimulated)
  }
}

extension DeskError {
  static func unknownPiece(_ id: Int64, of number: DossierNumber) -> DeskError {
    .refused(
      "La pièce n° \(id) n’existe pas.",
      remedy:
        "Les pièces d’un dossier et celles qu’il peut reprendre : aap piece lister \(number.text).")
  }
}

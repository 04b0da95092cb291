public import Contract
public import Vocabulary

/// A paper attached to a dossier, without its content.
public struct AttachedPiece: Hashable, Sendable {
  /// Its number in the base.
  public let id: Int64
  public let dossier: DossierNumber
  public let kind: PieceKind
  /// As it may be shown: see ``PieceName``.
  public let name: String
  public let format: PieceFormat
  /// In bytes.
  public let size: Int
  /// SHA-256 of its content, in lower-case hexadecimal.
  public let fingerprint: String
  public let attachedAt: Instant
  /// The paper first given, when this one is the same, used again.
  public let reusedFrom: Int64?
  /// When the content was first given for what it is: its age counts from there.
  public let firstGivenAt: Instant

  /// Describes a paper.
  public init(
    id: Int64, dossier: DossierNumber, kind: PieceKind, name: String, format: PieceFormat,
    size: Int, fingerprint: String, attachedAt: Instant, reusedFrom: Int64? = nil,
    firstGivenAt: Instant? = nil
  ) {
    self.id = id
    self.dossier = dossier
    self.kind = kind
    self.name = name
    self.format = format
    self.size = size
    self.fingerprint = fingerprint
    self.attachedAt = attachedAt
    self.reusedFrom = reusedFrom
    self.firstGivenAt = firstGivenAt ?? attachedAt
  }
}

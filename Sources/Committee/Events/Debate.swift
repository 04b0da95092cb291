public import Contract
public import Dossiers

/// The committee takes up one dossier.
public struct ProjectCall: Hashable, Sendable, Codable {
  public let number: DossierNumber

  /// Calls a dossier.
  public init(number: DossierNumber) { self.number = number }

  private enum CodingKeys: String, CodingKey { case number = "dossier" }
}

/// Other amounts than those proposed for one dossier, put forward by a member.
///
/// Once carried, they replace those of a proposal when it is voted as a whole.
public struct Amendment: Hashable, Sendable, Codable {
  /// Unique in the session.
  public let id: String
  public let number: DossierNumber
  public let author: FunderID
  /// What each purse would give; empty to refuse the dossier.
  public let grants: [PurseAmount]
  /// In French, as it will be minuted.
  public let motive: String

  /// Puts an amendment forward.
  ///
  /// - Parameters:
  ///   - id: unique in the session.
  ///   - number: the dossier.
  ///   - author: the member who puts it forward.
  ///   - grants: what each purse would give; empty to refuse the dossier.
  ///   - motive: why.
  public init(
    id: String, number: DossierNumber, author: FunderID, grants: [PurseAmount], motive: String
  ) {
    self.id = id
    self.number = number
    self.author = author
    self.grants = grants
    self.motive = motive
  }

  private enum CodingKeys: String, CodingKey {
    case id
    case number = "dossier"
    case author = "auteur"
    case grants = "montants"
    case motive = "motif"
  }
}

/// The session stops for a while.
public struct Suspension: Hashable, Sendable, Codable {
  /// In French, as it will be minuted.
  public let motive: String

  /// Suspends the session.
  public init(motive: String) { self.motive = motive }

  private enum CodingKeys: String, CodingKey { case motive = "motif" }
}

/// The session goes on.
public struct Resumption: Hashable, Sendable, Codable {
  /// Resumes the session.
  public init() {}
}

/// The acts that follow come from one file, applied as a whole.
public struct Batch: Hashable, Sendable, Codable {
  /// Digest of the file, by which it is recognised when it comes again.
  public let digest: String
  /// How many acts follow.
  public let count: Int

  /// Starts a batch.
  public init(digest: String, count: Int) {
    self.digest = digest
    self.count = count
  }

  private enum CodingKeys: String, CodingKey {
    case digest = "empreinte"
    case count = "actes"
  }
}

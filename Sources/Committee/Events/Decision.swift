public import Dossiers
public import Vocabulary

/// What the committee may settle for a dossier.
public enum DecisionKind: String, Hashable, Sendable, Codable, CaseIterable {
  case granted = "accorde"
  case partlyGranted = "accorde_partiellement"
  case deferred = "ajourne"
  case refused = "refuse"
  /// There is nothing left to decide: withdrawn, or merged with another dossier.
  case moot = "sans_objet"

  /// For readers.
  public var french: String {
    switch self {
    case .granted: "accordé"
    case .partlyGranted: "accordé partiellement"
    case .deferred: "ajourné"
    case .refused: "refusé"
    case .moot: "sans objet"
    }
  }
}

/// An authorised exception to a limit.
public struct Derogation: Hashable, Sendable, Codable {
  /// In French, as it will be minuted.
  public let motive: String
  /// Who takes responsibility for it.
  public let author: String
  /// The text that allows it, when there is one.
  public let source: LegalSource?

  /// Makes an exception.
  public init(motive: String, author: String, source: LegalSource? = nil) {
    self.motive = motive
    self.author = author
    self.source = source
  }

  private enum CodingKeys: String, CodingKey {
    case motive = "motif"
    case author = "auteur"
    case source
  }
}

/// What the committee settles for one dossier.
///
/// A second decision on the same dossier replaces the first, and must say why.
public struct Decision: Hashable, Sendable, Codable {
  public let number: DossierNumber
  public let kind: DecisionKind
  /// What each purse gives; a purse appears once at most.
  public let grants: [PurseAmount]
  /// Reason in French; required to refuse, to defer and to decide again.
  public let motive: String?
  public let derogation: Derogation?

  /// Settles a dossier.
  public init(
    number: DossierNumber, kind: DecisionKind, grants: [PurseAmount] = [], motive: String? = nil,
    derogation: Derogation? = nil
  ) {
    self.number = number
    self.kind = kind
    self.grants = grants
    self.motive = motive
    self.derogation = derogation
  }

  /// What the dossier receives in all.
  public var total: Cents { grants.lazy.map(\.amount).total() }

  private enum CodingKeys: String, CodingKey {
    case number = "dossier"
    case kind = "decision"
    case grants = "montants"
    case motive = "motif"
    case derogation
  }
}

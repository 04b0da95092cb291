/// How firm an amount is, from a wish to money paid.
public enum Firmness: String, Hashable, Sendable, Codable, CaseIterable {
  case requested = "demande"
  case opinion = "avis"
  case intention = "intention"
  case voted = "vote"
  /// The funder's own assembly has deliberated.
  case deliberated = "delibere"
  case agreed = "conventionne"
  case paid = "verse"
  case cancelled = "annule"

  /// For readers.
  public var french: String {
    switch self {
    case .requested: "demandé"
    case .opinion: "avis"
    case .intention: "intention"
    case .voted: "voté"
    case .deliberated: "délibéré"
    case .agreed: "conventionné"
    case .paid: "versé"
    case .cancelled: "annulé"
    }
  }

  /// Rung on the ladder, from 0; `nil` once cancelled.
  public var rung: Int? {
    switch self {
    case .requested: 0
    case .opinion: 1
    case .intention: 2
    case .voted: 3
    case .deliberated: 4
    case .agreed: 5
    case .paid: 6
    case .cancelled: nil
    }
  }

  /// Whether an amount may move to `next`: up the ladder, or off it as long as nothing is paid.
  public func mayBecome(_ next: Firmness) -> Bool {
    guard let rung else { return false }
    guard let higher = next.rung else { return self != .paid }
    return higher > rung
  }
}

public import Contract

/// A member takes a seat, through a person.
public struct MemberPresence: Hashable, Sendable, Codable {
  public let member: FunderID
  /// The person who sits for the member.
  public let person: String

  /// Seats a person.
  public init(member: FunderID, person: String) {
    self.member = member
    self.person = person
  }

  private enum CodingKeys: String, CodingKey {
    case member = "membre"
    case person = "personne"
  }
}

/// A member leaves the session.
public struct MemberDeparture: Hashable, Sendable, Codable {
  public let member: FunderID

  /// Empties a seat.
  public init(member: FunderID) { self.member = member }

  private enum CodingKeys: String, CodingKey { case member = "membre" }
}

/// A remark to be minuted.
public struct Observation: Hashable, Sendable, Codable {
  /// Who made it; `nil` for the session as a whole.
  public let member: FunderID?
  public let text: String

  /// Minutes a remark.
  public init(member: FunderID? = nil, text: String) {
    self.member = member
    self.text = text
  }

  private enum CodingKeys: String, CodingKey {
    case member = "membre"
    case text = "texte"
  }
}

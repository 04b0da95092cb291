public import Contract

/// A member takes a seat, through a person.
public struct MemberPresence: Hashable, Sendable, Codable {
  public let member: FunderID
  /// The person who sits for the member.
  public let person: String
  /// As written; `nil` when it does not sit as a substitute.
  let writtenSubstitute: Bool?

  /// Seats a person.
  ///
  /// - Parameters:
  ///   - member: the member.
  ///   - person: who sits for it.
  ///   - isSubstitute: whether that person sits in the place of the one who usually does.
  public init(member: FunderID, person: String, isSubstitute: Bool = false) {
    self.member = member
    self.person = person
    writtenSubstitute = isSubstitute ? true : nil
  }

  /// Whether the person sits in the place of the one who usually does.
  public var isSubstitute: Bool { writtenSubstitute ?? false }

  private enum CodingKeys: String, CodingKey {
    case member = "membre"
    case person = "personne"
    case writtenSubstitute = "suppleant"
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

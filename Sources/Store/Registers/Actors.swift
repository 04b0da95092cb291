import Foundation
import GRDB
import Vocabulary

/// What an actor may do.
public enum Role: String, Hashable, Sendable, Codable, CaseIterable {
  case applicant = "porteur"
  case instructor = "instructeur"
  case funder = "financeur"
  case secretary = "secretaire"
  case chair = "president"
  case reader = "lecteur"
}

/// Someone who acts on the base.
public struct Actor: Hashable, Sendable {
  public let id: String
  public let role: Role
  /// The funder it speaks for, when its role is ``Role/funder``.
  public let funder: String?

  /// Names an actor.
  public init(id: String, role: Role, funder: String? = nil) {
    self.id = id
    self.role = role
    self.funder = funder
  }
}

extension Store {
  /// The actor of this identifier, unless removed.
  public func actor(_ id: String) throws -> Actor? {
    try read { db in
      try Row.fetchOne(
        db, sql: "SELECT * FROM actor WHERE id = ? AND removedAt IS NULL", arguments: [id]
      ).flatMap(Self.actor)
    }
  }

  /// Every actor still active, by identifier.
  public func actors() throws -> [Actor] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM actor WHERE removedAt IS NULL ORDER BY id")
        .compactMap(Self.actor)
    }
  }

  /// Adds an actor, or brings a removed one back.
  public func add(_ actor: Actor, act: JournalAct) throws {
    try write { db in
      try Self.insert(actor, at: act.at, in: db)
      try Journal.append(act, in: db)
    }
  }

  /// Removes an actor; what it did stays.
  public func removeActor(_ id: String, act: JournalAct) throws {
    try write { db in
      try db.execute(
        sql: "UPDATE actor SET removedAt = ? WHERE id = ?", arguments: [act.at.rfc3339, id])
      try Journal.append(act, in: db)
    }
  }

  static func insert(_ actor: Actor, at instant: Instant, in db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO actor (id, role, funder, addedAt) VALUES (?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET role = excluded.role, funder = excluded.funder,
          addedAt = excluded.addedAt, removedAt = NULL
        """, arguments: [actor.id, actor.role.rawValue, actor.funder, instant.rfc3339])
  }

  private static func actor(_ row: Row) -> Actor? {
    Role(rawValue: row["role"]).map { Actor(id: row["id"], role: $0, funder: row["funder"]) }
  }
}

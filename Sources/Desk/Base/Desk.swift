import Contract
import Foundation
public import Store
import Vocabulary

/// The use cases on one base: each reads, asks the core, writes once.
public struct Desk: Sendable {
  public let resources: Resources
  /// What the base is about.
  public let base: BaseRecord
  let store: Store
  let surroundings: Surroundings
  let actorID: String

  /// Opens a base to act on it.
  ///
  /// - Parameters:
  ///   - path: the base's file.
  ///   - actor: who acts.
  ///   - resources: templates and schemas.
  ///   - surroundings: the clock.
  ///   - clockOverride: the value of `AAP_MAINTENANT`, honoured on training bases only.
  /// - Returns: the desk.
  /// - Throws: ``Store/Failure``, ``DeskError``.
  public static func open(
    path: String, actor: String, resources: Resources, surroundings: Surroundings,
    clockOverride: String? = nil
  ) throws -> Desk {
    let store = try Store.open(path: path)
    guard let base = try store.baseRecord() else { throw DeskError.notInitialised }
    return Desk(
      resources: resources, base: base, store: store,
      surroundings: try clock(surroundings, override: clockOverride, isTraining: base.isTraining),
      actorID: actor)
  }

  static func clock(
    _ surroundings: Surroundings, override: String?, isTraining: Bool
  ) throws -> Surroundings {
    guard let override else { return surroundings }
    guard isTraining else { throw DeskError.clockNotAllowed }
    guard let instant = Instant(rfc3339: override) else {
      throw DeskError.clockUnreadable(override)
    }
    return Surroundings { instant }
  }

  /// The same desk at another moment, or with another actor: how a season is played.
  func acting(as actor: String? = nil, at instant: Instant) -> Desk {
    Desk(
      resources: resources, base: base, store: store, surroundings: Surroundings { instant },
      actorID: actor ?? actorID)
  }

  /// The actor, when its role allows the act; a refusal is journaled.
  ///
  /// - Throws: ``DeskError/unknownActor(_:)`` or ``DeskError/notPermitted(actor:act:roles:)``.
  func permit(_ act: String, to roles: Role...) throws -> Actor {
    guard let actor = try store.actor(actorID) else {
      try store.journal(journalAct("refus", subject: act, detail: "acteur inconnu"))
      throw DeskError.unknownActor(actorID)
    }
    guard roles.contains(actor.role) else {
      try store.journal(journalAct("refus", subject: act, detail: "rôle \(actor.role.rawValue)"))
      throw DeskError.notPermitted(actor: actorID, act: act, roles: roles)
    }
    return actor
  }

  func journalAct(_ act: String, subject: String, detail: String = "") -> JournalAct {
    JournalAct(
      actor: actorID, at: surroundings.now(), act: act, subject: subject, detail: detail)
  }
}

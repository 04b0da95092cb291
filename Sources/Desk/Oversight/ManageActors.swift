import Contract
public import Store

extension Desk {
  /// Adds an actor to the base, or changes its role.
  public func addActor(_ actor: Actor, isSimulated: Bool = false) throws {
    _ = try permit("ajouter un acteur", to: .secretary)
    try Self.checkActorID(actor.id)
    if actor.role != .secretary { try refuseIfLastSecretary(actor.id) }
    if let funder = actor.funder, base.reference.funder(funder) == nil {
      throw DeskError.refused(
        "Le référentiel ne connaît pas de financeur « \(funder) ».",
        remedy: "Voyez : aap referentiel financeurs.")
    }
    if !isSimulated {
      try store.add(
        actor, act: journalAct("ajout d'acteur", subject: actor.id, detail: actor.role.rawValue))
    }
  }

  /// Removes an actor; what it did stays in the journal.
  public func removeActor(_ id: String, isSimulated: Bool = false) throws {
    _ = try permit("retirer un acteur", to: .secretary)
    guard try store.actor(id) != nil else {
      throw DeskError.refused(
        "« \(id) » n’est pas un acteur de cette base.", remedy: "Voyez : aap acteur lister.")
    }
    try refuseIfLastSecretary(id)
    if !isSimulated {
      try store.removeActor(id, act: journalAct("retrait d'acteur", subject: id))
    }
  }

  private func refuseIfLastSecretary(_ id: String) throws {
    let secretaries = try store.actors().filter { $0.role == .secretary }
    guard secretaries.map(\.id) != [id] else {
      throw DeskError.refused(
        "« \(id) » est le seul secrétaire de la base.",
        remedy: "Ajoutez-en un autre d’abord : aap acteur ajouter ID --role secretaire.")
    }
  }

  /// The base counts in Unicode scalars, and holds 64 at most.
  static func checkActorID(_ id: String) throws {
    guard (1...64).contains(id.unicodeScalars.count) else {
      throw DeskError.refused(
        "Un identifiant d’acteur a de 1 à 64 caractères.", remedy: "Choisissez-en un autre.")
    }
  }

  /// The actors of the base.
  public func actors() throws -> [Actor] { try store.actors() }
}

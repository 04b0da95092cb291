import Contract
public import Store

extension Desk {
  /// Adds an actor to the base, or changes its role.
  public func addActor(_ actor: Actor, isSimulated: Bool = false) throws {
    _ = try permit("ajouter un acteur", to: .secretary)
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
    guard let actor = try store.actor(id) else { throw DeskError.unknownActor(id) }
    let secretaries = try store.actors().filter { $0.role == .secretary }
    if actor.role == .secretary, secretaries.count == 1 {
      throw DeskError.refused(
        "« \(id) » est le seul secrétaire de la base.",
        remedy: "Ajoutez-en un autre d’abord : aap acteur ajouter ID --role secretaire.")
    }
    if !isSimulated {
      try store.removeActor(id, act: journalAct("retrait d'acteur", subject: id))
    }
  }

  /// The actors of the base.
  public func actors() throws -> [Actor] { try store.actors() }
}

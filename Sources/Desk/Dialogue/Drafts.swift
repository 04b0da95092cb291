import Contract
import Dossiers
import Forms
public import Store
import Vocabulary

extension Desk {
  private static let act = "remplir un dossier"

  /// The drafts still open: the actor's own, or everyone's for those who receive the dossiers.
  public func openDrafts() throws -> [DraftRecord] {
    try store.openDrafts(of: try draftOwner())
  }

  /// Starts an empty draft.
  ///
  /// - Parameters:
  ///   - kind: the kind of applicant.
  ///   - context: the call.
  /// - Returns: its number, once on disk.
  /// - Throws: ``DeskError``; `Store.Failure`.
  public func startDraft(for kind: String, in context: CallContext) throws -> Int {
    _ = try draftOwner()
    try refuseIfClosed(context)
    let edition = try context.edition(for: kind)
    return try store.createDraft(
      NewDraft(call: context.call.id, form: edition.edition, applicantKind: kind), by: actorID,
      at: surroundings.now())
  }

  /// Closes a draft that will never be deposited.
  public func abandonDraft(_ id: Int) throws {
    let draft = try draft(id).record
    try store.abandonDraft(draft.id, by: actorID, at: surroundings.now())
  }

  /// A draft the actor may see, with its answers.
  ///
  /// - Throws: ``DeskError`` when there is none of this number for this actor.
  func draft(_ id: Int) throws -> (record: DraftRecord, answers: [DraftAnswer]) {
    let owner = try draftOwner()
    guard let draft = try store.draft(id), owner == nil || draft.record.actor == owner else {
      throw DeskError.refused(
        "Vous n’avez pas de brouillon \(id).",
        remedy: "« aap dossier saisir --reprendre » montre vos brouillons.")
    }
    if let number = draft.record.dossier {
      throw DeskError.refused(
        "Le brouillon \(id) a été déposé : c’est le dossier \(number.text).",
        remedy: "Son récépissé : aap dossier recu \(number.text).")
    }
    guard !draft.record.isClosed else { throw Store.Failure.draftClosed(id) }
    return draft
  }

  /// Whose drafts the actor may see; `nil` for everyone's.
  private func draftOwner() throws -> String? {
    let actor = try permit(Self.act, to: .applicant, .instructor, .secretary)
    return actor.role == .applicant ? actor.id : nil
  }
}

extension CallContext {
  /// The form that applicants of a kind fill in this call.
  func edition(for kind: String) throws -> FormEdition {
    guard let edition = call.form(for: kind), let form = library.editions[edition] else {
      let admitted = call.applicants.map(\.kind)
      let hint = kind.nearest(among: admitted).map { " ; vouliez-vous dire « \($0) » ?" } ?? "."
      throw DeskError.refused(
        "L’appel \(call.id) n’admet pas les porteurs de type « \(kind) »\(hint)",
        remedy: "Types admis : \(admitted.joined(separator: ", ")).")
    }
    return form
  }
}

extension Listing {
  /// Drafts, one a line.
  public init(drafts: [DraftRecord]) {
    self.init([
      Column("brouillon", "Brouillon"), Column("appel", "Appel"),
      Column("type_porteur", "Type"), Column("reponses", "Réponses"),
      Column("acteur", "Acteur"), Column("reconduit", "Reconduit"),
      Column("modifie_le", "Modifié le"),
    ])
    for draft in drafts {
      append([
        .number(draft.id), .text(draft.call), .text(draft.applicantKind),
        .number(draft.answered), .text(draft.actor), draft.renews.map { .text($0) } ?? .none,
        .instant(draft.updatedAt),
      ])
    }
  }
}

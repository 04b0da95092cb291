import Contract
public import Dossiers
import Store
public import Vocabulary

/// The papers of a dossier: what is asked, what is there, what is missing, what could be used again.
public struct PieceSheet: Sendable {
  /// A paper given to another dossier, that this one could use.
  public struct Offer: Hashable, Sendable {
    public let piece: AttachedPiece
    /// The last day on which it can be used; `nil` when it does not age.
    public let lastDay: Day?
    /// Whether it can be used today.
    public let isValid: Bool
  }

  public let number: DossierNumber
  public let inventory: PieceInventory
  /// The last paper of each missing kind that the same legal person gave elsewhere.
  public let offers: [Offer]
  /// The last day on which the applicant may give papers: that of the call, or that of the last request when it
  /// is later.
  public let deadline: Deadline

  /// What could be used for a missing paper.
  public func offer(of kind: PieceRequirement) -> Offer? {
    offers.first { $0.piece.kind == kind.rule.kind }
  }
}

extension Desk {
  /// The papers of a dossier.
  ///
  /// - Parameters:
  ///   - number: the dossier.
  ///   - known: its call, when it is already at hand.
  /// - Returns: what is asked, there and missing.
  /// - Throws: ``DeskError/unknownDossier(_:)``.
  public func pieceSheet(
    of number: DossierNumber, in known: CallContext? = nil
  ) throws -> PieceSheet {
    guard let received = try store.dossier(number) else {
      throw DeskError.unknownDossier(number.text)
    }
    let context = try known ?? callContext(number.call)
    return try pieceSheet(
      of: received, try application(of: received, in: context), in: context)
  }

  func pieceSheet(
    of received: ReceivedDossier, _ application: Application, in context: CallContext
  ) throws -> PieceSheet {
    let call = context.call
    let inventory = PieceInventory(
      application, attached: try store.pieces(of: received.number), rules: call.pieces)
    return PieceSheet(
      number: received.number, inventory: inventory,
      offers: try offers(for: inventory, siren: application.applicant.siren, received.number),
      deadline: try pieceDeadline(of: received, in: context))
  }

  /// The applicants' last day to give papers to a dossier: that of the call, or of what is asked of them.
  func pieceDeadline(of received: ReceivedDossier, in context: CallContext) throws -> Deadline {
    let known = context.call.pieceDeadline
    guard received.stage == .incomplete,
      let asked = try store.lastCompletionRequest(of: received.number)?.request
    else { return known }
    return Deadline(lastDay: max(asked.dueOn, known.lastDay))
  }

  /// The last paper of each missing kind, among the dossiers of the same legal person in this call and in
  /// those that opened before it.
  private func offers(
    for inventory: PieceInventory, siren: String?, _ number: DossierNumber
  ) throws -> [PieceSheet.Offer] {
    guard let siren, !inventory.missing.isEmpty else { return [] }
    let calls = try store.calls().map(\.call)
    guard let current = calls.first(where: { $0.id == number.call }) else { return [] }
    let earlier = calls.filter { $0.calendar.opening <= current.calendar.opening }.map(\.id)
    let given = try store.pieces(siren: siren, calls: earlier, except: number)
    let today = surroundings.now().parisDay
    return inventory.missing.compactMap { line in
      let rule = line.requirement.rule
      let last = given.filter { $0.kind == rule.kind && current.pieces.formats.contains($0.format) }
        .max { ($0.firstGivenAt, $0.id) < ($1.firstGivenAt, $1.id) }
      return last.map { piece in
        PieceSheet.Offer(
          piece: piece, lastDay: rule.lastDay(ofGivenOn: piece.firstGivenAt.parisDay),
          isValid: rule.lastDayExceeded(by: piece, on: today) == nil)
      }
    }
  }
}

import Contract
public import Dossiers
public import Store
import Vocabulary

extension Desk {
  /// Asks an applicant to complete its dossier.
  ///
  /// - Throws: ``DeskError`` when the day is past, nothing is asked or the stage does not allow it.
  public func askCompletion(
    of number: DossierNumber, _ request: CompletionRequest, isSimulated: Bool = false
  ) throws {
    _ = try permit("demander un complément", to: .instructor, .secretary)
    guard let line = try store.dossierLine(number) else {
      throw DeskError.unknownDossier(number.text)
    }
    let motive = try Self.motive(request.motive)
    let today = surroundings.now().parisDay
    guard request.dueOn >= today else {
      throw DeskError.refused(
        "Le \(request.dueOn.french) est déjà passé.",
        remedy: "Donnez au porteur un jour à partir du \(today.french).")
    }
    try moving(number) {
      guard !isSimulated else {
        _ = try line.stage.applying(.completionAsked)
        return
      }
      try store.askCompletion(
        CompletionRequest(motive: motive, pieces: request.pieces, dueOn: request.dueOn),
        of: number, actor: actorID, at: surroundings.now())
    }
  }

  /// Says that the review of dossiers is over: nothing to add before the session.
  ///
  /// - Parameters:
  ///   - number: the dossier; `nil` for every admissible one of the call.
  ///   - context: the call.
  ///   - isSimulated: write nothing.
  /// - Returns: the dossiers reviewed.
  /// - Throws: ``DeskError`` when one of them cannot be.
  public func finishReview(
    of number: DossierNumber?, in context: CallContext, isSimulated: Bool = false
  ) throws -> [DossierNumber] {
    _ = try permit("terminer l’instruction", to: .instructor, .secretary)
    let numbers =
      try number.map { [$0] }
      ?? store.dossierLines(call: context.call.id, stages: [.admissible]).map(\.number)
    try move(numbers, by: .reviewed, isSimulated: isSimulated)
    return numbers
  }
}

public import Contract
import Store

extension Desk {
  /// The last session of a call, for whoever may see how it stands.
  ///
  /// - Parameter context: the call.
  /// - Returns: the session, and the only funder whose purses the actor sees; `nil` for all.
  /// - Throws: ``DeskError``.
  public func board(of context: CallContext) throws -> (session: LiveSession, funder: FunderID?) {
    let actor = try permit(
      "voir le tableau de la séance", to: .instructor, .funder, .secretary, .chair, .reader)
    return (try session(of: context), actor.onlyFunder)
  }
}

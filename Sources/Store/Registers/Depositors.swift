public import Dossiers
import GRDB

extension Store {
  /// The dossiers that an actor deposited itself, in every call.
  ///
  /// - Parameter actor: who deposited.
  /// - Returns: their numbers.
  /// - Throws: ``Failure``.
  public func dossiers(depositedBy actor: String) throws -> Set<DossierNumber> {
    try read { db in
      Set(
        try String.fetchAll(
          db, sql: "SELECT subject FROM journal WHERE actor = ? AND act = 'depot'",
          arguments: [actor]
        ).compactMap { DossierNumber($0) })
    }
  }
}

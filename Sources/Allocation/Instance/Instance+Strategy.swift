public import Vocabulary

extension Instance {
  /// Reads an instance that a strategy is going to use.
  ///
  /// - Parameters:
  ///   - bytes: the file (`schemas/instance-1.json`).
  ///   - strategy: what it is read for.
  /// - Throws: ``Vocabulary/Refusal`` with every finding, all of the family `lecture`.
  public init(json bytes: some Sequence<UInt8>, for strategy: Strategy) throws(Refusal) {
    try self.init(json: bytes)
    let missing = findings(for: strategy)
    guard missing.isEmpty else { throw Refusal(missing) }
  }

  /// What the instance lacks for a strategy, one finding a project.
  ///
  /// - Parameter strategy: the strategy that would use it.
  /// - Returns: findings of the family `lecture`; empty when nothing is missing.
  public func findings(for strategy: Strategy) -> [Finding] {
    guard strategy == .value else { return [] }
    return projects.enumerated().filter { $0.element.score == nil }.map { index, project in
      Finding(
        code: "cle_absente", family: .malformed,
        place: Finding.Place(field: "projets[\(index)].score"),
        message: "Le score est nécessaire à la stratégie « valeur » (projet « \(project.id) »).",
        remedy: "Ajoutez « score » au projet, ou choisissez une autre stratégie.")
    }
  }
}

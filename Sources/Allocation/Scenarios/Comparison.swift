public import Vocabulary

/// A base and its scenarios, computed and set side by side.
public struct Comparison: Hashable, Sendable {
  /// A scenario beside the base.
  public struct Variant: Hashable, Sendable {
    public let result: ScenarioResult
    /// The projects that it treats otherwise, in the order of the base.
    public let movements: [ScenarioMovement]
    /// The commitments that hold in the base and no longer here, dominoes in the order they fall.
    public let fallen: [CommitmentChange]
    /// The commitments that hold here and not in the base, in the same order.
    public let risen: [CommitmentChange]

    /// The projects that move in one way, in the order of the base.
    public func movements(_ kind: ScenarioMovement.Kind) -> [ScenarioMovement] {
      movements.filter { $0.kind == kind }
    }
  }

  /// What readers call the instance as it is.
  public static let baseName = "Base"

  public let base: ScenarioResult
  /// In the order of the file.
  public let variants: [Variant]

  /// The base, then each scenario.
  public var results: [ScenarioResult] { [base] + variants.map(\.result) }

  /// Computes the base and every scenario.
  ///
  /// - Parameters:
  ///   - set: the scenarios, and the inhabitants of the districts.
  ///   - instance: the base.
  ///   - strategy: that of the base, and of the scenarios that name none.
  ///   - computed: called after each computation.
  /// - Throws: ``Vocabulary/Refusal`` when a scenario does not apply to the instance; nothing is
  ///   computed then.
  public init(
    of set: ScenarioSet, on instance: Instance, strategy: Strategy, computed: () -> Void = {}
  ) throws(Refusal) {
    let instances = try set.applied(to: instance)
    let lacking =
      instance.findings(for: strategy)
      + zip(set.scenarios, instances).flatMap { $1.findings(for: $0.strategy ?? strategy) }
    guard lacking.isEmpty else { throw Refusal(lacking) }
    let inhabitants = Dictionary(
      set.districts.map { ($0.code, $0.inhabitants) }, uniquingKeysWith: { first, _ in first })
    func result(
      _ name: String, _ instance: Instance, _ strategy: Strategy, withdrawn: Set<String> = []
    ) -> ScenarioResult {
      defer { computed() }
      return ScenarioResult(
        name: name, instance: instance,
        outcome: Allocator.solve(instance, strategy: strategy), inhabitants: inhabitants,
        withdrawn: withdrawn)
    }
    let base = result(Self.baseName, instance, strategy)
    self.base = base
    variants = zip(set.scenarios, instances).map { scenario, changed in
      Variant(
        result(
          scenario.name, changed, scenario.strategy ?? strategy,
          withdrawn: scenario.withdrawnPurses),
        beside: base)
    }
  }

  /// The districts where projects take place and whose inhabitants nobody told, by code: they are
  /// left out of the euros per inhabitant and of the inequality.
  public var uncountedDistricts: [String] {
    base.districts.filter { $0.inhabitants == nil }.compactMap(\.code)
  }
}

extension Comparison.Variant {
  fileprivate init(_ result: ScenarioResult, beside base: ScenarioResult) {
    self.result = result
    movements = ScenarioMovement.between(base, result)
    fallen = CommitmentChange.held(in: base, butNotIn: result)
    risen = CommitmentChange.held(in: result, butNotIn: base)
  }
}

/// A named hypothesis: what it changes in an instance, and the strategy it asks for.
///
/// A scenario never changes anything by itself: ``applied(to:at:)`` gives another instance.
public struct Scenario: Hashable, Sendable {
  /// How readers call it.
  public let name: String
  /// The strategy it is computed with; that of the base when nil.
  public let strategy: Strategy?
  /// What becomes of some purses.
  public let purses: [PurseChange]
  /// Another floor for every project that ``projects`` does not settle.
  public let floors: FloorPolicy?
  /// Another version of the grid: what it says of some projects.
  public let projects: [ProjectChange]
  /// Whether ranks follow the scores, the base settling equal ones.
  public let reranksByScore: Bool
  /// The settings that differ.
  public let parameters: ParameterChange
  /// Amounts settled, settled otherwise, or no longer settled.
  public let pins: [PinChange]
  /// The rules in place of those of the base; the same rules when nil.
  public let constraints: [Instance.Constraint]?

  /// Describes a scenario; nothing is checked here (see ``ScenarioSet/init(json:)``).
  public init(
    name: String, strategy: Strategy? = nil, purses: [PurseChange] = [],
    floors: FloorPolicy? = nil, projects: [ProjectChange] = [], reranksByScore: Bool = false,
    parameters: ParameterChange = ParameterChange(), pins: [PinChange] = [],
    constraints: [Instance.Constraint]? = nil
  ) {
    self.name = name
    self.strategy = strategy
    self.purses = purses
    self.floors = floors
    self.projects = projects
    self.reranksByScore = reranksByScore
    self.parameters = parameters
    self.pins = pins
    self.constraints = constraints
  }

  /// The purses that are withdrawn.
  public var withdrawnPurses: Set<String> {
    Set(purses.filter { $0.kind == .withdrawal }.map(\.purse))
  }
}

public import Vocabulary

/// The scenarios to compare with one instance, and the inhabitants of its districts.
public struct ScenarioSet: Hashable, Sendable {
  /// A district and those who live there.
  public struct District: Hashable, Sendable {
    /// As projects name it.
    public let code: String
    /// At least one.
    public let inhabitants: Int64

    /// Counts the inhabitants of a district.
    public init(code: String, inhabitants: Int64) {
      self.code = code
      self.inhabitants = inhabitants
    }
  }

  /// More than this all together and sums of money times inhabitants would not hold.
  static let mostInhabitants: Int64 = 10_000_000_000

  /// The districts whose inhabitants are known, in any order.
  public let districts: [District]
  /// In the order of the comparison.
  public let scenarios: [Scenario]

  /// Gathers scenarios; nothing is checked here (see ``init(json:)``).
  public init(districts: [District] = [], scenarios: [Scenario]) {
    self.districts = districts
    self.scenarios = scenarios
  }

  /// What each scenario makes of an instance, in their order.
  ///
  /// - Parameter instance: the base, which does not change.
  /// - Returns: one instance a scenario.
  /// - Throws: ``Vocabulary/Refusal`` with what each scenario asks for in vain, all of the family
  ///   `lecture`.
  public func applied(to instance: Instance) throws(Refusal) -> [Instance] {
    var instances: [Instance] = []
    var findings: [Finding] = []
    for (index, scenario) in scenarios.enumerated() {
      do throws(Refusal) {
        instances.append(try scenario.applied(to: instance, at: "scenarios[\(index)]"))
      } catch {
        findings += error.findings
      }
    }
    guard findings.isEmpty else { throw Refusal(findings) }
    return instances
  }
}

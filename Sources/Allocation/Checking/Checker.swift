public import Vocabulary

/// Checks a claim against its instance, rule by rule, in plain code.
///
/// Nothing here is shared with what computes allocations: an error there cannot hide here. It tells
/// whether every rule is respected and every figure is right, not whether a better allocation exists.
public struct Checker {
  let instance: Instance
  let claim: Claim
  /// Claimed grants by project then purse; only of known and retained projects.
  let grants: [String: [String: Cents]]
  let retained: Set<String>
  private(set) var findings: [Finding] = []

  /// Every broken rule and every wrong sum; empty when the claim is right.
  public static func check(_ claim: Claim, against instance: Instance) -> [Finding] {
    var checker = Checker(claim, instance)
    if claim.status == .infeasible {
      checker.checkNothingIsGiven()
    } else {
      checker.checkLines()
      checker.checkProjects()
      checker.checkPurses()
      checker.checkCells()
      checker.checkSettledAmounts()
      checker.checkRetention()
      checker.checkConstraints()
      checker.checkMinima()
      checker.checkTotals()
      checker.checkFigures()
      checker.checkRefusals()
    }
    return checker.findings
  }

  private init(_ claim: Claim, _ instance: Instance) {
    self.instance = instance
    self.claim = claim
    retained = Set(claim.projects.filter(\.isRetained).map(\.id))
    var grants: [String: [String: Cents]] = [:]
    for line in claim.projects where line.isRetained {
      for part in line.parts {
        let before = grants[line.id]?[part.purse] ?? .zero
        grants[line.id, default: [:]][part.purse] = Self.sum(before, part.amount)
      }
    }
    self.grants = grants
  }

  /// A sum that a corrupted file cannot make overflow.
  static func sum(_ left: Cents, _ right: Cents) -> Cents {
    let (value, overflow) = left.rawValue.addingReportingOverflow(right.rawValue)
    return Cents(overflow ? .max : value)
  }

  static func sum(_ amounts: some Sequence<Cents>) -> Cents { amounts.reduce(.zero, sum) }

  func grant(_ project: String, _ purse: String) -> Cents { grants[project]?[purse] ?? .zero }

  func total(_ project: String) -> Cents { Self.sum((grants[project] ?? [:]).values) }

  mutating func report(_ code: String, _ field: String, _ message: String) {
    findings.append(
      Finding(
        code: code, place: Finding.Place(field: field), message: message,
        remedy: "Recalculez la répartition ou corrigez le résultat."))
  }

  private mutating func checkNothingIsGiven() {
    if !retained.isEmpty || claim.granted != .zero || claim.retainedCount != 0 {
      report("infaisable_mais_attribue", "statut", "Un résultat infaisable n’attribue rien.")
    }
    if claim.objective != 0 || claim.bound != 0 || claim.gap != nil {
      report("objectif_faux", "objectif", "Un résultat infaisable n’a ni objectif, ni écart.")
    }
    if claim.conflictCount ?? 0 == 0 {
      report("conflit_absent", "conflit", "Un résultat infaisable nomme son conflit.")
    }
  }
}

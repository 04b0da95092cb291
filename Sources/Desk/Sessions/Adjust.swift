public import Allocation
public import Committee
import Contract
import Dossiers
import Store
import Vocabulary

/// What an adjustment changes, and what each one in force costs.
public struct AdjustedSession: Sendable {
  /// What would be proposed without it, then with it.
  public let before: Outcome
  public let after: Outcome
  /// Each adjustment in force, with what would be proposed were it lifted alone.
  public let costs: [(adjustment: CellAdjustment, without: Outcome)]
}

extension Desk {
  /// Records what the committee wants of one cell, and computes around it.
  ///
  /// Nothing is proposed: the outcomes only tell what the adjustment costs.
  ///
  /// - Parameters:
  ///   - adjustment: what is wanted.
  ///   - context: the call, whose strategy is followed.
  ///   - isSimulated: compute, but write nothing.
  /// - Returns: the allocations with and without it, and what each adjustment in force costs.
  /// - Throws: `SessionError` or ``DeskError``, for one when nothing would satisfy all that is asked, unless
  ///   the adjustment is lifted; nothing is then written.
  public func adjust(
    _ adjustment: CellAdjustment, in context: CallContext, isSimulated: Bool = false
  ) throws -> AdjustedSession {
    let session = try openSession(of: context)
    let played = try record(.event(.adjustment(adjustment)), in: context, isSimulated: true)
    let before = try outcome(on: session.state, in: context)
    let after = try outcome(on: played.state, in: context)
    guard after.status != .infeasible || adjustment.kind == .lifted else {
      throw DeskError.impossible(after)
    }
    let inForce = played.state.adjustments.values.flatMap(\.values).sorted {
      ($0.number, $0.purse) < ($1.number, $1.purse)
    }.filter { played.state.decisions[$0.number] == nil }
    var costs: [(adjustment: CellAdjustment, without: Outcome)] = []
    for one in inForce {
      var trial = played.state
      try trial.apply(.adjustment(one.lifting))
      costs.append((one, try outcome(on: trial, in: context)))
    }
    if !isSimulated { try record(.event(.adjustment(adjustment)), in: context) }
    return AdjustedSession(before: before, after: after, costs: costs)
  }

  /// What the call's strategy gives, infeasible or not.
  private func outcome(on state: SessionState, in context: CallContext) throws -> Outcome {
    Allocator.solve(
      try instance(of: state, in: context), strategy: Strategy(context.call.committee.strategy))
  }
}

extension CellAdjustment {
  fileprivate var lifting: CellAdjustment {
    CellAdjustment(number: number, purse: purse, kind: .lifted, amount: nil, motive: motive)
  }
}

extension AdjustedSession {
  /// What changes and what each adjustment costs, line by line.
  public var french: [String] {
    [
      "Avant\u{00A0}: \(before.french).", "Maintenant\u{00A0}: \(after.french).",
      after.movements(from: before),
    ]
      + costs.map { one in
        let name = "\(one.adjustment.number.text), \(one.adjustment.purse) \(one.adjustment.french)"
        return "Sans «\u{00A0}\(name)\u{00A0}»\u{00A0}: \(one.without.french)\u{00A0}; "
          + one.without.movements(from: after)
      }
  }
}

extension Outcome {
  fileprivate var french: String {
    guard status != .infeasible else { return "aucune répartition possible" }
    return
      "\(FrenchNumber.count(retainedCount, "dossier retenu", "dossiers retenus")), \(granted.french)"
  }

  /// Who enters and who leaves.
  fileprivate func movements(from other: Outcome) -> String {
    let retained = Set(projects.filter(\.isRetained).map(\.id))
    let former = Set(other.projects.filter(\.isRetained).map(\.id))
    let entering = retained.subtracting(former).sorted()
    let leaving = former.subtracting(retained).sorted()
    guard !entering.isEmpty || !leaving.isEmpty else { return "aucun dossier n’entre ni ne sort." }
    return [("entrent", entering), ("sortent", leaving)].filter { !$1.isEmpty }
      .map { "\($0)\u{00A0}: \($1.joined(separator: ", "))" }.joined(separator: "\u{00A0}; ") + "."
  }
}

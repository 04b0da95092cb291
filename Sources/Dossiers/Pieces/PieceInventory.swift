public import Contract
public import Vocabulary

/// The papers of one dossier, beside those its call asks for.
public struct PieceInventory: Hashable, Sendable {
  /// What stands for a paper that is asked.
  public enum State: Hashable, Sendable {
    /// The last one given that is still valid.
    case present(AttachedPiece)
    /// The last one given, used again after its last day.
    case expired(AttachedPiece, lastDay: Day)
    case missing
  }

  /// A paper asked for, and what stands for it.
  public struct Line: Hashable, Sendable {
    public let requirement: PieceRequirement
    public let state: State

    /// Whether it must still be given.
    public var isMissing: Bool {
      if case .present = state { false } else { true }
    }
  }

  /// The papers asked for, in the order of the call.
  public let lines: [Line]
  /// Every other paper of the dossier: not asked for, or replaced by a later one; oldest first.
  public let others: [AttachedPiece]

  /// The papers that must still be given.
  public var missing: [Line] { lines.filter(\.isMissing) }

  /// Sorts what was attached to an application under what its call asks.
  public init(_ application: Application, attached: [AttachedPiece], rules: PieceRules) {
    var lines: [Line] = []
    var used: Set<Int64> = []
    for requirement in application.requiredPieces(in: rules) {
      let state = Self.state(of: requirement.rule, attached: attached)
      lines.append(Line(requirement: requirement, state: state))
      switch state {
      case .present(let piece), .expired(let piece, _): used.insert(piece.id)
      case .missing: break
      }
    }
    self.lines = lines
    others = attached.filter { !used.contains($0.id) }
  }

  private static func state(of rule: RequiredPieceRule, attached: [AttachedPiece]) -> State {
    let given = attached.filter { $0.kind == rule.kind }.sorted { $0.id < $1.id }
    if let valid = given.last(where: {
      rule.lastDayExceeded(by: $0, on: $0.attachedAt.parisDay) == nil
    }) {
      return .present(valid)
    }
    guard let last = given.last,
      let lastDay = rule.lastDayExceeded(by: last, on: last.attachedAt.parisDay)
    else { return .missing }
    return .expired(last, lastDay: lastDay)
  }
}

extension RequiredPieceRule {
  /// The last day of a paper, when using it on this day would be too late; `nil` when it would not.
  ///
  /// A paper is judged on the day it is attached: time that passes afterwards changes nothing.
  public func lastDayExceeded(by piece: AttachedPiece, on day: Day) -> Day? {
    guard let last = lastDay(ofGivenOn: piece.firstGivenAt.parisDay), day > last else { return nil }
    return last
  }
}

extension PieceRules {
  /// The kinds of which at least one paper is valid.
  public func validKinds(among attached: [AttachedPiece]) -> Set<PieceKind> {
    Set(
      attached.lazy.filter { piece in
        rule(for: piece.kind)?.lastDayExceeded(by: piece, on: piece.attachedAt.parisDay) == nil
      }.map(\.kind))
  }
}

import Allocation
import Committee
import Dossiers
import Vocabulary

/// What the session wants of the cells of one undecided dossier: carried amendment, adjustments,
/// promises, purses that voted it down or took their promise back.
struct CellWishes {
  private let carried: Amendment?
  private let adjustments: [CellAdjustment]
  private let promises: [Committee.Commitment]
  /// Purses that give nothing, whatever was asked of them.
  private let closed: Set<String>
  private let purses: [String]

  init(_ number: DossierNumber, in state: SessionState) {
    carried = state.carried[number]
    adjustments = (state.adjustments[number] ?? [:]).values.sorted { $0.purse < $1.purse }
    promises = (state.commitments[number] ?? [:]).values.sorted { $0.purse < $1.purse }
    closed = (state.withdrawn[number] ?? []).union(state.votedDown(number))
    purses = (state.opening?.purses ?? []).map(\.id)
  }

  /// Whether an amendment refuses the dossier.
  var isRefused: Bool { carried?.grants.allSatisfy { $0.amount == .zero } ?? false }

  /// What an amendment gives in all; `nil` when none was carried.
  var total: Cents? {
    carried.map { $0.grants.filter { !closed.contains($0.purse) }.map(\.amount).total() }
  }

  /// The cells with these wishes; a pair that nobody asked for opens when an amount is wanted there.
  func applied(to asked: [Instance.Cell], project: String) -> [Instance.Cell] {
    var cells = asked.filter { !closed.contains($0.purse) }
    func change(_ purse: String, opening amount: Cents, _ body: (inout Instance.Cell) -> Void) {
      if let place = cells.firstIndex(where: { $0.purse == purse }) {
        body(&cells[place])
      } else if !closed.contains(purse) {
        cells.append(Instance.Cell(project: project, purse: purse, maximum: amount))
      }
    }
    for promise in promises {
      change(promise.purse, opening: promise.amount) {
        $0.minimum = min($0.minimum, promise.amount)
        $0.maximum = max($0.maximum, promise.amount)
      }
    }
    for adjustment in adjustments {
      let amount = adjustment.amount ?? .zero
      switch adjustment.kind {
      case .pinned:
        change(adjustment.purse, opening: amount) {
          $0.minimum = min($0.minimum, amount)
          $0.maximum = max($0.maximum, amount)
        }
      case .capped:
        guard let place = cells.firstIndex(where: { $0.purse == adjustment.purse }) else { break }
        cells[place].maximum = min(cells[place].maximum, amount)
        cells[place].minimum = min(cells[place].minimum, amount)
      case .floored:
        change(adjustment.purse, opening: amount) {
          $0.minimum = max($0.minimum, amount)
          $0.maximum = max($0.maximum, amount)
        }
      case .banned, .lifted: break
      }
    }
    for grant in carried?.grants ?? [] {
      change(grant.purse, opening: grant.amount) {
        $0.minimum = min($0.minimum, grant.amount)
        $0.maximum = max($0.maximum, grant.amount)
      }
    }
    return cells
  }

  /// An amendment settles every purse; an adjustment its own.
  func pins(of project: String) -> [Instance.Pin] {
    guard !isRefused else { return [] }
    if let carried {
      let amounts = carried.grants.reduce(into: [String: Cents]()) { $0[$1.purse] = $1.amount }
      return purses.filter { !closed.contains($0) }.map {
        Instance.Pin(project: project, purse: $0, amount: amounts[$0] ?? .zero)
      }
    }
    return adjustments.filter { !closed.contains($0.purse) }.compactMap { adjustment in
      switch adjustment.kind {
      case .pinned:
        Instance.Pin(
          project: project, purse: adjustment.purse, amount: adjustment.amount ?? .zero)
      case .banned: Instance.Pin(project: project, purse: adjustment.purse, amount: .zero)
      case .capped, .floored, .lifted: nil
      }
    }
  }

  /// A firm promise leans on nothing: any other purse gives at least zero.
  func commitments(of project: String) -> [Instance.Commitment] {
    guard carried == nil else { return [] }
    let settled = Set(pins(of: project).map(\.purse))
    return promises.filter { !settled.contains($0.purse) }.compactMap { promise in
      let other = promise.condition?.purse ?? purses.first { $0 != promise.purse }
      guard let other else { return nil }
      return Instance.Commitment(
        project: project, purse: promise.purse, amount: promise.amount, condition: other,
        threshold: promise.condition?.least ?? .zero)
    }
  }
}

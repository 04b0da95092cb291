import Vocabulary

/// What is left of everything that is counted, while projects are served one after the other.
struct YardstickLedger {
  private let instance: Instance
  /// Ordinary policies first, then by identifier.
  private let purses: [Instance.Purse]
  private let cells: [String: [String: Instance.Cell]]
  private let pins: [String: [String: Cents]]
  private let commitments: [String: [Instance.Commitment]]
  private let cofunding: [String: BasisPoints]
  private var left: [String: Cents] = [:]
  private var limits: YardstickLimits
  private var retention: YardstickRetention

  init(_ instance: Instance) {
    self.instance = instance
    purses = instance.purses.sorted { left, right in
      if left.nature != right.nature { return left.nature.order < right.nature.order }
      return left.id.precedesInBytes(right.id)
    }
    cells = Dictionary(grouping: instance.cells, by: \.project).mapValues { rows in
      Dictionary(rows.map { ($0.purse, $0) }, uniquingKeysWith: { first, _ in first })
    }
    pins = Dictionary(grouping: instance.pins, by: \.project).mapValues { rows in
      Dictionary(rows.map { ($0.purse, $0.amount) }, uniquingKeysWith: { first, _ in first })
    }
    commitments = Dictionary(grouping: instance.commitments, by: \.project)
    var cofunding: [String: BasisPoints] = [:]
    for purse in instance.purses { left[purse.id] = purse.amount }
    for constraint in instance.constraints {
      switch constraint {
      case .reserve(let purse, let amount):
        left[purse] = max(.zero, (left[purse] ?? .zero) - amount)
      case .cofunding(let purse, let share):
        cofunding[purse] = max(share, cofunding[purse] ?? share)
      default: break
      }
    }
    self.cofunding = cofunding
    limits = YardstickLimits(instance)
    retention = YardstickRetention(instance)
  }

  /// Whether the project is to be retained whatever its score.
  func isDemanded(_ project: Instance.Project) -> Bool {
    project.band == .always || pins[project.id]?.values.contains { $0 > .zero } ?? false
  }

  /// Gives the project all it may receive; nil, and nothing changes, when a rule forbids it.
  mutating func serve(_ project: Instance.Project) -> [Outcome.Part]? {
    guard retention.allows(project), limits.allowOneMore(project),
      let target = target(of: project), let parts = parts(of: project, adding: target),
      respects(parts, project)
    else { return nil }
    for part in parts {
      left[part.purse] = (left[part.purse] ?? .zero) - part.amount
      limits.take(part.amount, from: part.purse, for: project)
    }
    limits.retain(project)
    retention.retain(project)
    return parts
  }

  /// The whole need, within the public share and in whole units; nil when the floor is above.
  private func target(of project: Instance.Project) -> Cents? {
    var most = project.need
    if let share = instance.parameters.publicShare {
      most = min(most, share.share(of: project.cost ?? .zero, rounding: .down))
    }
    most = inUnits(most)
    return most < project.floor ? nil : most
  }

  private func inUnits(_ amount: Cents) -> Cents {
    Cents(amount.rawValue - amount.rawValue % instance.parameters.rounding.rawValue)
  }

  /// The settled amounts, then what each purse in turn can still bring.
  private func parts(of project: Instance.Project, adding target: Cents) -> [Outcome.Part]? {
    let settled = pins[project.id] ?? [:]
    var rest = target
    var parts: [Outcome.Part] = []
    for purse in purses {
      guard let amount = settled[purse.id], amount > .zero else { continue }
      guard amount <= min(rest, room(on: purse.id, project)) else { return nil }
      parts.append(Outcome.Part(purse: purse.id, amount: amount))
      rest -= amount
    }
    for purse in purses where rest > .zero && settled[purse.id] == nil {
      let amount = inUnits(min(rest, room(on: purse.id, project)))
      guard amount > .zero, amount >= cells[project.id]?[purse.id]?.minimum ?? .zero else {
        continue
      }
      parts.append(Outcome.Part(purse: purse.id, amount: amount))
      rest -= amount
    }
    return rest == .zero ? parts : nil
  }

  private func room(on purse: String, _ project: Instance.Project) -> Cents {
    guard let cell = cells[project.id]?[purse] else { return .zero }
    return min(cell.maximum, left[purse] ?? .zero, limits.room(on: purse, for: project))
  }

  /// Bounds, commitments and co-funding, once the parts are known.
  private func respects(_ parts: [Outcome.Part], _ project: Instance.Project) -> Bool {
    let given = Dictionary(parts.map { ($0.purse, $0.amount) }, uniquingKeysWith: +)
    let total = parts.map(\.amount).total()
    return parts.allSatisfy { part in
      let others = Int128((total - part.amount).rawValue) * 10_000
      return part.amount >= cells[project.id]?[part.purse]?.minimum ?? .zero
        && others >= Int128((cofunding[part.purse] ?? BasisPoints(0)).count)
          * Int128(total.rawValue)
    }
      && (commitments[project.id] ?? []).allSatisfy { row in
        let due = (given[row.condition] ?? .zero) >= row.threshold ? row.amount : .zero
        return given[row.purse] ?? .zero == due
      }
  }
}

import Allocation
import Committee
import Contract
import Dossiers
import Vocabulary

/// Builds what the engine receives from a session: its undecided dossiers, what is left of its
/// purses, and the rules of the call.
///
/// Decisions already taken are outside the allocation, and count: what they gave is told with each
/// purse, numbers of projects and reserves are those that remain.
struct SessionInstance {
  private let state: SessionState
  private let call: Call
  private var projects: [Instance.Project] = []
  private var cells: [Instance.Cell] = []
  private var pins: [Instance.Pin] = []
  private var commitments: [Instance.Commitment] = []
  private var earlier: [String: Instance.Earlier] = [:]
  /// The categories of each project that a purse pays already.
  private var served: [String: [Set<Instance.Category>]] = [:]

  init(_ state: SessionState, call: Call) {
    self.state = state
    self.call = call
  }

  /// Adds a dossier of the session: to be allocated, or already decided.
  mutating func add(_ entry: SessionApplication, _ content: Application, axis: String?) {
    let id = entry.number.text
    let isOrderBinding = call.parameter(.applicantOrder)?.value == 1
    let project = Instance.Project(
      id: id, rank: Int64(entry.rank), score: Int64(entry.scoreTenths), need: entry.need,
      floor: entry.floor, cost: content.budget.cost, districts: content.project.places.districts,
      axis: axis, applicant: content.applicant.siret, applicantKind: content.applicant.kind,
      applicantOrder: isOrderBinding && content.applicant.siret != nil
        ? content.priority.map { Int64($0) } : nil)
    if let decision = state.decisions[entry.number] {
      count(decision.grants, to: project.categories)
      return
    }
    let wishes = CellWishes(entry.number, in: state)
    projects.append(wishes.isRefused ? project.banned : project.lowered(to: wishes.total))
    let asked = content.fundingCells(in: call).map { cell in
      Instance.Cell(
        project: id, purse: cell.purse, minimum: cell.minimum, maximum: cell.maximum)
    }
    cells += wishes.applied(to: asked, project: id)
    pins += wishes.pins(of: id)
    commitments += wishes.commitments(of: id)
  }

  private mutating func count(_ grants: [PurseAmount], to categories: Set<Instance.Category>) {
    for grant in grants where grant.amount > .zero {
      earlier[grant.purse, default: .nothing].add(grant.amount, to: categories)
      served[grant.purse, default: []].append(categories)
    }
  }

  /// The instance, once every dossier is in.
  var instance: Instance {
    let purses = (state.opening?.purses ?? []).map { purse in
      Instance.Purse(
        id: purse.id, amount: left(of: purse),
        nature: purse.nature == .commonLaw ? .commonLaw : .specific,
        earlier: (earlier[purse.id] ?? .nothing).within(purse.amount))
    }
    return Instance(
      projects: projects, purses: purses, cells: cells,
      constraints: call.purses.flatMap { constraints(of: $0) }, pins: pins,
      commitments: commitments, parameters: parameters)
  }

  private func left(of purse: SessionPurse) -> Cents {
    max(state.left(on: purse.id) ?? purse.amount, .zero)
  }

  private var parameters: Instance.Parameters {
    func number(_ name: CallParameterName) -> Int64? {
      call.parameter(name).map { Int64($0.value) }
    }
    return Instance.Parameters(
      rounding: number(.rounding).map { Cents($0) } ?? Cents(1),
      publicShare: number(.maximumPublicShare).map { BasisPoints($0) },
      scoreThreshold: number(.scoreThreshold),
      retainedWeight: number(.retainedWeight).map { BasisPoints($0) })
  }

  private func constraints(of purse: Purse) -> [Instance.Constraint] {
    let rules = purse.rules
    let numbers =
      bounds(of: purse.id, nil, most: purse.maximumProjects, least: rules.minimumProjects?.value)
      + rules.counts.flatMap {
        bounds(
          of: purse.id, Instance.Category($0.category), most: $0.maximum, least: $0.minimum)
      }
    let cofunding = rules.minimumCofunding.map {
      Instance.Constraint.cofunding(purse: purse.id, share: $0.value)
    }
    return rules.shares.flatMap { Self.shares(of: purse.id, $0) } + numbers
      + [cofunding].compactMap { $0 } + reserves(of: purse)
  }

  private static func shares(of purse: String, _ rule: ShareRule) -> [Instance.Constraint] {
    let category = Instance.Category(rule.category)
    return [
      rule.maximum.map { .maximumShare(purse: purse, of: category, share: $0) },
      rule.minimum.map { .minimumShare(purse: purse, of: category, share: $0) },
    ].compactMap { $0 }
  }

  /// How many more projects the purse may serve, and should.
  private func bounds(
    of purse: String, _ category: Instance.Category?, most: Int?, least: Int?
  ) -> [Instance.Constraint] {
    let count = (served[purse] ?? []).count { categories in
      category.map(categories.contains) ?? true
    }
    func remaining(_ number: Int) -> Int64 { Int64(max(0, number - count)) }
    return [
      most.map { .maximumCount(purse: purse, of: category, count: remaining($0)) },
      least.map { .minimumCount(purse: purse, of: category, count: remaining($0)) },
    ].compactMap { $0 }
  }

  /// What is not distributed, then what still serves a category first, within what is left.
  private func reserves(of purse: Purse) -> [Instance.Constraint] {
    let left = state.purses[purse.id].map { self.left(of: $0) } ?? .zero
    let kept = min(purse.rules.reserve?.value ?? .zero, left)
    let reservations = purse.rules.reservations.map { rule -> Instance.Constraint in
      let category = Instance.Category(rule.category)
      let given = earlier[purse.id]?.given(to: category) ?? .zero
      return .reservation(
        purse: purse.id, of: category, amount: min(max(rule.amount - given, .zero), left - kept))
    }
    return (kept > .zero ? [.reserve(purse: purse.id, amount: kept)] : []) + reservations
  }
}

extension Instance.Project {
  /// An amendment carried goes below the floor when the committee wants it so.
  fileprivate func lowered(to total: Cents?) -> Self {
    var project = self
    if let total { project.floor = min(floor, total) }
    return project
  }

  /// The project, never retained.
  fileprivate var banned: Self {
    var project = self
    project.band = .never
    return project
  }

  /// Everything the project counts in.
  fileprivate var categories: Set<Instance.Category> {
    var categories = Set(districts.map { Instance.Category(.district, $0) })
    if let axis { categories.insert(Instance.Category(.axis, axis)) }
    if let applicantKind { categories.insert(Instance.Category(.applicantKind, applicantKind)) }
    return categories
  }
}

extension Instance.Category {
  fileprivate init(_ category: ProjectCategory) {
    let criterion: Criterion =
      switch category.criterion {
      case .district: .district
      case .axis: .axis
      case .applicantKind: .applicantKind
      }
    self.init(criterion, category.value)
  }
}

extension Instance.Earlier {
  /// Shares are counted on the purse's amount, even when a derogation gave more.
  fileprivate func within(_ amount: Cents) -> Self {
    Self(total: min(total, amount), byCategory: byCategory.mapValues { min($0, amount) })
  }
}

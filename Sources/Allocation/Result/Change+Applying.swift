import Vocabulary

extension Outcome.Change {
  /// The instance once the change is made for a project.
  package func applied(to instance: Instance, for project: String) -> Instance {
    var changed = instance
    switch kind {
    case .purse(let purse, let more):
      for index in changed.purses.indices where changed.purses[index].id == purse {
        changed.purses[index].amount += more
      }
    case .floor(let floor): changed.change(project) { $0.floor = floor }
    case .rule(let demand, let value?): changed = demand.set(to: value, in: instance) ?? instance
    case .rule(let demand, nil): changed = demand.removed(from: instance)
    case .applicantOrder(let order): changed.change(project) { $0.applicantOrder = order }
    }
    return changed
  }
}

import Vocabulary

extension ScenarioApplication {
  mutating func changeParameters() {
    let change = scenario.parameters
    if let rounding = change.rounding { instance.parameters.rounding = rounding }
    if let share = change.publicShare { instance.parameters.publicShare = share }
    if let threshold = change.scoreThreshold { instance.parameters.scoreThreshold = threshold }
    if let weight = change.retainedWeight { instance.parameters.retainedWeight = weight }
  }

  mutating func changeProjects() {
    for (place, change) in scenario.projects.enumerated() {
      let row = field("projets[\(place)]")
      guard let index = project(change.project, "\(row).id") else { continue }
      if change.rank != nil, scenario.reranksByScore {
        collector.add(
          "choix_attendu", "\(row).rang",
          "Un rang est indiqué alors que « reclasser » le tire du score.",
          remedy: "Retirez « rang », ou « reclasser ».")
      }
      change.apply(to: &instance.projects[index])
      let project = instance.projects[index]
      guard project.floor > project.need, change.floor != nil || scenario.floors == nil else {
        continue
      }
      collector.add(
        "plancher_superieur_au_besoin",
        "\(row).\(change.floor == nil ? "besoin_centimes" : "plancher_centimes")",
        "Le plancher (\(project.floor.french)) dépasse le besoin (\(project.need.french)).",
        remedy: "Abaissez le plancher ou relevez le besoin.")
    }
  }

  /// Gives ranks 1, 2, 3… by decreasing score; equal scores keep their order.
  mutating func rerank() {
    guard scenario.reranksByScore else { return }
    let unscored = instance.projects.filter { $0.score == nil }.map(\.id)
    guard unscored.isEmpty else {
      collector.add(
        "cle_absente", field("reclasser"),
        "Pour reclasser, chaque projet doit avoir un score ; il manque à : "
          + "\(unscored.sorted { $0.precedesInBytes($1) }.joined(separator: ", ")).",
        remedy: "Ajoutez ces scores dans « projets » du scénario ou dans l’instance.")
      return
    }
    let order = instance.projects.indices.sorted { left, right in
      let (left, right) = (instance.projects[left], instance.projects[right])
      let scores = (left.score ?? 0, right.score ?? 0)
      return scores.0 == scores.1 ? left.precedes(right) : scores.0 > scores.1
    }
    for (place, index) in order.enumerated() { instance.projects[index].rank = Int64(place) + 1 }
  }

  /// Gives every project the floor of the policy, but those whose floor the scenario names.
  mutating func changeFloors() {
    guard let policy = scenario.floors else { return }
    let settled = Set(scenario.projects.filter { $0.floor != nil }.map(\.project))
    for index in instance.projects.indices where !settled.contains(instance.projects[index].id) {
      let project = instance.projects[index]
      let floor = policy.floor(of: project.need, rounding: instance.parameters.rounding)
      // A floor kept as it was may not exceed a need that the scenario lowers.
      instance.projects[index].floor =
        policy.onlyRaises ? max(floor, min(project.floor, project.need)) : floor
    }
  }
}

extension Scenario.ProjectChange {
  fileprivate func apply(to project: inout Instance.Project) {
    if let rank { project.rank = rank }
    if let score { project.score = score }
    if let need { project.need = need }
    if let floor { project.floor = floor }
    if let band { project.band = band }
  }
}

extension Scenario.FloorPolicy {
  /// The share of a need, up to a multiple of `rounding`; at most the largest multiple within the
  /// need, beyond which no grant could ever reach the floor.
  fileprivate func floor(of need: Cents, rounding: Cents) -> Cents {
    let unit = rounding.rawValue
    let exact = shareOfNeed.share(of: need, rounding: .up).rawValue
    let up = (exact + unit - 1) / unit * unit
    return Cents(min(up, need.rawValue / unit * unit))
  }
}

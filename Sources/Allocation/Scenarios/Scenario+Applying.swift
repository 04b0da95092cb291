public import Vocabulary

extension Scenario {
  /// What the scenario makes of an instance.
  ///
  /// Settings, projects, ranks, floors, settled amounts, rules then purses change in that order; a
  /// withdrawal comes last and takes away all that concerns the purse.
  ///
  /// - Parameters:
  ///   - base: the instance to start from, which does not change.
  ///   - path: where the scenario stands in its file, for what is refused.
  /// - Returns: another instance, as coherent as the base.
  /// - Throws: ``Vocabulary/Refusal`` with every finding: a name that the base does not have, an
  ///   amount settled on a withdrawn purse, a result that no instance file could say.
  public func applied(to base: Instance, at path: String = "") throws(Refusal) -> Instance {
    var application = ScenarioApplication(scenario: self, base: base, path: path)
    application.changeParameters()
    application.changeProjects()
    application.rerank()
    application.changeFloors()
    application.changePins()
    if let constraints { application.instance.constraints = constraints }
    application.changePurses()
    application.withdrawPurses()
    // What is incoherent because a name is unknown would only repeat that the name is unknown.
    if application.collector.findings.isEmpty { application.checkCoherence() }
    let findings = application.collector.findings
    guard findings.isEmpty else { throw Refusal(findings) }
    return application.instance
  }
}

/// A scenario being applied, change by change.
struct ScenarioApplication {
  let scenario: Scenario
  let collector = FindingCollector()
  var instance: Instance
  private let path: String
  private let projectIndex: [String: Int]
  private let purseIndex: [String: Int]

  init(scenario: Scenario, base: Instance, path: String) {
    self.scenario = scenario
    self.path = path
    instance = base
    func index(_ ids: [String]) -> [String: Int] {
      Dictionary(zip(ids, ids.indices), uniquingKeysWith: { first, _ in first })
    }
    projectIndex = index(base.projects.map(\.id))
    purseIndex = index(base.purses.map(\.id))
  }

  func field(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  func project(_ id: String, _ field: String) -> Int? {
    if let index = projectIndex[id] { return index }
    refuse(unknown: "projet_inconnu", "Le projet « \(id) »", id, among: projectIndex.keys, field)
    return nil
  }

  func purse(_ id: String, _ field: String) -> Int? {
    if let index = purseIndex[id] { return index }
    refuse(
      unknown: "enveloppe_inconnue", "L’enveloppe « \(id) »", id, among: purseIndex.keys, field)
    return nil
  }

  private func refuse(
    unknown code: String, _ what: String, _ id: String, among ids: some Sequence<String>,
    _ field: String
  ) {
    let known = ids.sorted { $0.precedesInBytes($1) }
    let near = Spelling.nearest(to: id, among: known).map { "Vouliez-vous écrire « \($0) » ?" }
    collector.add(
      code, field, "\(what) n’est pas dans l’instance.",
      remedy: near ?? "Corrigez l’identifiant.")
  }

  /// Checks what the changes make together, as a file that says the same would be.
  func checkCoherence() {
    let inner = FindingCollector()
    InstanceCoherence(
      instance: instance, collector: inner, projects: Set(projectIndex.keys),
      purses: Set(purseIndex.keys)
    ).check()
    for finding in inner.findings {
      let place = finding.place.field.map { " (\($0))" } ?? ""
      collector.add(
        finding.code, path.isEmpty ? "nom" : path,
        "Le scénario « \(scenario.name) » rend l’instance incohérente\(place) : \(finding.message)",
        remedy: finding.remedy)
    }
  }
}

public import Vocabulary

/// The five files of a territory's folder, in the shape every territory takes.
public struct ReferenceFiles: Hashable, Sendable {
  public static let names = [
    "plan-actions.yaml", "financeurs.yaml", "quartiers.yaml", "communes.yaml", "gouvernance.yaml",
  ]

  public let planOfAction: SourceFile
  public let funders: SourceFile
  public let districts: SourceFile
  public let communes: SourceFile
  public let governance: SourceFile

  /// Takes the files in the order of ``names``; `nil` when their number is not five.
  public init?(_ files: [SourceFile]) {
    guard files.count == Self.names.count else { return nil }
    planOfAction = files[0]
    funders = files[1]
    districts = files[2]
    communes = files[3]
    governance = files[4]
  }

  /// The five files, in the order of ``names``.
  public var all: [SourceFile] { [planOfAction, funders, districts, communes, governance] }

  /// Reads and checks the reference data.
  ///
  /// - Returns: the data as far as they could be read, and every incoherence with file and line.
  public func load() -> (data: ReferenceData?, findings: [Finding]) {
    var lists: [FindingList] = []
    let plan = open(planOfAction, schema: "plan-actions/1", into: &lists)
    let funderFile = open(funders, schema: "financeurs/1", into: &lists)
    let districtFile = open(districts, schema: "quartiers/1", into: &lists)
    let communeFile = open(communes, schema: "communes/1", into: &lists)
    let governanceFile = open(governance, schema: "gouvernance/1", into: &lists)
    guard let plan, let funderFile, let districtFile, let communeFile, let governanceFile else {
      return (nil, lists.flatMap(\.findings))
    }
    let data = ReferenceData(
      contract: plan.cityContract(),
      stakes: plan.records("enjeux").map { $0.stake() },
      axes: plan.records("axes").map { $0.axis() },
      objectives: plan.records("objectifs").map { $0.objective() },
      funders: funderFile.records("financeurs").map { $0.funder() },
      districts: districtFile.records("quartiers").map { $0.district() },
      watchTerritories: districtFile.record("veille_active")?.records("territoires")
        .map { $0.watchTerritory() } ?? [],
      communes: communeFile.records("communes").map { $0.commune() },
      bodies: governanceFile.records("instances").map { $0.body() })
    ReferenceCoherence(
      data: data, plan: plan, funders: funderFile, districts: districtFile, communes: communeFile,
      governance: governanceFile
    ).check()
    return (data, lists.flatMap(\.findings))
  }
}

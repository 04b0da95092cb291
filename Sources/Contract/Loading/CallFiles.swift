public import Vocabulary

/// The files of one call: the call itself, its purses, its grid.
public struct CallFiles: Hashable, Sendable {
  public let call: SourceFile
  public let purses: SourceFile
  public let grid: SourceFile

  /// Groups the three files of a call.
  public init(call: SourceFile, purses: SourceFile, grid: SourceFile) {
    self.call = call
    self.purses = purses
    self.grid = grid
  }

  /// The names of the purse and grid files that a call file gives, relative to its own folder.
  ///
  /// - Throws: ``UnreadableSource`` when the call file itself cannot be read.
  public static func companions(of call: SourceFile) throws(UnreadableSource) -> (
    purses: String, grid: String
  ) {
    let node = try YAMLSource.read(call.bytes, limits: .reference)
    return (node["enveloppes"]?.text ?? "enveloppes.yaml", node["grille"]?.text ?? "grille.yaml")
  }

  /// Reads a grid alone, for a call already open.
  ///
  /// - Parameters:
  ///   - file: a `grille/1` file.
  ///   - evaluators: names of the evaluators that grids may use.
  /// - Returns: the grid, unless the file is not one; and everything wrong in it.
  public static func loadGrid(
    _ file: SourceFile, evaluators: [String]
  ) -> (grid: Grid?, findings: [Finding]) {
    var lists: [FindingList] = []
    guard let record = open(file, schema: "grille/1", into: &lists) else {
      return (nil, lists.flatMap(\.findings))
    }
    let grid = record.grid(evaluators: evaluators)
    record.checkGrid()
    return (grid, lists.flatMap(\.findings))
  }

  /// Reads the call and checks it against the reference data of its contract.
  ///
  /// - Parameters:
  ///   - reference: the contract's data.
  ///   - evaluators: names of the evaluators that grids may use.
  /// - Returns: the call as far as it could be read, and every incoherence with file and line.
  public func load(
    with reference: ReferenceData, evaluators: [String]
  ) -> (call: Call?, findings: [Finding]) {
    var lists: [FindingList] = []
    let callRecord = open(call, schema: "appel/1", into: &lists)
    let purseRecord = open(purses, schema: "enveloppes/1", into: &lists)
    let gridRecord = open(grid, schema: "grille/1", into: &lists)
    guard let callRecord, let purseRecord, let gridRecord else {
      return (nil, lists.flatMap(\.findings))
    }
    purseRecord.allowOnly(["schema", "note", "enveloppes"])
    let purses = purseRecord.records("enveloppes").map { $0.purse() }
    let grid = gridRecord.grid(evaluators: evaluators)
    let loaded = callRecord.call(grid: grid, purses: purses)
    CallCoherence(reference: reference, call: callRecord, purses: purseRecord, grid: gridRecord)
      .check()
    return (loaded, lists.flatMap(\.findings))
  }
}

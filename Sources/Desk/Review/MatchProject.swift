import Contract
public import Dossiers
public import Matching
import Store
public import Vocabulary

/// A project's links with the contract's objectives and with possible co-funders.
public struct ProjectMatch: Sendable {
  public let number: DossierNumber
  public let objectives: [ObjectiveMatch]
  public let funders: [FunderMatch]
}

extension Desk {
  /// Matches a deposited dossier with objectives and co-funders.
  public func match(_ number: DossierNumber) throws -> ProjectMatch {
    guard let received = try store.dossier(number) else {
      throw DeskError.unknownDossier(number.text)
    }
    let context = try callContext(number.call)
    let application = try application(of: received, in: context)
    let project = application.project
    let matches = ObjectiveMatcher(reference: context.reference).match(
      ProjectText(of: application), declared: [project.objective] + project.secondaryObjectives)
    return ProjectMatch(
      number: number, objectives: matches,
      funders: FunderMatcher(reference: context.reference).funders(
        of: application, in: context.call))
  }

  /// Matches the projects of a file of JSON lines, in order.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - warn: receives what is odd about a line that can be read all the same.
  ///   - result: receives one line of JSON a project.
  /// - Returns: the findings of the lines that could not be read.
  /// - Throws: ``DeskError``, or whatever `result` throws.
  public func matchBatch(
    _ path: String, warn: ([Finding]) -> Void, result: (String) throws -> Void
  ) throws -> [Finding] {
    let matcher = BatchMatcher(reference: base.reference)
    var refused: [Finding] = []
    try InputFile.lines(of: path) { bytes, number in
      guard let bytes else {
        refused.append(InputFile.tooLongLine("\(path):\(number)"))
        return
      }
      let (project, findings) = BatchProject.read(bytes, number: number, file: path)
      warn(findings.filter { $0.severity != .blocking })
      guard let project else {
        refused += findings
        return
      }
      try result(matcher.correspondence(of: project).json)
    }
    return refused
  }
}

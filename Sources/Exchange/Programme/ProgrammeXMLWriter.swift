import Vocabulary

/// Writes a programme as XML, project by project, without keeping any.
///
/// Call ``begin(_:purses:objectives:)``, then ``append(_:)`` for each project, then ``finish()``.
/// A project that is refused leaves no trace in the text: others may follow.
public final class ProgrammeXMLWriter {
  /// Receives the bytes in order; they are valid only during the call.
  public typealias Sink = (UnsafeRawBufferPointer) throws -> Void

  private enum Stage { case new, open, finished, failed }

  private static let pieceSize = 64 * 1024

  private var stage = Stage.new
  private var text: ProgrammeXMLText
  private var totals = ProgrammeTotals()
  private var purses: [String: Int] = [:]
  private var objectives: Set<String> = []

  /// Prepares a writer that hands its bytes to `sink` by pieces of about 64 KiB.
  public init(sink: @escaping Sink) { text = ProgrammeXMLText(output: XMLOutput(sink: sink)) }

  /// Writes what comes before the projects.
  ///
  /// - Throws: ``ProgrammeUnwritable``, or what the sink throws.
  public func begin(
    _ header: ProgrammeHeader, purses: [ProgrammePurse], objectives: [ProgrammeObjective]
  ) throws {
    guard stage == .new else { throw ProgrammeUnwritable.outOfOrder }
    stage = .failed
    text.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    text.markup("<programmation xmlns=\"urn:aap:programmation:1\" version=\"1.0\">\n")
    try text.write(header)
    try register(purses)
    try register(objectives)
    text.markup("  <projets>\n")
    totals = ProgrammeTotals(purses: purses.map(\.id))
    stage = .open
  }

  /// Writes one project.
  ///
  /// - Throws: ``ProgrammeUnwritable``, and nothing of the project is written; or what the sink
  ///   throws, and the writer is of no more use.
  public func append(_ project: ProgrammeProject) throws {
    guard stage == .open else { throw ProgrammeUnwritable.outOfOrder }
    let mark = text.output.mark
    do {
      try check(project)
      try text.write(project)
    } catch {
      text.output.takeBack(to: mark)
      throw error
    }
    stage = .failed
    try count(project)
    try text.output.flush(ifAtLeast: Self.pieceSize)
    stage = .open
  }

  /// Writes the totals and hands over the last bytes.
  ///
  /// - Returns: the totals written.
  /// - Throws: ``ProgrammeUnwritable/outOfOrder``, or what the sink throws.
  public func finish() throws -> ProgrammeTotals {
    guard stage == .open else { throw ProgrammeUnwritable.outOfOrder }
    stage = .failed
    text.project = nil
    text.markup("  </projets>\n")
    try text.write(totals)
    text.markup("</programmation>\n")
    try text.output.flush(ifAtLeast: 0)
    stage = .finished
    return totals
  }

  private func register(_ entries: [ProgrammePurse]) throws(ProgrammeUnwritable) {
    text.markup("  <enveloppes>\n")
    for (index, purse) in entries.enumerated() {
      guard purses.updateValue(index, forKey: purse.id) == nil else {
        throw .duplicateCatalogueEntry(field: "enveloppe", code: purse.id)
      }
      try text.write(purse)
    }
    text.markup("  </enveloppes>\n")
  }

  private func register(_ entries: [ProgrammeObjective]) throws(ProgrammeUnwritable) {
    text.markup("  <objectifs>\n")
    for objective in entries {
      guard objectives.insert(objective.code).inserted else {
        throw .duplicateCatalogueEntry(field: "objectif", code: objective.code)
      }
      try text.write(objective)
    }
    text.markup("  </objectifs>\n")
  }

  private func check(_ project: ProgrammeProject) throws(ProgrammeUnwritable) {
    let number = project.number
    guard objectives.contains(project.objective) else {
      throw .unknownObjective(project: number, objective: project.objective)
    }
    for code in project.secondaryObjectives where !objectives.contains(code) {
      throw .unknownObjective(project: number, objective: code)
    }
    var sum = Cents.zero
    for line in project.lines {
      guard purses[line.purse] != nil else {
        throw .unknownPurse(project: number, purse: line.purse)
      }
      guard line.granted >= .zero, line.granted.isWithinLimit else {
        throw .outOfRange(project: number, field: "attribue")
      }
      sum += line.granted
      guard sum.isWithinLimit else { throw .totalOutOfRange(project: number) }
    }
    guard sum == project.granted else {
      throw .linesDoNotSum(project: number, granted: project.granted, lines: sum)
    }
    guard project.decision.isRetained || sum == .zero else {
      throw .grantWithoutDecision(project: number)
    }
  }

  private func count(_ project: ProgrammeProject) throws(ProgrammeUnwritable) {
    var fits = totals.add(
      requested: project.requested, granted: project.granted,
      isRetained: project.decision.isRetained)
    for line in project.lines {
      guard fits, let index = purses[line.purse] else { break }
      fits = totals.add(line: index, requested: line.requested, granted: line.granted)
    }
    guard fits else { throw .totalOutOfRange(project: project.number) }
  }
}

import Committee
import Contract
import Dossiers
public import Exchange
import Store
import Vocabulary

extension Desk {
  /// Writes the annual programme as XML, validated while it is written; the file takes its name only
  /// when it is valid and complete on the disk.
  ///
  /// - Parameters:
  ///   - path: the file to make.
  ///   - context: the call, whose last session must be closed.
  ///   - isSimulated: write nothing; validate all the same.
  /// - Returns: the totals written.
  /// - Throws: ``Vocabulary/Refusal`` when the result is not valid, ``DeskError``.
  public func exportXML(
    to path: String, in context: CallContext, isSimulated: Bool = false
  ) throws -> ProgrammeTotals {
    _ = try permit("exporter la programmation", to: .secretary, .chair, .instructor)
    let session = try session(of: context)
    guard let closedAt = session.record.closedAt, let opening = session.state.opening else {
      throw DeskError.refused(
        "La séance n’est pas close : ses décisions peuvent encore changer.",
        remedy: "Clôturez-la d’abord : aap comite clore.")
    }
    let schema = try CompiledSchema(
      xsd: try resources.file("schemas/programmation-1.0.xsd").bytes,
      name: "schemas/programmation-1.0.xsd")
    let output = isSimulated ? nil : try OutputFile(path)
    let totals = try validating(schema, file: path) { validation in
      let writer = ProgrammeXMLWriter { bytes in
        try output?.write(bytes)
        validation.feed(bytes)
      }
      try writer.begin(
        header(of: context, session: opening, closedAt: closedAt),
        purses: ProgrammeCatalogues.purses(of: context),
        objectives: ProgrammeCatalogues.objectives(of: context.reference))
      try store.forEachDecided(call: context.call.id) { decided in
        let application = try application(of: decided.received, in: context)
        try writer.append(ProgrammeProject(decided, application, context.reference))
      }
      return try writer.finish()
    }
    try output?.finish()
    if !isSimulated {
      try store.journal(
        journalAct(
          "export XML", subject: context.call.id, detail: "\(totals.projects) projets"))
    }
    return totals
  }

  /// Validates any programme file, streamed.
  public static func validateProgramme(
    _ path: String, resources: Resources
  ) throws -> ProgrammeReport {
    let schema = try CompiledSchema(
      xsd: try resources.file("schemas/programmation-1.0.xsd").bytes,
      name: "schemas/programmation-1.0.xsd")
    let validator = try ProgrammeValidator(schema: schema, file: path)
    try InputFile.stream(path) { piece in
      validator.feed(piece)
      return !validator.isStopped
    }
    return validator.finish()
  }

  private func validating(
    _ schema: CompiledSchema, file: String,
    _ body: (BackgroundValidation) throws -> ProgrammeTotals
  ) throws -> ProgrammeTotals {
    let validation = try BackgroundValidation(schema: schema, file: file)
    let totals: ProgrammeTotals
    do {
      totals = try body(validation)
    } catch {
      _ = validation.finish()
      throw error
    }
    let report = validation.finish()
    guard report.isValid else { throw Refusal(report.findings) }
    return totals
  }

  private func header(
    of context: CallContext, session: SessionOpening, closedAt: Instant
  ) -> ProgrammeHeader {
    let call = context.call
    let contract = context.reference.contract
    // The closing of the session dates the programme: exporting twice gives the same bytes.
    return ProgrammeHeader(
      callID: call.id, callTitle: call.title, year: call.year, contractID: contract.id,
      contractName: contract.name, territory: contract.intercommunalityName,
      exercise: call.exercise,
      sessionDate: session.day, producedAt: closedAt, gridVersion: call.grid.version,
      isFictional: call.isFictional, isTraining: base.isTraining)
  }
}

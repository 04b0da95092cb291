public import Contract
public import Dossiers
import Exchange
import Forms
public import Store
public import Vocabulary

/// A call as the base holds it, with its form editions and accounts, ready to judge dossiers.
public struct CallContext: Sendable {
  public let record: CallRecord
  public let reference: ReferenceData
  /// Its form editions and accounts.
  public let library: FormLibrary

  /// The call itself.
  public var call: Call { record.call }
}

extension Desk {
  /// The call of this identifier, or the last one opened.
  ///
  /// - Throws: ``DeskError/noCall`` or ``DeskError/unknownCall(_:)``.
  public func callContext(_ id: String? = nil) throws -> CallContext {
    let records = try store.calls()
    let record: CallRecord
    if let id {
      guard let named = records.first(where: { $0.call.id == id }) else {
        throw DeskError.unknownCall(id)
      }
      record = named
    } else {
      guard let last = records.last else { throw DeskError.noCall }
      record = last
    }
    return try context(of: record)
  }

  private func context(of record: CallRecord) throws -> CallContext {
    let files = try store.callFiles(record.call.id)
    let folder = "formulaires/"
    var forms: [String: SourceFile] = [:]
    var chart: ChartOfAccounts?
    for file in files {
      let source = SourceFile(name: file.name, bytes: file.bytes)
      if file.name == "comptes.yaml" {
        chart = ChartOfAccounts.load(source).chart
      } else if file.name.hasPrefix(folder) {
        // The base names each kept form by its edition.
        forms[String(file.name.dropFirst(folder.count).dropLast(".yaml".count))] = source
      }
    }
    guard let chart else {
      throw DeskError.inputOutput(path: record.call.id, reason: "comptes absents de la base")
    }
    return CallContext(
      record: record, reference: base.reference,
      library: FormLibrary(
        editions: forms, chart: chart, resources: resources,
        choices: WorkbookChoices(base.reference)))
  }

  /// Copies a call's folder into the base.
  ///
  /// - Returns: the call, and the findings that do not prevent opening.
  /// - Throws: ``Refusal`` with every incoherence, ``DeskError``.
  public func openCall(
    config path: String, isSimulated: Bool = false
  ) throws -> (call: Call, findings: [Finding]) {
    _ = try permit("ouvrir un appel", to: .secretary)
    let folder = try CallFolder.load(path, resources: resources)
    let (call, findings) = folder.check(with: base.reference)
    guard let call, !findings.areBlocking else { throw Refusal(findings.inReadingOrder()) }
    if try store.calls().contains(where: { $0.call.id == call.id }) {
      throw DeskError.callAlreadyOpen(call.id)
    }
    if !isSimulated {
      try store.openCall(
        call, files: folder.keptFiles(for: call),
        act: journalAct("ouverture d'appel", subject: call.id))
    }
    return (call, findings)
  }

  /// Closes a call: nothing more can be deposited.
  public func closeCall(_ id: String? = nil, isSimulated: Bool = false) throws -> CallContext {
    _ = try permit("clôturer un appel", to: .secretary, .chair)
    let context = try callContext(id)
    if let closedAt = context.record.closedAt {
      throw DeskError.callClosed(context.call.id, at: closedAt)
    }
    if !isSimulated {
      try store.closeCall(
        context.call.id, act: journalAct("clôture d'appel", subject: context.call.id))
    }
    return context
  }

  /// How many dossiers stand at each stage, drafts included.
  public func stageCounts(_ context: CallContext) throws -> [Stage: Int] {
    var counts = try store.stageCounts(call: context.call.id)
    counts[.draft] = try store.openDrafts().count { $0.call == context.call.id }
    return counts
  }
}

import Contract
public import Dossiers
public import Store
public import Vocabulary

/// A dossier and everything known of it.
public struct DossierSheet: Sendable {
  public let receipt: Receipt
  public let stage: Stage
  public let application: Application
  /// Findings of the last judgement of admissibility; `nil` when never judged.
  public let findings: [Finding]?
  public let rankedCard: RankedCard?
  public let fundingLines: [FundingLineRecord]
  public let pieces: PieceSheet
}

extension Desk {
  /// The dossiers of a call, in order of deposit.
  public func dossierLines(
    in context: CallContext, stages: Set<Stage>? = nil
  ) throws -> [DossierLine] {
    try store.dossierLines(call: context.call.id, stages: stages)
  }

  /// One dossier with everything known of it.
  ///
  /// - Throws: ``DeskError/unknownDossier(_:)``.
  public func sheet(of number: DossierNumber) throws -> DossierSheet {
    guard let received = try store.dossier(number), let receipt = try store.receipt(of: number)
    else { throw DeskError.unknownDossier(number.text) }
    let context = try callContext(number.call)
    let application = try application(of: received, in: context)
    return DossierSheet(
      receipt: receipt, stage: received.stage, application: application,
      findings: try store.admissibilityFindings(of: number),
      rankedCard: try store.rankedCard(of: number),
      fundingLines: try store.fundingLines(of: number),
      pieces: try pieceSheet(of: received, application, in: context))
  }

  /// The receipt of a version; of the last one unless another is named.
  ///
  /// - Throws: ``DeskError`` for an unknown dossier or version.
  public func receipt(of number: DossierNumber, version: Int? = nil) throws -> Receipt {
    let receipts = try store.receipts(of: number)
    guard let last = receipts.last else { throw DeskError.unknownDossier(number.text) }
    guard let version else { return last }
    guard let receipt = receipts.first(where: { $0.version == version }) else {
      throw DeskError.refused(
        "Le dossier \(number.text) n’a pas de version \(version).",
        remedy: "Il en a \(last.version) : donnez un nombre de 1 à \(last.version).")
    }
    return receipt
  }

  func application(
    of received: ReceivedDossier, in context: CallContext
  ) throws -> Application {
    guard let application = context.library.read(received.sourceFile).application else {
      throw DeskError.inputOutput(
        path: received.number.text, reason: "le dossier conservé ne se relit pas")
    }
    return application
  }
}

extension ReceivedDossier {
  /// The bytes received, named by the dossier's number.
  var sourceFile: SourceFile {
    SourceFile(name: "\(number.text).\(format.rawValue)", bytes: content)
  }
}

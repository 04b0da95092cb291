import Contract
public import Dossiers
public import Store
public import Vocabulary

/// A dossier and everything known of it.
public struct DossierSheet: Sendable {
  /// The receipt of the version in force.
  public let receipt: Receipt
  public let depositedAt: Instant
  /// What was asked of the applicant, in order.
  public let requests: [CompletionRecord]
  public let stage: Stage
  public let application: Application
  /// The requests to funders that the reader may see: its own, for a funder.
  public let shownRequests: [FinancingPlan.Request]
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
  /// A funder sees what it is asked, and totals only of the others.
  ///
  /// - Throws: ``DeskError``, notably when the dossier lies outside the actor's purview.
  public func sheet(of number: DossierNumber) throws -> DossierSheet {
    let dossier = try readable(number, "montrer un dossier")
    guard let receipt = try store.receipt(of: number) else {
      throw DeskError.unknownDossier(number.text)
    }
    let (received, application) = (dossier.received, dossier.application)
    let context = dossier.context
    let funder = dossier.actor.onlyFunder
    return DossierSheet(
      receipt: receipt, depositedAt: received.receivedAt,
      requests: try store.completionRequests(of: number), stage: received.stage,
      application: application,
      shownRequests: application.plan.requests.filter { funder == nil || $0.funder == funder },
      findings: Stage.unjudged.contains(received.stage)
        ? nil
        : try store.admissibilityFindings(of: number)?.filter { funder == nil || !$0.isAboutMoney },
      rankedCard: try store.rankedCard(of: number),
      fundingLines: try store.fundingLines(of: number).filter { line in
        funder == nil || context.call.purse(line.purse)?.funder == funder
      },
      pieces: try pieceSheet(of: received, application, in: context))
  }

  /// The receipt of a version; of the last one unless another is named.
  ///
  /// - Throws: ``DeskError`` for an unknown dossier or version.
  public func receipt(of number: DossierNumber, version: Int? = nil) throws -> Receipt {
    _ = try readable(number, "imprimer un récépissé")
    let receipts = try store.receipts(of: number)
    guard let last = receipts.last else { throw DeskError.unknownDossier(number.text) }
    guard let version else { return last }
    guard let receipt = receipts.first(where: { $0.version == version }) else {
      throw DeskError.refused(
        "Le dossier \(number.text) n’a pas de version \(version).",
        remedy: "Il en a \(last.version) : donnez un nombre de 1 à \(last.version).")
    }
    return version == last.version ? receipt : try asHandedOut(receipt)
  }

  /// The version in force of a dossier, byte for byte as it was received.
  ///
  /// It holds everything, contacts and bank details included.
  ///
  /// - Throws: ``DeskError``, notably when the actor may not see such data.
  public func receivedBytes(of number: DossierNumber) throws -> [UInt8] {
    let act = "extraire un dossier tel que reçu"
    _ = try permit(act, to: .applicant, .instructor, .secretary, .chair)
    return try readable(number, act).received.content
  }

  /// What whoever sends again the bytes of a receipt should know: they are no longer what counts.
  public func standing(of receipt: Receipt) throws -> String? {
    let number = receipt.number.text
    guard let current = try store.dossier(receipt.number) else { return nil }
    if current.stage == .withdrawn {
      return
        "ATTENTION : le dossier \(number) a été retiré ; ce fichier ne le dépose pas de nouveau. "
        + "Pour déposer une autre action, changez le fichier."
    }
    guard current.version > receipt.version else { return nil }
    return
      "ATTENTION : cette version a été remplacée par la version \(current.version), qui compte. "
      + "Pour revenir à ce fichier : aap dossier completer \(number) FICHIER."
  }

  /// A receipt with the title and the applicant of its own version, as it was printed then.
  private func asHandedOut(_ receipt: Receipt) throws -> Receipt {
    let number = receipt.number
    guard let kept = try store.version(receipt.version, of: number) else { return receipt }
    let file = SourceFile(name: "\(number.text).\(kept.format.rawValue)", bytes: kept.content)
    let application = try callContext(number.call).library.read(file).application
    return Receipt(
      number: number, version: receipt.version, receivedAt: receipt.receivedAt,
      fingerprint: receipt.fingerprint, size: receipt.size,
      title: application?.project.title ?? receipt.title,
      applicant: application?.applicant.name ?? receipt.applicant,
      isRepeated: receipt.isRepeated)
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

extension Finding {
  /// Whether it may name what other funders are asked or gave.
  fileprivate var isAboutMoney: Bool {
    ["financement", "budget"].contains { place.field?.hasPrefix($0) ?? false }
  }
}

extension ReceivedDossier {
  /// The bytes received, named by the dossier's number.
  var sourceFile: SourceFile {
    SourceFile(name: "\(number.text).\(format.rawValue)", bytes: content)
  }
}

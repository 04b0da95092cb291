import Committee
import Contract
import Documents
public import Dossiers
import Store
import Vocabulary

/// The minutes of a session, in both forms.
public struct WrittenMinutes: Sendable {
  public let html: String
  public let text: String
}

extension Desk {
  /// Words the minutes of the last session of a call, from its events alone.
  public func minutes(of context: CallContext) throws -> WrittenMinutes {
    let session = try session(of: context)
    let view = try MinutesView(
      events: session.events, contractName: context.reference.contract.name,
      callTitle: context.call.title, isTraining: base.isTraining)
    let templates = try documentTemplates(.minutesPage, .minutesText)
    return WrittenMinutes(
      html: templates.minutes(view, as: .page), text: templates.minutes(view, as: .text))
  }

  /// The text of a receipt, ready to print.
  public func text(of receipt: Receipt, in context: CallContext) throws -> String {
    let pieces = try pieceSheet(of: receipt.number, in: context)
    let deposit = try store.receipts(of: receipt.number).first ?? receipt
    return try documentTemplates(.receiptText).receipt(
      ReceiptView(
        number: receipt.number, title: receipt.title, applicant: receipt.applicant,
        contractName: context.reference.contract.name, callTitle: context.call.title,
        depositedAt: deposit.receivedAt,
        later: receipt.version > 1
          ? LaterVersion(receipt.version, receivedAt: receipt.receivedAt) : nil,
        sha256: receipt.fingerprint, size: receipt.size,
        steps: ReceiptStep.steps(of: context.call.calendar),
        papers: ReceiptPapers(pieces.inventory.missing, by: pieces.deadline),
        isTraining: base.isTraining))
  }

  /// The templates of some documents, read and checked.
  func documentTemplates(_ kinds: DocumentKind...) throws -> DocumentTemplates {
    var sources: [String: String] = [:]
    for kind in kinds {
      let file = try resources.file("templates/documents/\(kind.fileName)")
      sources[kind.fileName] = String(decoding: file.bytes, as: UTF8.self)
    }
    return try DocumentTemplates(sources: sources, for: kinds)
  }
}

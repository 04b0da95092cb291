public import Contract
public import Dossiers
public import Store
import Vocabulary

/// What a file proves, compared with what was received.
public enum ReceiptVerdict: Sendable {
  /// These very bytes were received: one receipt a call, the first first.
  case received([Receipt])
  /// Other bytes were received under the number asked.
  case differs(fingerprint: String, from: [Receipt])
  /// These bytes were never received; the dossiers look like the same action.
  case unknown(fingerprint: String, similar: [DossierLine])
}

extension Desk {
  /// Checks a file against the receipts given.
  ///
  /// - Parameters:
  ///   - file: the file someone kept.
  ///   - number: the number printed on the receipt, when there is one.
  /// - Returns: whether these bytes were received.
  /// - Throws: ``DeskError/unknownDossier(_:)``.
  public func verifyReceipt(of file: SourceFile, number: DossierNumber? = nil) throws
    -> ReceiptVerdict
  {
    let fingerprint = Fingerprint.of(file.bytes)
    let known = try store.receipts(fingerprint: fingerprint)
    guard let number else {
      return known.isEmpty
        ? .unknown(fingerprint: fingerprint, similar: try similar(to: file)) : .received(known)
    }
    let given = try store.receipts(of: number)
    guard !given.isEmpty else { throw DeskError.unknownDossier(number.text) }
    let matching = known.filter { $0.number == number }
    return matching.isEmpty ? .differs(fingerprint: fingerprint, from: given) : .received(matching)
  }

  /// Dossiers of the same applicant with the same title.
  private func similar(to file: SourceFile) throws -> [DossierLine] {
    guard let context = try? callContext(),
      let application = context.library.read(file).application
    else { return [] }
    let applicant = application.applicant
    let title = application.project.title.folded
    return try store.dossierLines(siren: applicant.siren, rna: applicant.rna)
      .filter { $0.title.folded == title }
  }
}

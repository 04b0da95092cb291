import Contract
import Dossiers
import Exchange
import Foundation
import Store
public import Vocabulary

/// What became of one dossier of an import.
public struct ImportReport: Sendable {
  /// File, and line when the file holds one dossier a line.
  public let place: String
  let outcome: DepositOutcome

  /// The findings that refuse it; `nil` when it was received.
  public var refusal: [Finding]? {
    guard case .refused(let findings) = outcome else { return nil }
    return findings
  }

  /// The line that comes before the reports.
  public static func header(_ format: Listing.Format) -> String {
    switch format {
    case .table, .json: ""
    case .csv: TableCSV(header: ["lieu", "numero", "empreinte", "constats"]).text
    }
  }

  /// One line of report; in JSON, one object a line.
  public func line(_ format: Listing.Format) -> String {
    switch format {
    case .table: lineForPeople
    case .csv: csvRow
    case .json: jsonLine
    }
  }

  private var receipt: Receipt? {
    guard case .received(let receipt, _) = outcome else { return nil }
    return receipt
  }

  private var lineForPeople: String {
    switch outcome {
    case .acceptable: "\(place) : serait reçu\n"
    case .received(let receipt, _):
      "\(place) : reçu sous le numéro \(receipt.number.text)"
        + (receipt.isRepeated ? " (déjà déposé)\n" : "\n")
    case .refused(let findings):
      "\(place) : refusé (\(findings.blockingCodes.joined(separator: " ")))\n"
        + FindingText.forPeople(findings)
    }
  }

  private var csvRow: String {
    TableCSV(header: [
      place, receipt?.number.text ?? "", receipt?.fingerprint ?? "",
      (refusal ?? []).blockingCodes.joined(separator: " "),
    ]).text
  }

  private var jsonLine: String {
    var object = JSONObject()
    object.add("lieu", place)
    object.add("numero", receipt?.number.text)
    object.add("empreinte", receipt?.fingerprint)
    object.add("constats", json: FindingText.list(refusal ?? []).replacing("\n", with: ""))
    return object.text + "\n"
  }
}

extension Desk {
  /// Deposits the dossiers of a file: one for YAML, JSON or a workbook, one a line for `.jsonl`, as many
  /// as there are in an XML document of root `depots`.
  ///
  /// While a batch is written, the next one is read and judged on the other cores.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - context: the call.
  ///   - isSimulated: judge, but write nothing.
  ///   - report: receives each outcome once its batch is on disk.
  /// - Throws: ``DeskError`` or ``Store/Failure``; what was reported stays.
  public func importDossiers(
    _ path: String, in context: CallContext, isSimulated: Bool = false,
    report: @escaping (ImportReport) throws -> Void
  ) throws {
    _ = try permit("déposer des dossiers", to: .instructor, .secretary)
    var pipeline = ImportPipeline(
      desk: self, context: context, isSimulated: isSimulated, report: report)
    if path.lowercased().hasSuffix(".jsonl") {
      try InputFile.lines(of: path) { line, number in
        let name = "\(path):\(number)"
        try pipeline.take(
          IncomingDossier(
            file: SourceFile(name: name, bytes: line ?? []), at: surroundings.now(), format: .json,
            findings: line == nil ? [InputFile.tooLongLine(name)] : []))
      }
    } else if try path.lowercased().hasSuffix(".xml") && holdsManyDossiers(path) {
      try streamXML(path, in: context, into: &pipeline)
    } else {
      try pipeline.take(whole(path))
    }
    try pipeline.finish()
  }
  /// A file of one dossier; one that is too large is refused like any other.
  private func whole(_ path: String) throws -> IncomingDossier {
    do {
      return IncomingDossier(file: try InputFile.read(path), at: surroundings.now())
    } catch let refusal as Refusal {
      return IncomingDossier(
        file: SourceFile(name: path, bytes: []), at: surroundings.now(),
        findings: refusal.findings)
    }
  }
}

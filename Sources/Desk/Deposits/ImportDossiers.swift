import Contract
import Dossiers
import Exchange
import Foundation
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
      "\(place) : refusé (\(Self.codes(findings)))\n" + FindingText.forPeople(findings)
    }
  }

  private var csvRow: String {
    TableCSV(header: [
      place, receipt?.number.text ?? "", receipt?.fingerprint ?? "", Self.codes(refusal ?? []),
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

  private static func codes(_ findings: [Finding]) -> String {
    Set(findings.filter { $0.severity == .blocking }.map(\.code)).sorted().joined(separator: " ")
  }
}

extension Desk {
  /// Dossiers deposited in one transaction by an import.
  static let importBatch = 500

  /// Deposits the dossiers of a file: one for YAML and JSON, one a line for `.jsonl`.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - context: the call.
  ///   - isSimulated: judge, but write nothing.
  ///   - report: receives each outcome once its batch is on disk.
  /// - Throws: ``DeskError`` or ``Store/Failure``; what was reported stays.
  public func importDossiers(
    _ path: String, in context: CallContext, isSimulated: Bool = false,
    report: (ImportReport) throws -> Void
  ) throws {
    var batch: [(file: SourceFile, at: Instant)] = []
    func carryOut() throws {
      let outcomes = try depositBatch(batch, in: context, isSimulated: isSimulated)
      for (entry, outcome) in zip(batch, outcomes) {
        try report(ImportReport(place: entry.file.name, outcome: outcome))
      }
      batch = []
    }
    guard path.hasSuffix(".jsonl") else {
      batch = [(try InputFile.read(path), surroundings.now())]
      return try carryOut()
    }
    try InputFile.lines(of: path) { line, number in
      batch.append((SourceFile(name: "\(path):\(number)", bytes: line), surroundings.now()))
      if batch.count == Self.importBatch { try carryOut() }
    }
    try carryOut()
  }
}

import Contract
import Dossiers
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
    case .csv: "lieu,numero,empreinte,constats\n"
    }
  }

  /// One line of report; in JSON, one object a line.
  public func line(_ format: Listing.Format) -> String {
    switch (outcome, format) {
    case (.acceptable, .json):
      "{\"lieu\":\(JSONText.string(place)),\"numero\":null,\"empreinte\":null,\"constats\":[]}\n"
    case (.acceptable, .csv): "\"\(place.replacing("\"", with: "\"\""))\",,,\n"
    case (.acceptable, .table): "\(place) : serait reçu\n"
    case (.received(let receipt, _), .json):
      "{\"lieu\":\(JSONText.string(place)),\"numero\":\"\(receipt.number.text)\","
        + "\"empreinte\":\"\(receipt.fingerprint)\",\"constats\":[]}\n"
    case (.refused(let findings), .json):
      "{\"lieu\":\(JSONText.string(place)),\"numero\":null,\"empreinte\":null,"
        + FindingText.json(findings).dropFirst().split(separator: "\n").joined() + "\n"
    case (.received(let receipt, _), .csv):
      "\"\(place.replacing("\"", with: "\"\""))\",\(receipt.number.text),\(receipt.fingerprint),\n"
    case (.refused(let findings), .csv):
      "\"\(place.replacing("\"", with: "\"\""))\",,,\(Self.codes(findings))\n"
    case (.received(let receipt, _), .table):
      "\(place) : reçu sous le numéro \(receipt.number.text)\(receipt.isRepeated ? " (déjà déposé)" : "")\n"
    case (.refused(let findings), .table):
      "\(place) : refusé (\(Self.codes(findings)))\n" + FindingText.forPeople(findings)
    }
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

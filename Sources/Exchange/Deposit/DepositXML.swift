public import Contract
public import Vocabulary

/// A dossier as an XML document of its own, as `schemas/depot-1.0.xsd` describes it.
public enum DepositXML {
  /// Reads a document that holds one dossier.
  ///
  /// - Parameters:
  ///   - bytes: the document.
  ///   - schema: `schemas/depot-1.0.xsd`, compiled.
  ///   - file: the document's name, for messages.
  /// - Returns: the dossier in the shape a YAML one has, each value with its line, `nil` when a finding
  ///   refuses the document; and every finding.
  public static func read(
    _ bytes: [UInt8], schema: CompiledSchema, file: String
  ) -> (node: SourceNode?, findings: [Finding]) {
    do {
      var read: ReadDeposit?
      let reader = try DepositsXMLReader(schema: schema, file: file) { deposit in
        read = read ?? deposit
        // A document of several dossiers is not read to its end.
        if deposit.position > 1 { throw SeveralDeposits() }
      }
      try bytes.withUnsafeBytes { try reader.feed($0) }
      let report = try reader.finish()
      guard report.isSingle || report.findings.areBlocking else { throw SeveralDeposits() }
      let findings = (read?.findings ?? []) + report.findings
      return (findings.areBlocking ? nil : read?.node, findings)
    } catch let refusal as Refusal {
      return (nil, refusal.findings)
    } catch {
      return (nil, [severalDeposits(file)])
    }
  }

  private struct SeveralDeposits: Error {}

  private static func severalDeposits(_ file: String) -> Finding {
    Finding(
      code: "plusieurs_dossiers", family: .malformed, place: Finding.Place(file: file),
      message: "Ce fichier est fait pour plusieurs dossiers (élément « depots »).",
      remedy:
        "Importez-le avec « aap dossier importer », sous un nom qui finit par .xml, ou gardez un "
        + "seul élément « depot ».",
      source: XMLFormat.deposit.source)
  }
}

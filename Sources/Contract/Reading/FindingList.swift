public import Vocabulary

extension LegalSource {
  /// The page that describes the data files of a territory and its calls.
  public static let dataFormat: LegalSource =
    "Format des données du contrat, docs/formats/donnees.md"
  /// The page that describes the file an applicant deposits.
  public static let dossierFormat: LegalSource =
    "Dossier en YAML 1.2 ou JSON (RFC 8259), texte UTF-8 : docs/formats/dossier.md"
}

/// Gathers every finding met while one file is read, so that nothing stops at the first.
///
/// A value read twice is reported once.
public final class FindingList {
  /// Name of the file, as the person gave it.
  public let file: String
  /// What says how this file is written: the source of findings that name none.
  public let source: LegalSource
  public private(set) var findings: [Finding] = []
  private var known: Set<Finding> = []

  /// Starts an empty list for a file, whose form is fixed by this source.
  public init(file: String, source: LegalSource = .dataFormat) {
    self.file = file
    self.source = source
  }

  /// Adds a finding about a place in this file, unless it is already there.
  public func add(
    _ code: String, severity: Finding.Severity = .blocking, family: Finding.Family = .malformed,
    line: Int?, field: String?, _ message: String, remedy: String, source: LegalSource? = nil
  ) {
    let finding = Finding(
      code: code, severity: severity, family: family,
      place: Finding.Place(file: file, line: line, field: field), message: message,
      remedy: remedy, source: source ?? self.source)
    if known.insert(finding).inserted { findings.append(finding) }
  }

  /// Adds findings made elsewhere.
  public func add(_ others: [Finding]) { findings += others }
}

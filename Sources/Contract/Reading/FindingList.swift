public import Vocabulary

/// Gathers every finding met while one file is read, so that nothing stops at the first.
public final class FindingList {
  /// Name of the file, as the person gave it.
  public let file: String
  public private(set) var findings: [Finding] = []

  /// Starts an empty list for a file.
  public init(file: String) { self.file = file }

  /// Adds a finding about a place in this file.
  public func add(
    _ code: String, severity: Finding.Severity = .blocking, family: Finding.Family = .malformed,
    line: Int?, field: String?, _ message: String, remedy: String, source: LegalSource? = nil
  ) {
    findings.append(
      Finding(
        code: code, severity: severity, family: family,
        place: Finding.Place(file: file, line: line, field: field), message: message,
        remedy: remedy, source: source))
  }

  /// Adds findings made elsewhere.
  public func add(_ others: [Finding]) { findings += others }
}

import Vocabulary

/// The findings about one document being read, bounded in number.
final class FindingLog {
  /// Findings kept before the closing notice.
  static let limit = 100

  let file: String
  private(set) var findings: [Finding] = []
  /// The line reached, kept up to date by the reader.
  var line: () -> Int? = { nil }

  init(file: String) { self.file = file }

  /// Whether reading on would tell nothing more.
  var isFull: Bool { findings.count > Self.limit }

  /// Adds a finding; the hundred-and-first becomes a notice that closes the list.
  func add(
    _ code: String, family: Finding.Family, line: Int? = nil, field: String? = nil,
    _ message: String, remedy: String
  ) {
    guard !isFull else { return }
    guard findings.count < Self.limit else { return close() }
    findings.append(
      Finding(
        code: code, family: family,
        place: Finding.Place(file: file, line: line ?? self.line(), field: field),
        message: message, remedy: remedy))
  }

  /// Adds what the XML library complains about.
  func add(_ fault: XMLFault) {
    if let last = findings.last, fault.repeats(last) { return }
    let wording = fault.wording
    add(
      wording.code, family: .malformed, line: fault.line, field: fault.field, wording.message,
      remedy: wording.remedy)
  }

  private func close() {
    findings.append(
      Finding(
        code: "constats_tronques", severity: .information, family: .malformed,
        place: Finding.Place(file: file),
        message: "La lecture s’arrête après \(Self.limit) constats.",
        remedy: "Corrigez d’abord ceux-ci, puis relancez la validation."))
  }
}

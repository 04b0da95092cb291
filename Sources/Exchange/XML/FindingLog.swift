import Vocabulary

/// The findings about one document being read, bounded in number.
final class FindingLog {
  /// Findings kept before the closing notice.
  static let limit = 100

  let file: String
  let format: XMLFormat
  private(set) var findings: [Finding] = []
  /// The line reached, kept up to date by the reader.
  var line: () -> Int? = { nil }
  /// The field reached, when the reader knows it better than the library.
  var field: () -> String? = { nil }

  init(file: String, format: XMLFormat) {
    self.file = file
    self.format = format
  }

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
        message: message, remedy: remedy, source: format.source))
  }

  /// Adds what the XML library complains about.
  func add(_ fault: XMLFault) {
    let field = field() ?? fault.field
    if let last = findings.last, fault.repeats(last, field: field) || fault.isEcho { return }
    let wording = fault.wording(in: format)
    add(
      wording.code, family: .malformed, line: fault.line, field: field, wording.message,
      remedy: wording.remedy)
  }

  private func close() {
    findings.append(
      Finding(
        code: "constats_tronques", severity: .information, family: .malformed,
        place: Finding.Place(file: file),
        message: "La lecture s’arrête après \(Self.limit) constats.",
        remedy: "Corrigez d’abord ceux-ci, puis relancez la validation.", source: format.source))
  }
}

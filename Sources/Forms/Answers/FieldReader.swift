import Contract
public import Vocabulary

/// Reads one value as a person types it, with the very readers that files go through.
public struct FieldReader: Sendable {
  private let chart: ChartOfAccounts
  private let source: LegalSource

  /// Reads values of a form; `source` is what its findings name when no nearer text does.
  public init(chart: ChartOfAccounts, source: LegalSource) {
    self.chart = chart
    self.source = source
  }

  /// Reads a value of a kind that takes one text: neither a list, nor a table, nor accounts.
  ///
  /// - Returns: the value in the one spelling that files use, `nil` when nothing was typed or when it is
  ///   not understood; and what is wrong with it.
  public func read(
    _ typed: String, as kind: Field.Kind, at field: FieldID
  ) -> (text: String?, findings: [Finding]) {
    let findings = FindingList(file: "", source: source)
    let node = SourceNode(.scalar(typed, isPlain: false), line: 1)
    guard
      case .text(let raw) = RawReader(chart: chart, findings: findings)
        .read(node, as: kind, at: field)
    else { return (nil, findings.findings) }
    let faults = check(.text(raw), as: kind, at: field)
    return (faults.isEmpty ? raw : nil, faults)
  }

  /// What is wrong with a whole answer: too many values, a cell that cannot be read.
  public func check(_ answer: RawAnswer, as kind: Field.Kind, at field: FieldID) -> [Finding] {
    let findings = FindingList(file: "", source: source)
    _ = ValueReader(chart: chart, findings: findings).read(answer.node(), as: kind, at: field)
    return findings.findings
  }
}

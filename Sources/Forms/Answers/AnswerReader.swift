public import Contract
public import Vocabulary

/// Reads a filled form: every answer that can be understood, and every finding about the others.
public struct AnswerReader: Sendable {
  /// Keys at the top of every filled form, before its sections.
  public static let headers = ["formulaire", "appel", "type_porteur"]

  /// A section with the key of each of its fields, worked out once for many files.
  private struct Keys: Sendable {
    let section: FormEdition.Section
    let names: [String]
  }

  private let form: FormEdition
  private let chart: ChartOfAccounts
  private let keys: [Keys]
  private let rootKeys: [String]

  /// Reads answers to this form, with the accounts its budget may use.
  public init(form: FormEdition, chart: ChartOfAccounts) {
    self.form = form
    self.chart = chart
    keys = form.sections.map { section in
      Keys(section: section, names: section.fields.map { Self.name(of: $0) })
    }
    rootKeys = Self.headers + form.sections.map(\.id)
  }

  /// Reads a document.
  ///
  /// - Parameters:
  ///   - node: the document.
  ///   - file: its name, for messages.
  /// - Returns: the answers understood, and the findings about the writing of the file
  ///   (``Finding/Family/malformed``). Missing required fields are a rule's business, not reported here.
  public func read(_ node: SourceNode, file: String) -> (answers: Answers, findings: [Finding]) {
    let findings = FindingList(file: file, source: form.source)
    let root = RecordReader(node, path: "", findings: findings)
    root.allowOnly(rootKeys)
    var values: [FieldID: Answer] = [:]
    var lines: [FieldID: Int] = [:]
    var unreadable: Set<FieldID> = []
    for header in Self.headers { lines[header] = root.child(header)?.line }
    for entry in keys {
      let section = entry.section
      guard let record = root.record(section.id) else { continue }
      lines[section.id] = record.node.line
      if record.node.entries == nil { unreadable.formUnion(section.fields.map(\.id)) }
      record.allowOnly(entry.names)
      for (field, name) in zip(section.fields, entry.names) {
        guard let child = record.child(name) else {
          // Left empty: the finding about the missing answer shows where it goes.
          lines[field.id] = record.node.entries?.first { $0.key == name }?.line
          continue
        }
        lines[field.id] = child.line
        let value = ValueReader(chart: chart, findings: findings)
        let known = findings.findings.count
        values[field.id] = value.read(child, as: field.kind, at: field.id)
        if findings.findings.count > known { unreadable.insert(field.id) }
      }
    }
    let kind = root.optionalText("type_porteur") ?? form.applicantKinds.first ?? ""
    let answers = Answers(
      form: form.edition, call: root.optionalText("appel"), applicantKind: kind, values: values,
      lines: lines, unreadable: unreadable)
    return (answers, findings.findings)
  }

  /// The key of a field in its section.
  public static func name(of field: Field) -> String {
    field.id.split(separator: ".").last.map(String.init) ?? field.id
  }
}

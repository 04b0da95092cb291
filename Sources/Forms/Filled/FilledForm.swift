public import Contract
public import Vocabulary

/// A form with what is written in it: what every format of file carries, right or wrong.
///
/// Values that can be understood are in one form (`1 234,50 €` is `1234.50`, `01/03/2016` is
/// `2016-03-01`); what cannot be is kept as typed. Two files hold the same dossier when their filled
/// forms are equal.
public struct FilledForm: Hashable, Sendable {
  /// Edition of the form.
  public let form: String
  /// Identifier of the call the form is filled for.
  public var call: String?
  public var applicantKind: String
  private var values: [FieldID: RawAnswer] = [:]

  /// An empty form.
  public init(form: String, call: String?, applicantKind: String) {
    self.form = form
    self.call = call
    self.applicantKind = applicantKind
  }

  /// What is written in a field, `nil` when nothing is.
  ///
  /// Writing an empty answer removes what was there.
  public subscript(field: FieldID) -> RawAnswer? {
    get { values[field] }
    set { values[field] = newValue.flatMap { $0.isEmpty ? nil : $0 } }
  }

  /// The fields where something is written.
  public var answeredFields: Set<FieldID> { Set(values.keys) }

  /// The whole form as a document, as if read from a file: sections and fields in the form's order.
  public func node(of edition: FormEdition) -> SourceNode {
    func text(_ text: String) -> SourceNode { SourceNode(.scalar(text, isPlain: false), line: 1) }
    var entries = [SourceNode.Entry(key: "formulaire", line: 1, value: text(form))]
    if let call { entries.append(.init(key: "appel", line: 1, value: text(call))) }
    entries.append(.init(key: "type_porteur", line: 1, value: text(applicantKind)))
    for section in edition.sections {
      let fields = section.fields.compactMap { field in
        self[field.id].map {
          SourceNode.Entry(key: AnswerReader.name(of: field), line: 1, value: $0.node())
        }
      }
      guard !fields.isEmpty else { continue }
      entries.append(
        .init(key: section.id, line: 1, value: SourceNode(.mapping(fields), line: 1)))
    }
    return SourceNode(.mapping(entries), line: 1)
  }
}

extension FilledForm {
  /// Reads a document that fills this edition, keeping what is written even where it is wrong.
  ///
  /// - Parameters:
  ///   - node: the document.
  ///   - edition: the form it fills.
  ///   - chart: the accounts of the budget.
  ///   - file: its name, for messages.
  /// - Returns: the filled form, and what has no place in it: unknown keys, accounts or columns, values
  ///   of the wrong shape, characters that no format carries.
  public static func read(
    _ node: SourceNode, edition: FormEdition, chart: ChartOfAccounts, file: String
  ) -> (filled: FilledForm, findings: [Finding]) {
    let findings = FindingList(file: file, source: edition.source)
    let root = RecordReader(node, path: "", findings: findings)
    root.allowOnly(AnswerReader.headers + edition.sections.map(\.id))
    var filled = FilledForm(
      form: edition.edition, call: root.optionalText("appel"),
      applicantKind: root.optionalText("type_porteur") ?? edition.applicantKinds.first ?? "")
    let reader = RawReader(chart: chart, findings: findings)
    for section in edition.sections {
      guard let record = root.record(section.id) else { continue }
      let names = section.fields.map { AnswerReader.name(of: $0) }
      record.allowOnly(names)
      for (field, name) in zip(section.fields, names) {
        guard let child = record.child(name) else { continue }
        filled[field.id] = reader.read(child, as: field.kind, at: field.id)
      }
    }
    return (filled, findings.findings)
  }
}

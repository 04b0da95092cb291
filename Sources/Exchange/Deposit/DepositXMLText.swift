public import Forms

extension DepositXML {
  /// Writes a filled form as a document of its own: the same form always gives the same bytes.
  ///
  /// Sections and fields come in the form's order, columns too, accounts by number. A character that
  /// XML 1.0 cannot carry (production 2), which no form read from a file holds, becomes U+FFFD.
  ///
  /// - Parameters:
  ///   - filled: the form.
  ///   - edition: its edition.
  /// - Returns: the document, in UTF-8, without byte order mark.
  public static func write(_ filled: FilledForm, edition: FormEdition) -> [UInt8] {
    var text = DepositXMLText()
    text.write(filled, edition: edition)
    return text.output.unsent
  }
}

/// Writes the elements of a dossier.
struct DepositXMLText {
  private(set) var output = XMLOutput { _ in }

  mutating func write(_ filled: FilledForm, edition: FormEdition) {
    output.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    output.markup("<depot xmlns=\"urn:aap:depot:1\" version=\"1.0\"")
    attribute(" formulaire=\"", filled.form)
    if let call = filled.call { attribute(" appel=\"", call) }
    attribute(" type_porteur=\"", filled.applicantKind)
    output.markup(">\n")
    for section in edition.sections { write(section, of: filled) }
    output.markup("</depot>\n")
  }

  private mutating func write(_ section: FormEdition.Section, of filled: FilledForm) {
    let answers = section.fields.compactMap { field in filled[field.id].map { (field, $0) } }
    guard !answers.isEmpty else { return }
    output.markup("  <section")
    attribute(" id=\"", section.id)
    output.markup(">\n")
    for (field, answer) in answers {
      output.markup("    <champ")
      attribute(" id=\"", "\(section.id).\(AnswerReader.name(of: field))")
      output.markup(">")
      write(answer, of: field)
      output.markup("</champ>\n")
    }
    output.markup("  </section>\n")
  }

  private mutating func write(_ answer: RawAnswer, of field: Field) {
    switch answer {
    case .text(let text): value(text)
    case .list(let values) where values.count == 1: values.forEach { value($0) }
    case .list(let values):
      for text in values { onItsOwnLine { $0.value(text) } }
      output.markup("\n    ")
    case .rows(let rows):
      for row in rows { onItsOwnLine { $0.write(row, columns: field.columns) } }
      output.markup("\n    ")
    case .accounts(let amounts):
      for (account, amount) in amounts.sorted(by: { $0.key < $1.key }) {
        onItsOwnLine { $0.element("<montant", " compte=\"", account, amount, "</montant>") }
      }
      output.markup("\n    ")
    }
  }

  private mutating func onItsOwnLine(_ write: (inout Self) -> Void) {
    output.markup("\n      ")
    write(&self)
  }

  private mutating func value(_ text: String) {
    output.markup("<valeur>")
    escaped(text, inAttribute: false)
    output.markup("</valeur>")
  }

  /// Known columns in the form's order, then any other by name.
  private mutating func write(_ row: [String: String], columns: [String]) {
    let others = row.keys.filter { !columns.contains($0) }.sorted()
    output.markup("<ligne>")
    for column in columns + others {
      guard let text = row[column] else { continue }
      output.markup("\n        ")
      element("<cellule", " colonne=\"", column, text, "</cellule>")
    }
    output.markup("\n      </ligne>")
  }

  private mutating func element(
    _ start: StaticString, _ name: StaticString, _ key: String, _ text: String, _ end: StaticString
  ) {
    output.markup(start)
    attribute(name, key)
    output.markup(">")
    escaped(text, inAttribute: false)
    output.markup(end)
  }

  private mutating func attribute(_ start: StaticString, _ text: String) {
    output.markup(start)
    escaped(text, inAttribute: true)
    output.markup("\"")
  }

  private mutating func escaped(_ text: String, inAttribute: Bool) {
    let mark = output.mark
    guard output.text(text, inAttribute: inAttribute) != nil else { return }
    output.takeBack(to: mark)
    _ = output.text(text.withoutForbiddenCharacters, inAttribute: inAttribute)
  }
}

extension Field {
  /// Identifiers of the columns of a table.
  fileprivate var columns: [String] {
    if case .table(let columns) = kind { columns.map(\.id) } else { [] }
  }
}

extension String {
  /// The same text with U+FFFD for each character XML 1.0 forbids.
  fileprivate var withoutForbiddenCharacters: String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      let isForbidden =
        (scalar.value < 0x20 && scalar != "\t" && scalar != "\n" && scalar != "\r")
        || scalar.value == 0xFFFE || scalar.value == 0xFFFF
      result.append(isForbidden ? "\u{FFFD}" : scalar)
    }
    return String(result)
  }
}

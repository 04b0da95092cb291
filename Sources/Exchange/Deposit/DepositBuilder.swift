import Contract
import Forms
import Vocabulary

/// Builds the document of one dossier from its elements, in the shape YAML gives.
///
/// What the schema refuses is built anyhow: the document of a refused dossier is thrown away.
struct DepositBuilder {
  /// An open element that holds others: its key in the document and its line.
  private struct Open {
    var key = ""
    var line = 0
  }

  private let names: DepositNames
  private let log: FindingLog
  /// Line of the dossier's tag.
  let line: Int
  /// Bytes of what is kept so far, against ``DepositLimit/weight``.
  private(set) var weight = 0
  /// Identifier of the field being read.
  private(set) var field: String?

  private var entries: [SourceNode.Entry] = []
  private var section: Open?
  private var fields: [SourceNode.Entry] = []
  private var fieldLine = 0
  private var values: [SourceNode] = []
  private var rows: [SourceNode] = []
  private var amounts: [SourceNode.Entry] = []
  private var item = Open()
  private var cell = Open()
  private var cells: [SourceNode.Entry] = []
  private var text = ""

  init(names: DepositNames, log: FindingLog, line: Int) {
    (self.names, self.log, self.line) = (names, log, line)
  }

  /// The whole document, once the dossier is closed.
  var node: SourceNode { SourceNode(.mapping(entries), line: line) }

  /// Takes an opening tag; the dossier itself is at level 0.
  mutating func opened(_ tag: XMLStartTag, level: Int, line: Int) {
    weight += DepositLimit.element + tag.attributesSize
    text = ""
    switch level {
    case 0: openDeposit(tag)
    case 1: openSection(tag, line: line)
    case _ where section == nil: break
    case 2: openField(tag, line: line)
    case 3:
      item = Open(key: tag.text(names.account) ?? "", line: line)
      cells = []
    default: cell = Open(key: tag.text(names.column) ?? "", line: line)
    }
  }

  /// Takes all the text between two tags.
  mutating func heard(_ bytes: UnsafeBufferPointer<UInt8>) {
    // Outside of the fields there are only blanks, and what partners add.
    guard field != nil else { return }
    weight += max(bytes.count, DepositLimit.text)
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// Takes a closing tag.
  mutating func closed(_ name: XMLName, level: Int) {
    defer { text = "" }
    guard let section else { return }
    switch level {
    case 1:
      let node = SourceNode(.mapping(fields), line: section.line)
      entries.append(.init(key: section.key, line: section.line, value: node))
      self.section = nil
    case 2: closeField(in: section)
    case 3: closeItem(name)
    case 4: cells.append(.init(key: cell.key, line: cell.line, value: scalar(text, cell.line)))
    default: break
    }
  }

  private func scalar(_ text: String, _ line: Int) -> SourceNode {
    SourceNode(.scalar(text, isPlain: false), line: line)
  }

  private mutating func openDeposit(_ tag: XMLStartTag) {
    for (key, name) in zip(
      AnswerReader.headers, [names.formulaire, names.appel, names.applicantKind])
    {
      guard let text = tag.text(name) else { continue }
      entries.append(.init(key: key, line: line, value: scalar(text, line)))
    }
  }

  private mutating func openSection(_ tag: XMLStartTag, line: Int) {
    guard tag.name == names.section, tag.namespace == names.namespace else { return }
    let id = tag.text(names.id) ?? ""
    section = Open(key: id, line: line)
    fields = []
    guard AnswerReader.headers.contains(id) else { return }
    log.add(
      "section_reservee", family: .malformed, line: line, field: id,
      "« \(id) » n’est pas une section : c’est un attribut de « depot ».",
      remedy: "Placez les champs dans une section du formulaire.")
  }

  private mutating func openField(_ tag: XMLStartTag, line: Int) {
    let id = tag.text(names.id) ?? ""
    field = id
    fieldLine = line
    (values, rows, amounts) = ([], [], [])
    // An identifier that misses is the schema's business.
    guard let section, !section.key.isEmpty, !id.isEmpty, !id.hasPrefix("\(section.key).") else {
      return
    }
    log.add(
      "champ_mal_range", family: .malformed, line: line, field: id,
      "Le champ « \(id) » est dans la section « \(section.key) ».",
      remedy: "Placez-le dans sa section, ou corrigez son identifiant.")
  }

  private mutating func closeField(in section: Open) {
    let id = field ?? ""
    let prefix = "\(section.key)."
    let name = id.hasPrefix(prefix) ? String(id.dropFirst(prefix.count)) : id
    fields.append(.init(key: name, line: fieldLine, value: fieldNode))
    field = nil
  }

  /// One value alone is a scalar; a field that holds nothing is as if absent.
  private var fieldNode: SourceNode {
    if !amounts.isEmpty { return SourceNode(.mapping(amounts), line: fieldLine) }
    if !rows.isEmpty { return SourceNode(.sequence(rows), line: fieldLine) }
    if values.count > 1 { return SourceNode(.sequence(values), line: fieldLine) }
    return values.first ?? SourceNode(.scalar("", isPlain: true), line: fieldLine)
  }

  private mutating func closeItem(_ name: XMLName) {
    switch name {
    case names.valeur: values.append(scalar(text, item.line))
    case names.montant:
      amounts.append(.init(key: item.key, line: item.line, value: scalar(text, item.line)))
    default: rows.append(SourceNode(.mapping(cells), line: item.line))
    }
  }
}

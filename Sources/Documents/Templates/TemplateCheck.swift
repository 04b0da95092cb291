import Vocabulary

/// Compares the tags of a template with the view it shows.
struct TemplateCheck {
  let file: String
  private var findings: [Finding] = []
  /// The sections open at this point, innermost last.
  private var open: [(name: String, scope: TagShape?)] = []
  private let root: TagShape

  /// What is wrong in the template, in reading order; empty when every tag exists in the view.
  static func findings(in source: String, named file: String, for shape: TagShape) -> [Finding] {
    var check = TemplateCheck(file: file, root: shape)
    for tag in TemplateTag.tags(of: source) { check.read(tag) }
    for section in check.open {
      check.report(
        "section_ouverte", line: nil, "La section « \(section.name) » n’est pas refermée.",
        "Ajoutez {{/\(section.name)}}.")
    }
    return check.findings
  }

  private init(file: String, root: TagShape) {
    self.file = file
    self.root = root
  }

  private mutating func read(_ tag: TemplateTag) {
    switch tag.kind {
    case .comment: break
    case .value: readValue(tag)
    case .section, .invertedSection: readSection(tag)
    case .end: readEnd(tag)
    case .other:
      report(
        "balise_non_admise", line: tag.line, "La balise « \(tag.name) » n’est pas admise.",
        "Employez seulement {{nom}}, {{#nom}}, {{^nom}}, {{/nom}} et {{! commentaire}}.")
    }
  }

  private mutating func readValue(_ tag: TemplateTag) {
    switch entry(tag.name) {
    case .text: break
    case .none: reportUnknown(tag)
    case .flag, .rows:
      report(
        "balise_sans_texte", line: tag.line, "La balise « \(tag.name) » n’est pas un texte.",
        "Ouvrez une section : {{#\(tag.name)}}…{{/\(tag.name)}}.")
    }
  }

  private mutating func readSection(_ tag: TemplateTag) {
    switch entry(tag.name) {
    case .rows(let shape): open.append((tag.name, tag.kind == .section ? shape : nil))
    case .text, .flag: open.append((tag.name, nil))
    case .none:
      reportUnknown(tag)
      open.append((tag.name, nil))
    }
  }

  private mutating func readEnd(_ tag: TemplateTag) {
    guard let last = open.last, last.name == tag.name else {
      report(
        "section_mal_fermee", line: tag.line,
        "« {{/\(tag.name)}} » ne ferme pas la section ouverte en dernier.",
        "Refermez les sections dans l’ordre inverse de leur ouverture.")
      return
    }
    open.removeLast()
  }

  private func entry(_ name: String) -> TagShape.Entry? {
    for section in open.reversed() {
      if let entry = section.scope?.entries[name] { return entry }
    }
    return root.entries[name]
  }

  private mutating func reportUnknown(_ tag: TemplateTag) {
    let names = open.compactMap(\.scope).flatMap(\.entries.keys) + root.entries.keys
    let nearest = tag.name.nearest(among: names.sorted())
    report(
      "balise_inconnue", line: tag.line, "La balise « \(tag.name) » n’existe pas dans ce document.",
      nearest.map { "Vouliez-vous écrire « \($0) » ?" }
        ?? "Retirez-la, ou choisissez parmi : \(names.sorted().joined(separator: ", ")).")
  }

  private mutating func report(_ code: String, line: Int?, _ message: String, _ remedy: String) {
    findings.append(
      Finding(
        code: code, family: .malformed, place: Finding.Place(file: file, line: line),
        message: message, remedy: remedy))
  }
}

import Contract
public import Vocabulary

/// One project of a batch: an identifier and what the project says.
public struct BatchProject: Hashable, Sendable {
  /// Keys that are read; only `id` and one of the two texts are required.
  static let keys = ["id", "titre", "description", "structure", "public_cible", "themes"]
  /// The key of the labels, read by ``LabelledProject`` and known to be there elsewhere.
  static let labels = "attendus"

  public let id: String
  public let text: ProjectText

  /// Names a project.
  public init(id: String, text: ProjectText) {
    self.id = id
    self.text = text
  }

  /// Reads one line of a `.jsonl` file.
  ///
  /// - Parameters:
  ///   - line: the bytes of the line, without its line break.
  ///   - number: its place in the file, from 1.
  ///   - file: the name of the file, for messages.
  /// - Returns: the project, unless a blocking finding keeps it from being read; and the findings.
  public static func read(
    _ line: [UInt8], number: Int, file: String
  ) -> (project: BatchProject?, findings: [Finding]) {
    readLine(line, number: number, file: file) { $0.batchProject() }
  }

  /// Reads one line of JSON with its findings placed on its line of the file.
  static func readLine<Value>(
    _ line: [UInt8], number: Int, file: String, as value: (RecordReader) -> Value
  ) -> (Value?, findings: [Finding]) {
    let list = FindingList(file: file)
    do {
      // The line break was the batch's; within a line everything stands on line 1.
      let node = try JSONSource.read(line)
      let read = value(RecordReader(node, path: "", findings: list))
      let findings = list.findings.map { $0.moved(toLine: number) }
      return (findings.areBlocking ? nil : read, findings)
    } catch {
      return (nil, [error.finding(file: file).moved(toLine: number)])
    }
  }
}

extension RecordReader {
  func batchProject() -> BatchProject {
    for entry in node.entries ?? []
    where !BatchProject.keys.contains(entry.key) && entry.key != BatchProject.labels {
      findings.add(
        "champ_inconnu", severity: .warning, line: entry.line, field: entry.key,
        "La clé « \(entry.key) » est inconnue ici\u{00A0}: elle n’est pas lue.",
        remedy: "Clés lues\u{00A0}: \(BatchProject.keys.joined(separator: ", ")).")
    }
    let title = optionalText("titre")?.trimmedOfSpaces ?? ""
    let description = optionalText("description")?.trimmedOfSpaces ?? ""
    if title.isEmpty, description.isEmpty {
      findings.add(
        "texte_manquant", line: node.line, field: "description",
        "Ni titre ni description\u{00A0}: il n’y a rien à rapprocher des objectifs.",
        remedy: "Donnez au moins l’un des deux.")
    }
    return BatchProject(
      id: text("id"),
      text: ProjectText(
        title: title, descriptions: [description], audience: optionalText("public_cible") ?? "",
        themes: texts("themes")))
  }
}

extension Finding {
  fileprivate func moved(toLine line: Int) -> Finding {
    Finding(
      code: code, severity: severity, family: family,
      place: Place(file: place.file, line: line, field: place.field), message: message,
      remedy: remedy, source: source)
  }
}

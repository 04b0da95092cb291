import Vocabulary

/// A file given to the reader: its bytes and the name to show in messages.
public struct SourceFile: Hashable, Sendable {
  public let name: String
  public let bytes: [UInt8]

  /// Names some bytes.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// Reads one data file into a record; a file that is not YAML becomes one finding.
func open(_ file: SourceFile, schema: String, into findings: inout [FindingList]) -> RecordReader? {
  let list = FindingList(file: file.name)
  findings.append(list)
  do {
    let node = try YAMLSource.read(file.bytes, limits: .reference)
    let record = RecordReader(node, path: "", findings: list)
    record.requireSchema(schema)
    return record
  } catch {
    list.add([error.finding(file: file.name, source: list.source)])
    return nil
  }
}

extension RecordReader {
  /// Reports a file that announces another form, or another version of it, than the one expected.
  public func requireSchema(_ schema: String) {
    let found = text("schema")
    guard found != schema, !found.isEmpty else { return }
    findings.add(
      "schema_inconnu", line: line(of: "schema"), field: "schema",
      "Le fichier annonce « \(found) » au lieu de « \(schema) ».",
      remedy: "Vérifiez que c’est le bon fichier, dans la bonne version.")
  }

  /// A source written `{citation: …, ligne: …, lien: …}`; the line of the contract joins the citation.
  func source(_ key: String) -> LegalSource {
    guard let record = record(key) else {
      findings.add(
        "source_manquante", line: node.line, field: joined(key),
        "La source de cette règle n’est pas donnée.",
        remedy: "Ajoutez « source : {citation : \"…\"} » : toute règle cite son texte.")
      return LegalSource("source non précisée")
    }
    record.allowOnly(["citation", "ligne", "lien"])
    let citation = record.text("citation")
    let line = record.optionalInteger("ligne").map { ", ligne \($0) du contrat" } ?? ""
    return LegalSource(citation + line, link: record.optionalText("lien"))
  }
}

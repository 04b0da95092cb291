import Contract
public import Dossiers
public import Forms
import Store
public import Vocabulary

/// What was understood of a file given as a dossier.
public struct DossierReading: Sendable {
  /// `nil` when the file is not one of the call's forms at all.
  public let application: Application?
  public let form: FormEdition?
  /// What is wrong with the writing of the file.
  public let findings: [Finding]
  let format: ReceivedFormat
}

extension CallContext {
  /// Reads a file as a dossier of this call.
  func read(_ file: SourceFile) -> DossierReading {
    let format = Self.format(of: file)
    do {
      return read(try Self.node(of: file, format: format), file: file.name, format: format)
    } catch {
      return DossierReading(
        application: nil, form: nil, findings: [error.finding(file: file.name)], format: format)
    }
  }

  private static func node(
    of file: SourceFile, format: ReceivedFormat
  ) throws(UnreadableSource) -> SourceNode {
    switch format {
    case .yaml: return try YAMLSource.read(file.bytes)
    case .json: return try JSONSource.read(file.bytes)
    case .xml, .ods:
      throw UnreadableSource(line: nil, reason: "Format illisible.", remedy: "Donnez du YAML.")
    }
  }

  private func read(
    _ node: SourceNode, file: String, format: ReceivedFormat
  ) -> DossierReading {
    let edition = node["formulaire"]?.text ?? ""
    guard let form = forms[edition], let reader = readers[edition] else {
      return DossierReading(
        application: nil, form: nil, findings: [unknownForm(node, file: file)], format: format)
    }
    let (answers, findings) = reader.read(node, file: file)
    return DossierReading(
      application: Application(answers: answers), form: form, findings: findings, format: format)
  }

  private func unknownForm(_ node: SourceNode, file: String) -> Finding {
    let known = forms.keys.sorted().joined(separator: ", ")
    let named = node["formulaire"]
    return Finding(
      code: "formulaire_inconnu", family: .malformed,
      place: Finding.Place(file: file, line: named?.line ?? node.line, field: "formulaire"),
      message: named?.text.map { "Le formulaire « \($0) » n’est pas de cet appel." }
        ?? "Le fichier ne dit pas quel formulaire il remplit.",
      remedy:
        "Partez d’un modèle (aap formulaire modele association) ; formulaires de l’appel : \(known)."
    )
  }

  /// JSON when the name says so, or when the first mark is a brace.
  private static func format(of file: SourceFile) -> ReceivedFormat {
    if file.name.hasSuffix(".json") { return .json }
    let space: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF]
    let first = file.bytes.first { !space.contains($0) }
    return first == UInt8(ascii: "{") && !file.name.hasSuffix(".yaml") ? .json : .yaml
  }
}

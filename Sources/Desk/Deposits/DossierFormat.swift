import Contract
import Exchange
import Forms
public import Store
import Vocabulary

extension ReceivedFormat {
  /// The format of a file: what its content says, else what its name says.
  ///
  /// A workbook is a zip archive, XML starts with `<`, JSON with `{`; YAML is what remains.
  static func of(_ file: SourceFile) -> ReceivedFormat {
    if file.bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .ods }
    if let named = named(file.name), named == .ods || named == .yaml { return named }
    let space: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0x00]
    switch file.bytes.first(where: { !space.contains($0) }) {
    case UInt8(ascii: "<"): return .xml
    case UInt8(ascii: "{"): return .json
    default: return named(file.name) ?? .yaml
    }
  }

  /// The format that the name of a file announces; `nil` when it announces none of ours.
  public static func named(_ name: String) -> ReceivedFormat? {
    guard let dot = name.lastIndex(of: ".") else { return nil }
    let ending = name[name.index(after: dot)...].lowercased()
    return ending == "yml" ? .yaml : ReceivedFormat(rawValue: ending)
  }

  /// For readers.
  var french: String {
    switch self {
    case .yaml: "YAML"
    case .json: "JSON"
    case .xml: "XML"
    case .ods: "classeur OpenDocument"
    }
  }
}

extension FormLibrary {
  /// The document that a file holds, whatever its format; the findings refuse it when it is `nil`.
  func document(
    in file: SourceFile, as format: ReceivedFormat
  ) -> (node: SourceNode?, findings: [Finding]) {
    guard file.bytes.contains(where: { $0 > 0x20 }) else {
      return (nil, [Self.emptyFile(file.name)])
    }
    do {
      switch format {
      case .yaml: return (try YAMLSource.read(file.bytes), [])
      case .json: return (try JSONSource.read(file.bytes), [])
      case .xml: return DepositXML.read(file.bytes, schema: try schema.get(), file: file.name)
      case .ods: return try DossierWorkbook.read(file.bytes, file: file.name)
      }
    } catch let unreadable as UnreadableSource {
      let source: LegalSource = format == .ods ? .workbookFormat : .dossierFormat
      return (nil, [unreadable.finding(file: file.name, source: source)])
    } catch let refusal as Refusal {
      return (nil, refusal.findings)
    } catch {
      return (nil, [Self.missingSchema(for: file.name)])
    }
  }

  private static func emptyFile(_ file: String) -> Finding {
    Finding(
      code: "fichier_vide", family: .malformed, place: Finding.Place(file: file),
      message: "Le fichier est vide.",
      remedy:
        "Vérifiez que c’est le bon fichier, ou partez d’un modèle : aap formulaire modele TYPE.",
      source: .dossierFormat)
  }

  private static func missingSchema(for file: String) -> Finding {
    Finding(
      code: "schema_absent", family: .malformed, place: Finding.Place(file: file),
      message: "Le schéma des dossiers XML, schemas/depot-1.0.xsd, est introuvable ou illisible.",
      remedy: "Rétablissez les fichiers livrés avec le programme, ou donnez AAP_RESSOURCES.")
  }

  /// A filled form written in a format.
  func write(
    _ filled: FilledForm, edition: FormEdition, as format: ReceivedFormat
  ) throws -> [UInt8] {
    switch format {
    case .yaml: Array(CommentedYAML.text(filled, edition: edition, chart: chart).utf8)
    case .json: Array(FormJSON.text(filled, edition: edition, chart: chart).utf8)
    case .xml where filled.answeredFields.isEmpty:
      DepositXML.blank(filled, edition: edition, chart: chart)
    case .xml: DepositXML.write(filled, edition: edition)
    case .ods:
      try DossierWorkbook.write(filled, edition: edition, chart: chart, choices: choices)
    }
  }
}

import Contract
import Forms
import TestKit
import Vocabulary

/// A form with a single field, `s.f`, to try what it accepts.
struct OneField {
  /// What the form says of itself: the source of every finding about an answer.
  static let source: LegalSource = "Un texte d’essai"

  let form: FormEdition
  let chart: ChartOfAccounts

  /// Defines the field as a form file does, `type: entier, minimum: 1` for instance.
  init(_ definition: String) throws {
    let (form, findings) = FormEdition.load(Self.file("[{id: s.f, libelle: F, \(definition)}]"))
    guard let form, findings.isEmpty else {
      throw Territory.Unloadable(reasons: findings.map(\.message))
    }
    self.form = form
    chart = try Territory.lensLievin.chart
  }

  /// A form file whose only section has these fields.
  static func file(_ fields: String) -> SourceFile {
    let text = """
      schema: formulaire/1
      edition: essai-1
      titre: Essai
      porteurs: [association]
      source: {citation: "\(source.citation)"}
      sections:
        - {id: s, titre: S, champs: \(fields)}
      """
    return SourceFile(name: "essai.yaml", bytes: Array(text.utf8))
  }

  /// Reads a document whose third line gives the answer.
  func read(_ value: String) throws -> (answer: Answer?, answers: Answers, findings: [Finding]) {
    let text = "formulaire: essai-1\ns:\n  f: \(value)\n"
    let (answers, findings) = AnswerReader(form: form, chart: chart)
      .read(try YAMLSource.read(Array(text.utf8)), file: "d.yaml")
    return (answers["s.f"], answers, findings)
  }

  /// The finding expected on the third line.
  static func finding(
    _ message: String, _ remedy: String, line: Int = 3, field: String = "s.f",
    code: String = "valeur_illisible", source: LegalSource = source
  ) -> Finding {
    Finding(
      code: code, family: .malformed, place: .init(file: "d.yaml", line: line, field: field),
      message: message, remedy: remedy, source: source)
  }
}

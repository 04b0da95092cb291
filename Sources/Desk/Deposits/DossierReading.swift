import Contract
public import Dossiers
public import Forms
import Store
public import Vocabulary

/// What was understood of a file given as a dossier.
public struct DossierReading: Sendable {
  /// `nil` when the file is not one of the known forms at all.
  public let application: Application?
  public let form: FormEdition?
  /// What is wrong with the writing of the file.
  public let findings: [Finding]
  let format: ReceivedFormat
}

extension FormLibrary {
  /// Reads a file as a dossier.
  func read(_ file: SourceFile, as imposed: ReceivedFormat? = nil) -> DossierReading {
    let format = imposed ?? ReceivedFormat.of(file)
    let (node, findings) = document(in: file, as: format)
    // A workbook with a cell that cannot be read lacks an answer: judging it would blame the wrong thing.
    guard let node, format != .ods || !findings.areBlocking else {
      return DossierReading(application: nil, form: nil, findings: findings, format: format)
    }
    return read(node, file: file.name, as: format, findings: findings)
  }

  /// Reads a document as a dossier.
  ///
  /// - Parameters:
  ///   - node: the document.
  ///   - file: its name, for messages.
  ///   - format: the format it was read from.
  ///   - findings: what reading it found.
  /// - Returns: what was understood.
  func read(
    _ node: SourceNode, file: String, as format: ReceivedFormat, findings: [Finding] = []
  ) -> DossierReading {
    switch edition(of: node, file: file) {
    case .failure(let refusal):
      return DossierReading(
        application: nil, form: nil, findings: findings + refusal.findings, format: format)
    case .success(let (edition, reader)):
      let (answers, more) = reader.read(node, file: file)
      return DossierReading(
        application: Application(answers: answers), form: edition, findings: findings + more,
        format: format)
    }
  }

  /// Reads what is written in a file, right or wrong.
  ///
  /// - Throws: ``Refusal`` with everything that has no place in a dossier.
  func filledForm(
    in file: SourceFile
  ) throws(Refusal) -> (filled: FilledForm, edition: FormEdition) {
    let (node, findings) = document(in: file, as: ReceivedFormat.of(file))
    guard let node else { throw Refusal(findings) }
    let edition = try edition(of: node, file: file.name).get().0
    let (filled, more) = FilledForm.read(node, edition: edition, chart: chart, file: file.name)
    let all = findings + more
    guard !all.areBlocking else { throw Refusal(all.inReadingOrder()) }
    return (filled, edition)
  }
}

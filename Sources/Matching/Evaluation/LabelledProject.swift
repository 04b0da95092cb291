public import Contract
public import Vocabulary

/// A project whose objectives a careful reader gave: what the matching is measured on, or learns from.
public struct LabelledProject: Hashable, Sendable {
  public let project: BatchProject
  /// Codes accepted, the main one first; never empty.
  public let objectives: [String]
  /// Funders that the plan of action names for the main one; `nil` when the label does not say.
  public let funders: [FunderID]?

  /// Labels a project.
  public init(project: BatchProject, objectives: [String], funders: [FunderID]? = nil) {
    self.project = project
    self.objectives = objectives
    self.funders = funders
  }

  /// Reads one line of a `.jsonl` file: a project of a batch with its `attendus`.
  ///
  /// - Parameters:
  ///   - line: the bytes of the line, without its line break.
  ///   - number: its place in the file, from 1.
  ///   - file: the name of the file, for messages.
  ///   - reference: the contract whose objectives are named.
  /// - Returns: the case, unless a blocking finding keeps it from being read; and the findings.
  public static func read(
    _ line: [UInt8], number: Int, file: String, reference: ReferenceData
  ) -> (labelled: LabelledProject?, findings: [Finding]) {
    let (read, findings) = BatchProject.readLine(line, number: number, file: file) {
      $0.labelledProject(reference)
    }
    return (read, findings)
  }
}

extension RecordReader {
  fileprivate func labelledProject(_ reference: ReferenceData) -> LabelledProject {
    let project = batchProject()
    let expected = requiredRecord(BatchProject.labels)
    let objectives = expected.texts("objectifs")
    if objectives.isEmpty {
      findings.add(
        "objectif_attendu_manquant", line: node.line, field: expected.joined("objectifs"),
        "Le cas ne dit pas quel objectif est attendu.",
        remedy: "Ajoutez « attendus »\u{00A0}: {\"objectifs\": [\"…\"]}, le principal d’abord.")
    }
    for code in objectives where reference.objective(code) == nil {
      findings.add(
        "objectif_inconnu", line: node.line, field: expected.joined("objectifs"),
        "L’objectif attendu « \(code) » n’est pas au plan d’action.",
        remedy: "Les objectifs se lisent avec\u{00A0}: aap referentiel objectifs.")
    }
    for id in expected.texts("financeurs") where reference.funder(id) == nil {
      findings.add(
        "financeur_inconnu", line: node.line, field: expected.joined("financeurs"),
        "Le financeur attendu « \(id) » n’est pas au contrat.",
        remedy: "Les financeurs se lisent avec\u{00A0}: aap referentiel financeurs.")
    }
    return LabelledProject(
      project: project, objectives: objectives,
      funders: expected.child("financeurs") == nil ? nil : expected.texts("financeurs"))
  }
}

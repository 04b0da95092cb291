import Contract
import Exchange
public import Forms
import Store
import Vocabulary

/// Form editions with the accounts of their budgets, ready to read and write dossiers in any format.
public struct FormLibrary: Sendable {
  public let editions: FormShelf
  public let chart: ChartOfAccounts
  let schema: DepositSchema
  /// Codes that workbooks offer in their lists; none without a contract.
  let choices: WorkbookChoices

  init(
    editions: [String: SourceFile], chart: ChartOfAccounts, resources: Resources,
    choices: WorkbookChoices = .none
  ) {
    self.editions = FormShelf(sources: editions, chart: chart)
    self.chart = chart
    schema = DepositSchema(resources: resources)
    self.choices = choices
  }

  /// The edition that a document says it fills, with what reads it; else why there is none.
  func edition(of node: SourceNode, file: String) -> Result<(FormEdition, AnswerReader), Refusal> {
    let named = node["formulaire"]
    if let name = named?.text, let edition = editions[name],
      let reader = editions.reader(name)
    {
      return .success((edition, reader))
    }
    let known = editions.names
    let hint =
      named?.text?.nearest(among: known).map { " ; vouliez-vous dire « \($0) » ?" } ?? "."
    let finding = Finding(
      code: "formulaire_inconnu", family: .malformed,
      place: Finding.Place(file: file, line: named?.line ?? node.line, field: "formulaire"),
      message: named?.text.map { "Le formulaire « \($0) » n’est pas connu ici\(hint)" }
        ?? "Le fichier ne dit pas quel formulaire il remplit.",
      remedy: "Partez d’un modèle (aap formulaire modele association) ; formulaires connus : "
        + "\(known.joined(separator: ", ")).")
    return .failure(Refusal([finding]))
  }
}

extension Desk {
  /// The editions and accounts shipped with the program, for those who have no base.
  ///
  /// - Throws: ``DeskError`` when the shipped files are missing or unreadable.
  public static func shippedLibrary(resources: Resources) throws -> FormLibrary {
    let name = "templates/formulaires/comptes.yaml"
    guard let chart = ChartOfAccounts.load(try resources.file(name)).chart else {
      throw DeskError.inputOutput(path: name, reason: "comptes illisibles")
    }
    return FormLibrary(
      editions: try CallFolder.shippedForms(resources: resources), chart: chart,
      resources: resources)
  }
}

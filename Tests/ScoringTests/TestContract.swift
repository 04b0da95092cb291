import Contract
import Dossiers
import Forms
import Matching
import Scoring
import TestKit
import Testing

/// A real contract, its first call, and the facts of applications written in a few lines of YAML.
enum TestContract {
  private static let loadedReference = Result { () throws -> ReferenceData in
    let files = try ReferenceFiles.names.map { try file("fixtures/lens-lievin/\($0)") }
    return try #require(ReferenceFiles(files)?.load().data)
  }

  private static let loadedCall = Result { () throws -> Call in
    let folder = "fixtures/lens-lievin/appel-2016"
    let files = CallFiles(
      call: try file("\(folder)/appel.yaml"), purses: try file("\(folder)/enveloppes.yaml"),
      grid: try file("\(folder)/grille.yaml"))
    return try #require(files.load(with: reference(), evaluators: Evaluators.names).call)
  }

  /// The facts of an application to the call, gathered as the program gathers them.
  static func facts(
    _ yaml: String, beside: ScoringBeside = .none, comparables: ComparableCosts? = nil
  ) throws -> ScoringFacts {
    let reference = try reference()
    return ScoringFacts(
      of: try application(yaml), in: ScoringContext(reference: reference, call: try call()),
      matcher: ObjectiveMatcher(reference: reference), beside: beside, comparables: comparables)
  }

  static func application(_ yaml: String) throws -> Application {
    let (form, chart) = try loadedForm.get()
    let node = try YAMLSource.read(Array(yaml.utf8))
    let (answers, findings) = AnswerReader(form: form, chart: chart).read(node, file: "essai.yaml")
    #expect(findings == [])
    return Application(answers: answers)
  }

  static func reference() throws -> ReferenceData { try loadedReference.get() }

  static func call() throws -> Call { try loadedCall.get() }

  private static let loadedForm = Result { () throws -> (FormEdition, ChartOfAccounts) in
    let forms = "templates/formulaires"
    return (
      try #require(FormEdition.load(file("\(forms)/association.yaml")).form),
      try #require(ChartOfAccounts.load(file("\(forms)/comptes.yaml")).chart)
    )
  }

  private static func file(_ path: String) throws -> SourceFile {
    SourceFile(name: path, bytes: Array(try ProjectRoot.data(path)))
  }
}

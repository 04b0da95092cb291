public import Contract
public import Forms
import Vocabulary

/// A territory of the fixtures, loaded whole: reference data, calls by year, forms, accounts.
public struct Territory: Sendable {
  /// Why a territory could not be loaded.
  public struct Unloadable: Error {
    /// The findings, or the missing piece.
    public let reasons: [String]

    /// Says why.
    public init(reasons: [String]) { self.reasons = reasons }
  }

  public let folder: String
  public let reference: ReferenceData
  /// Every edition in `templates/formulaires`, by identifier.
  public let forms: [String: FormEdition]
  public let chart: ChartOfAccounts
  private let calls: [Int: Call]

  /// Names of the evaluators that the fixtures' grids use.
  public static let evaluators = [
    "adequation_objectif", "public_qpv", "besoin_quartier", "participation_habitants",
    "lutte_discriminations", "egalite_femmes_hommes", "droit_commun", "partenariat", "evaluation",
    "cout_par_beneficiaire", "cout_comparable", "solidite_budget", "capacite_porteur",
    "bilan_precedent", "note_humaine",
  ]

  /// The form editions shipped, by identifier.
  public static let editions = [
    "association-1", "association-2", "autre-1", "bailleur-1", "commune-1", "commune-2",
    "etablissement-public-1",
  ]

  private static let firstLoaded = Result { try Territory("lens-lievin", years: [2016, 2026]) }
  private static let secondLoaded = Result { try Territory("henin-carvin", years: [2026]) }

  /// The territory of the first contract, loaded once.
  public static var lensLievin: Territory { get throws { try firstLoaded.get() } }
  /// The second territory, whose codes have another shape, loaded once.
  public static var heninCarvin: Territory { get throws { try secondLoaded.get() } }

  /// The call of a year.
  public func call(_ year: Int) throws -> Call {
    try Self.required(calls[year], "\(folder)/appel-\(year)")
  }

  /// The form an applicant of this kind fills in a call.
  public func form(for kind: String, in call: Call) throws -> FormEdition {
    try Self.required(call.form(for: kind).flatMap { forms[$0] }, "form of \(kind)")
  }

  /// A file of the project, as the readers take it.
  public static func source(_ path: String) throws -> SourceFile {
    SourceFile(name: path, bytes: [UInt8](try ProjectRoot.data(path)))
  }

  private init(_ folder: String, years: [Int]) throws {
    self.folder = folder
    let root = "fixtures/\(folder)"
    let files = try ReferenceFiles.names.map { try Self.source("\(root)/\($0)") }
    let reference = try Self.loaded(
      try Self.required(ReferenceFiles(files), "reference files").load())
    var calls: [Int: Call] = [:]
    for year in years {
      calls[year] = try Self.call(in: "\(root)/appel-\(year)", reference: reference)
    }
    self.reference = reference
    self.calls = calls
    forms = try Self.loadForms()
    chart = try Self.loaded(
      ChartOfAccounts.load(try Self.source("templates/formulaires/comptes.yaml")))
  }

  private static func call(in folder: String, reference: ReferenceData) throws -> Call {
    let call = try source("\(folder)/appel.yaml")
    let names = try CallFiles.companions(of: call)
    let files = CallFiles(
      call: call, purses: try source("\(folder)/\(names.purses)"),
      grid: try source("\(folder)/\(names.grid)"))
    return try loaded(files.load(with: reference, evaluators: evaluators))
  }

  private static func loadForms() throws -> [String: FormEdition] {
    let names = [
      "association", "association-2", "autre-1", "bailleur-1", "commune", "commune-2",
      "etablissement-public-1",
    ]
    let editions = try names.map {
      try loaded(FormEdition.load(try source("templates/formulaires/\($0).yaml")))
    }
    return Dictionary(uniqueKeysWithValues: editions.map { ($0.edition, $0) })
  }

  private static func loaded<Value>(_ result: (Value?, [Finding])) throws -> Value {
    guard let value = result.0, result.1.isEmpty else {
      throw Unloadable(reasons: result.1.map { "\($0.place.file ?? ""): \($0.message)" })
    }
    return value
  }

  private static func required<Value>(_ value: Value?, _ name: String) throws -> Value {
    guard let value else { throw Unloadable(reasons: [name]) }
    return value
  }
}

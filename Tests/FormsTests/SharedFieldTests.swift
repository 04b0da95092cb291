import Forms
import Foundation
import TestKit
import Testing
import Vocabulary

/// Editions are plain files that repeat each other: nothing but these tests keeps them alike (ADR 0016).
@Suite struct `The editions of the forms` {
  /// Sections that say the same to every kind of applicant.
  private static let shared = [
    "responsable", "demande", "projet", "public", "lieux", "evaluation", "budget", "financement",
    "budget_2", "financement_2", "budget_3", "financement_3",
  ]
  /// Those in which editions 2 ask what editions 1 asked.
  static let newest = [
    "association-2", "autre-1", "bailleur-1", "commune-2", "etablissement-public-1",
  ]

  private func form(_ edition: String) throws -> FormEdition {
    try #require(try Territory.lensLievin.forms[edition])
  }

  @Test func `are those that every round trip tries`() throws {
    let folder = ProjectRoot.url("templates/formulaires").path
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".yaml") && $0 != "comptes.yaml" }
    #expect(files.count == Territory.editions.count)
    #expect(try Territory.lensLievin.forms.keys.sorted() == Territory.editions)
  }

  @Test(arguments: newest)
  func `in force today share the sections of the action, word for word`(edition: String) throws {
    let model = try form("association-2").sections.filter { Self.shared.contains($0.id) }
    #expect(model.map(\.id) == Self.shared)
    #expect(try form(edition).sections.filter { Self.shared.contains($0.id) } == model)
  }

  @Test(arguments: newest)
  func `give one kind of answer to one identifier`(edition: String) throws {
    let others = try Self.newest.map { try form($0) }
    for field in try form(edition).fields {
      let kinds = Set(
        others.compactMap { other in other.fields.first { $0.id == field.id }?.kind.shape })
      #expect(kinds == [field.kind.shape], "\(edition), \(field.id)")
    }
  }

  @Test(arguments: [("association-1", "association-2"), ("commune-1", "commune-2")])
  func `keep every field of the edition before, with its kind`(
    earlier: String, later: String
  ) throws {
    let kept = try form(later).fields.reduce(into: [FieldID: String]()) {
      $0[$1.id] = $1.kind.shape
    }
    for field in try form(earlier).fields {
      #expect(kept[field.id] == field.kind.shape, "\(field.id)")
    }
  }

  @Test(arguments: newest)
  func `say of every field what becomes of it next year`(edition: String) throws {
    let text = String(
      decoding: try ProjectRoot.data("templates/formulaires/\(edition).yaml"), as: UTF8.self)
    let policies = text.components(separatedBy: "\n        reconduction: ").count - 1
    let fields = try form(edition).fields
    #expect(policies == fields.count)
    let carried = fields.filter { $0.renewal == .keep && $0.kind.isOfTheYear }.map(\.id)
    #expect(carried == [])
  }

  @Test(arguments: newest)
  func `ask for the money of a later year only when the request covers it`(
    edition: String
  ) throws {
    for field in try form(edition).fields {
      let year = field.id.split(separator: ".")[0].last?.wholeNumberValue
      #expect(
        field.condition == year.map { .atLeast("projet.annees", $0) }
          || year == nil, "\(field.id)")
    }
  }

  @Test(arguments: [
    ("association-2", 30), ("commune-2", 28), ("etablissement-public-1", 29), ("bailleur-1", 29),
    ("autre-1", 30),
  ])
  func `ask few questions that everybody must answer`(edition: String, count: Int) throws {
    let demanded = try form(edition).fields.filter { $0.isRequired && $0.condition == nil }
    #expect(demanded.count == count, "\(demanded.map(\.id))")
  }
}

extension Field.Kind {
  /// The kind in a word, whatever answers it offers and whatever its columns show as examples.
  fileprivate var shape: String {
    switch self {
    case .choice: "choice"
    case .list(let kind, let maximum): "list of \(kind.shape), \(maximum ?? 0)"
    case .table(let columns):
      columns.map { "\($0.id)\($0.isRequired ? "*" : "") \($0.kind.shape)" }.description
    default: "\(self)"
    }
  }
}

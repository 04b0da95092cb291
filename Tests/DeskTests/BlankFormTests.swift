import Contract
import Forms
import Store
import TestKit
import Testing
import Vocabulary

@testable import Desk

@Suite struct `A blank form without a base` {
  private static func blank(_ kind: String) throws -> String {
    let library = try Desk.shippedLibrary(resources: OpenDesk.resources)
    return String(decoding: try library.blankForm(for: kind, as: .yaml), as: UTF8.self)
  }

  @Test(arguments: [
    ("association", "association-2"), ("commune", "commune-2"), ("ccas", "commune-2"),
    ("etablissement_public", "etablissement-public-1"), ("bailleur", "bailleur-1"),
    ("autre", "autre-1"),
  ])
  func `is of the newest edition for its kind`(kind: String, edition: String) throws {
    let text = try Self.blank(kind)
    let lines = text.split(separator: "\n")
    #expect(lines.contains("formulaire: \(edition)"))
    #expect(lines.contains("type_porteur: \(kind)"))
  }

  @Test func `does not exist for an unknown kind`() throws {
    let error = #expect(throws: DeskError.self) {
      try Self.blank("entreprise")
    }
    #expect(
      error
        == .misused(
          "Aucun formulaire n’est livré pour les porteurs de type « entreprise ».",
          remedy: "Types possibles : association, autre, bailleur, ccas, commune, "
            + "etablissement_public."))
  }
}

@Suite struct `A workbook left blank` {
  @Test func `is refused with the row of each answer that is missing`() throws {
    let folder = try TemporaryFolder()
    let open = try OpenDesk(try folder.territoryWithFirstForms("henin-carvin"))
    let library = open.context.library
    let edition = try #require(library.editions["association-1"])
    let bytes = try library.write(
      FilledForm(form: "association-1", call: "2026", applicantKind: "association"),
      edition: edition, as: .ods)
    let findings = open.desk.verify(
      SourceFile(name: "vierge.ods", bytes: bytes), in: open.context
    ).findings.filter { $0.code == "champs_obligatoires" }
    let lines = findings.reduce(into: [:]) { $0[$1.place.field ?? ""] = $1.place.line ?? 0 }
    #expect(lines["porteur.nom"] == 4)
    #expect(lines["porteur.siret"] == 6)
    let required = edition.sections[0].fields.filter { $0.isRequired && $0.condition == nil }
    let rows = required.compactMap { lines[$0.id] }
    #expect(rows.count == required.count && Set(rows).count == rows.count && rows == rows.sorted())
    // A table shows its first row to fill, after its title and its columns.
    #expect(lines["evaluation.indicateurs"] == 6)
  }
}

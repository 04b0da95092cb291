import Store
import Testing

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

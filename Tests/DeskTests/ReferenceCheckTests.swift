import Foundation
import TestKit
import Testing
import Vocabulary

@testable import Desk

/// A territory's folder of its own, in which faults can be planted.
struct TerritoryCopy {
  private let folder: TemporaryFolder
  let path: String

  init(_ name: String) throws {
    folder = try TemporaryFolder()
    path = folder.file(name)
    try FileManager.default.copyItem(atPath: OpenDesk.territory(name), toPath: path)
  }

  /// Replaces the first occurrence of a text in a file.
  ///
  /// - Returns: the line of the change, from 1.
  func plant(_ old: String, _ new: String, in file: String) throws -> Int {
    let url = URL(filePath: "\(path)/\(file)")
    let text = try String(contentsOf: url, encoding: .utf8)
    let place = try #require(text.range(of: old), "\(old) in \(file)")
    try Data(text.replacingCharacters(in: place, with: new).utf8).write(to: url)
    return text[..<place.lowerBound].count { $0 == "\n" } + 1
  }

  func check() throws -> [String] {
    try Desk.checkReference(folder: path, resources: OpenDesk.resources).findings.map { finding in
      let file = finding.place.file?.replacing("\(path)/", with: "") ?? "?"
      return "\(file):\(finding.place.line ?? 0) \(finding.code)"
    }
  }
}

@Suite struct `Checking a territory` {
  @Test(arguments: ["henin-carvin", "lens-lievin"])
  func `finds nothing against those shipped`(name: String) throws {
    #expect(try TerritoryCopy(name).check() == [])
  }

  @Test func `reports every incoherence of a call at once, each at its line`() throws {
    let copy = try TerritoryCopy("henin-carvin")
    let plan = "plan-actions.yaml"
    let call = "appel-2026/appel.yaml"
    let purses = "appel-2026/enveloppes.yaml"
    let grid = "appel-2026/grille.yaml"
    _ = try copy.plant("poids: 25", "poids: 26", in: grid)
    let planted = [
      (plan, try copy.plant("code: \"A.2\"", "code: \"A.1\"", in: plan), "code_en_double"),
      (plan, try copy.plant("axe: \"B.1\"", "axe: \"C.1\"", in: plan), "reference_inconnue"),
      (purses, try copy.plant("financeur: CAHC", "financeur: X", in: purses), "reference_inconnue"),
      (purses, try copy.plant("\"B.1.2\", ", "\"Z.9\", ", in: purses), "reference_inconnue"),
      // The sum is nobody's in particular: it is told of the first criterion.
      (
        grid, try copy.plant("- code: adequation", "- code: adequation", in: grid),
        "poids_incorrects"
      ),
      (call, try copy.plant("cloture: 2026", "cloture: 2025", in: call), "dates_en_desordre"),
    ]
    #expect(try copy.check().sorted() == planted.map { "\($0.0):\($0.1) \($0.2)" }.sorted())
  }

  @Test func `reports an unknown form, or another kind's, at the line of the kind`() throws {
    let copy = try TerritoryCopy("henin-carvin")
    let call = "appel-2026/appel.yaml"
    let unknown = try copy.plant(
      "{type: commune, formulaire: commune-2}", "{type: commune, formulaire: commune-9}", in: call)
    let other = try copy.plant(
      "{type: ccas, formulaire: commune-2}", "{type: ccas, formulaire: association-1}", in: call)
    #expect(
      try copy.check() == [
        "\(call):\(unknown) formulaire_inconnu", "\(call):\(other) formulaire_inconnu",
      ])
  }

  @Test(arguments: [
    ("champ: attestations.signataires", "condition_inconnue", "qu’aucune édition demandée n’a"),
    ("champ: attestations.exactitude", "condition_vaine", "ne vaut « delegataire » dans aucune"),
    ("champ: budget.charges", "condition_vaine", "ne vaut « delegataire » dans aucune"),
  ])
  func `reports a paper asked on an answer that no edition can give`(
    condition: String, code: String, message: String
  ) throws {
    let copy = try TerritoryCopy("henin-carvin")
    let call = "appel-2026/appel.yaml"
    let line = try copy.plant("champ: attestations.signataire", condition, in: call)
    #expect(try copy.check() == ["\(call):\(line) \(code)"])
    let finding = try #require(
      Desk.checkReference(folder: copy.path, resources: OpenDesk.resources).findings.first)
    #expect(finding.message.contains(message))
    #expect(finding.place.field?.hasPrefix("pieces.exigees[8].si.") == true)
    #expect(finding.severity == .blocking)
  }

  @Test func `accepts a paper asked on an answer that one edition alone can give`() throws {
    let copy = try TerritoryCopy("henin-carvin")
    let call = "appel-2026/appel.yaml"
    _ = try copy.plant("association-2", "association-1", in: call)
    #expect(try copy.check() == [])
    _ = try copy.plant(
      "type: delegation, libelle: \"Délégation de signature\", porteurs: tous",
      "type: delegation, libelle: \"Délégation de signature\", porteurs: [association]", in: call)
    #expect(try copy.check().map { $0.suffix(18) } == ["condition_inconnue"])
  }

  @Test func `says that a folder is not a territory`() throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: DeskError.self) {
      try Desk.checkReference(folder: folder.path, resources: OpenDesk.resources)
    }
    #expect(error?.exitCode == 66)
  }
}

@Suite struct `The demonstration's folder` {
  private func play(in output: String) throws -> DemoSummary {
    let request = DemoRequest(
      reference: OpenDesk.territory("henin-carvin"), call: "appel-2026",
      season: ProjectRoot.url("fixtures/saisons/henin-carvin-2026").path, count: 0, seed: 1,
      output: output)
    return try Desk.playDemo(request, resources: OpenDesk.resources) { _ in }
  }

  @Test func `is never one that holds something else`() throws {
    let folder = try TemporaryFolder()
    try folder.write("précieux", to: "memoire.txt")
    let error = #expect(throws: DeskError.self) { try play(in: folder.path) }
    #expect(error?.exitCode == 73)
    #expect(folder.names == ["memoire.txt"])
  }

  @Test func `is never a file`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("précieux", to: "memoire.txt")
    let error = #expect(throws: DeskError.self) { try play(in: path) }
    #expect(error?.exitCode == 73)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "précieux")
  }

  @Test func `may be empty, or made by an earlier demonstration`() throws {
    let folder = try TemporaryFolder()
    let first = try play(in: folder.path)
    #expect(first.deposited == 6)
    #expect(first.inadmissible == 1)
    let names = folder.names
    #expect(try play(in: folder.path).granted == first.granted)
    #expect(folder.names == names)
  }
}

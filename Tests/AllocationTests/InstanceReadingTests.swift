import Allocation
import Foundation
import Testing
import Vocabulary

@Suite struct `An instance file` {
  private static let purse = #"{"id":"E","montant_centimes":10,"nature":"droit_commun"}"#
  private static let project =
    #"{"id":"P","rang":1,"score":1,"besoin_centimes":9,"plancher_centimes":3,"cout_centimes":20,"#
    + #""quartiers":["Q"],"axe":"1"}"#
  private static let cell =
    #"{"projet":"P","enveloppe":"E","min_centimes":0,"max_centimes":9}"#

  /// A correct file where one text is replaced by another.
  private func text(_ old: String = "", _ new: String = "", extra: String = "") -> String {
    let whole =
      #"{"projets":[\#(Self.project)],"enveloppes":[\#(Self.purse)],"cellules":[\#(Self.cell)],"#
      + #""contraintes":[],"fixes":[],"engagements":[]\#(extra)}"#
    guard let place = whole.firstRange(of: old), !old.isEmpty else { return whole }
    return whole.replacingCharacters(in: place, with: new)
  }

  private func refusals(_ text: String) -> [[String]] {
    do throws(Refusal) {
      _ = try Instance(json: text.utf8)
      return []
    } catch {
      #expect(error.findings.allSatisfy { $0.family == .malformed && $0.severity == .blocking })
      return error.findings.map { [$0.code, $0.place.field ?? "ligne \($0.place.line ?? 0)"] }
    }
  }

  @Test func `is read whole when it is right`() throws {
    let instance = try Instance(json: text().utf8)
    #expect(
      instance
        == Instance(
          projects: [
            Instance.Project(
              id: "P", rank: 1, score: 1, need: Cents(9), floor: Cents(3), cost: Cents(20),
              districts: ["Q"], axis: "1")
          ],
          purses: [Instance.Purse(id: "E", amount: Cents(10))],
          cells: [Instance.Cell(project: "P", purse: "E", maximum: Cents(9))]))
  }

  @Test(
    arguments: [
      (
        #""rang":1"#, #""rangs":1"#,
        [["cle_inconnue", "projets[0].rangs"], ["cle_absente", "projets[0].rang"]]
      ),
      (#""rang":1"#, #""rang":"1""#, [["type_inattendu", "projets[0].rang"]]),
      (#""rang":1"#, #""rang":null"#, [["type_inattendu", "projets[0].rang"]]),
      (
        "\"besoin_centimes\":9", "\"besoin_centimes\":9.0",
        [["nombre_non_entier", "projets[0].besoin_centimes"]]
      ),
      (
        "\"besoin_centimes\":9", "\"besoin_centimes\":9e2",
        [["nombre_non_entier", "projets[0].besoin_centimes"]]
      ),
      (
        "\"besoin_centimes\":9", "\"besoin_centimes\":-1",
        [["montant_negatif", "projets[0].besoin_centimes"]]
      ),
      (
        "\"besoin_centimes\":9", "\"besoin_centimes\":true",
        [["type_inattendu", "projets[0].besoin_centimes"]]
      ),
      (
        "\"besoin_centimes\":9", "\"besoin_centimes\":9000000000000001",
        [["montant_trop_grand", "projets[0].besoin_centimes"]]
      ),
      (
        "\"besoin_centimes\":9", "\"besoin_centimes\":99999999999999999999",
        [["montant_trop_grand", "projets[0].besoin_centimes"]]
      ),
      (
        "\"plancher_centimes\":3", "\"plancher_centimes\":10",
        [["plancher_superieur_au_besoin", "projets[0].plancher_centimes"]]
      ),
      (
        "\"min_centimes\":0", "\"min_centimes\":10",
        [["min_superieur_au_max", "cellules[0].min_centimes"]]
      ),
      (#""projet":"P""#, #""projet":"X""#, [["projet_inconnu", "cellules[0].projet"]]),
      (
        #""enveloppe":"E""#, #""enveloppe":"X""#, [["enveloppe_inconnue", "cellules[0].enveloppe"]]
      ),
      ("droit_commun", "droit_comun", [["valeur_inconnue", "enveloppes[0].nature"]]),
      ("\"cellules\":[", "\"cellules\":[\(cell),", [["couple_en_double", "cellules[1]"]]),
      ("\"projets\":[", "\"projets\":[\(project),", [["identifiant_en_double", "projets[1].id"]]),
      (
        "\"enveloppes\":[", "\"enveloppes\":[\(purse),",
        [["identifiant_en_double", "enveloppes[1].id"]]
      ),
      ("\"enveloppes\":[", "\"enveloppes\":[7,", [["type_inattendu", "enveloppes[0]"]]),
      (
        "\"contraintes\":[", "\"contraintes\":[{\"type\":\"part_min\"}",
        [
          ["cle_absente", "contraintes[0].enveloppe"], ["cle_absente", "contraintes[0].selon"],
          ["cle_absente", "contraintes[0].valeur"], ["cle_absente", "contraintes[0].part_bp"],
        ]
      ),
      (
        "\"contraintes\":[", "\"contraintes\":[{\"type\":\"autre\"}",
        [["valeur_inconnue", "contraintes[0].type"]]
      ),
      (
        "\"contraintes\":[",
        "\"contraintes\":[{\"type\":\"reserve\",\"enveloppe\":\"E\",\"montant_centimes\":11}",
        [["reserve_trop_grande", "contraintes[0].montant_centimes"]]
      ),
      ("{\"projets\"", "{\n \"projets\" 1", [["json_invalide", "ligne 2"]]),
      ("\"axe\":\"1\"", "\"axe\":\"1\",\"axe\":\"2\"", [["json_invalide", "ligne 1"]]),
      ("\"axe\":\"1\"", "\"axe\":\"\\u0000\"", [["json_invalide", "ligne 1"]]),
    ] as [(String, String, [[String]])])
  func `is refused with the place of each fault`(
    old: String, new: String, expected: [[String]]
  ) {
    #expect(refusals(text(old, new)) == expected)
  }

  @Test func `tells every fault at once and suggests the nearest key`() throws {
    let faulty = text("\"rang\":1", "\"rnag\":1")
      .replacing("\"montant_centimes\":10", with: "\"montant_centimes\":-1")
    do throws(Refusal) {
      _ = try Instance(json: faulty.utf8)
      Issue.record("the file was accepted")
    } catch {
      #expect(
        error.findings.map(\.code) == [
          "cle_inconnue", "cle_absente", "montant_negatif",
        ])
      #expect(error.findings[0].remedy == "Vouliez-vous écrire « rang » ?")
    }
  }

  @Test(
    arguments: [
      ([0x7B, 0x00], "ligne 1, colonne 2, un octet nul"),
      ([0x22, 0xC3, 0x28, 0x22], "ligne 1, colonne 2, le texte n’est pas en UTF-8"),
      ([], "ligne 1, colonne 1, le document s’arrête trop tôt"),
      (
        [0x5B, 0x0A, 0x30, 0x31, 0x5D], "ligne 2, colonne 1, un nombre ne commence pas par un zéro"
      ),
    ] as [([UInt8], String)])
  func `that is not JSON says where`(bytes: [UInt8], expected: String) {
    do throws(Refusal) {
      _ = try Instance(json: bytes)
      Issue.record("the file was accepted")
    } catch {
      #expect(error.findings.map(\.message) == ["Ce n’est pas un document JSON : \(expected)."])
    }
  }

  @Test func `nested too deep is refused`() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(refusals(deep) == [["json_invalide", "ligne 1"]])
  }
}

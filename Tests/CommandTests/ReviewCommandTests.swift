import Foundation
import TestKit
import Testing

@Suite struct `Reviews by the command line` {
  private static let human = "partenariat"
  private static let reason = "Les partenaires sont nommés et engagés."

  /// A territory whose grid has people mark one criterion; gives its path.
  private static func territory(in folder: TemporaryFolder) throws -> String {
    let path = folder.file("territoire")
    try FileManager.default.copyItem(atPath: TrainingBase.reference, toPath: path)
    let grid = "\(path)/appel-2026/grille.yaml"
    try Data(try Self.grid("2026.1").utf8).write(to: URL(filePath: grid))
    return path
  }

  private static func grid(_ version: String, human: Int = 10, objective: Int = 25) throws -> String
  {
    let file = "\(TrainingBase.reference)/appel-2026/grille.yaml"
    return try String(contentsOfFile: file, encoding: .utf8)
      .replacing("version: \"2026.1\"", with: "version: \"\(version)\"")
      .replacing("    poids: 25\n", with: "    poids: \(objective)\n")
      .replacing(
        "evaluateur: partenariat\n    poids: 10\n    parametres: {plein: 1}\n",
        with: "evaluateur: note_humaine\n    poids: \(human)\n    echelle: [a, b, c, d, e]\n")
  }

  /// Two admissible dossiers, two instructors, a president.
  private func ready() throws -> TrainingBase {
    let folder = try TemporaryFolder()
    let base = try TrainingBase(reference: try Self.territory(in: folder))
    try base.expect(0, "dossier", "deposer", TrainingBase.sound)
    try base.expect(
      0, "dossier", "deposer", TrainingBase.season("02-voisins-parisienne-bancs.yaml"))
    try base.expect(0, "instruire", "recevabilite", "--tous")
    for id in ["anna", "bruno"] {
      try base.expect(0, "acteur", "ajouter", id, "--role", "instructeur")
    }
    try base.expect(0, "acteur", "ajouter", "rose", "--role", "president")
    return base
  }

  private func rows(_ outcome: Program.Outcome) throws -> [[String: Any]] {
    try #require(try outcome.json() as? [[String: Any]])
  }

  @Test func `go from assignment to the ranking`() throws {
    let base = try ready()
    try base.expect(0, "instruire", "affecter", "--tous", "--par-dossier", "2")
    let mark = ["instruire", "noter", "2026-0001", Self.human, "3", "--justification", Self.reason]
    let draft = try base.expect(0, mark + ["--acteur", "anna", "--format", "json"])
    #expect(try rows(draft).compactMap { $0["note"] as? Int } == [3])
    #expect(draft.messages.contains("Tout est noté"))
    let before = try base.expect(0, "instruire", "examens", "2026-0001", "--format", "json")
    #expect(try rows(before).isEmpty)
    try base.expect(0, "instruire", "rendre", "2026-0001", "--acteur", "anna")
    let hidden = try base.expect(0, "instruire", "examens", "2026-0001", "--acteur", "bruno")
    #expect(!hidden.output.contains(Self.reason))
    #expect(hidden.messages.contains("1 examen(s) rendu(s), visibles une fois le vôtre rendu"))
    let seen = try base.expect(0, "instruire", "examens", "2026-0001", "--format", "json")
    #expect(try rows(seen).map { $0["examinateur"] as? String } == ["anna"])
    #expect(
      try rows(seen).map { Set($0.keys) }
        == [["critere", "examinateur", "note", "justification", "rendu_le"]])
    try base.expect(0, "classer")
    let card = try base.expect(0, "classer", "expliquer", "2026-0001")
    #expect(card.output.contains("3,00 sur 4"))
    let left = try base.expect(0, "instruire", "lister", "--sans-note", "--format", "json")
    #expect(try rows(left).map { $0["numero"] as? String } == ["2026-0002"])
    try base.expect(0, "verifier")
  }

  @Test func `refuse with the code of what is wrong`() throws {
    let base = try ready()
    let number = "2026-0001"
    try base.expect(64, "instruire", "affecter", number)
    try base.expect(64, "instruire", "affecter", "--tous", "--par-dossier", "0")
    try base.expect(1, "instruire", "affecter", number, "--examinateur", "rose")
    try base.expect(1, "instruire", "affecter", "2026-0099", "--examinateur", "anna")
    try base.expect(
      77, "instruire", "affecter", number, "--examinateur", "anna", "--acteur", "rose")
    try base.expect(0, "instruire", "affecter", number, "--examinateur", "anna")
    func mark(_ code: Int32, _ more: String..., actor: String = "anna") throws {
      try base.expect(code, ["instruire", "noter", number] + more + ["--acteur", actor])
    }
    try mark(64, Self.human)
    try mark(64, Self.human, "3")
    try mark(64, Self.human, "trois", "--justification", Self.reason)
    try mark(65, "autre", "3", "--justification", Self.reason)
    try mark(65, Self.human, "5", "--justification", Self.reason)
    try mark(65, Self.human, "3", "--justification", "bien")
    try mark(1, Self.human, "3", "--justification", Self.reason, actor: "bruno")
    try mark(77, Self.human, "3", "--justification", Self.reason, actor: "rose")
    try base.expect(1, "instruire", "rendre", number, "--acteur", "anna")
    try base.expect(1, "instruire", "examens", "2026-0099")
    try base.expect(0, "verifier")
  }

  @Test func `recuse whoever has an interest`() throws {
    let base = try ready()
    let number = "2026-0001"
    try base.expect(
      0, "acteur", "mandat", "anna", "--siren", "216207241", "--fonction", "trésorière")
    let conflict = ["instruire", "conflit", number]
    let listed = try base.expect(0, conflict + ["--format", "json"])
    #expect(try rows(listed).map { $0["etat"] as? String } == ["a_trancher"])
    try base.expect(1, "instruire", "affecter", number, "--examinateur", "anna")
    try base.expect(77, "instruire", "examens", number, "--acteur", "anna")
    try base.expect(64, conflict + ["--examinateur", "anna", "--ecarter"])
    try base.expect(
      64, conflict + ["--examinateur", "anna", "--ecarter", "--declarer", "--motif", "x"])
    try base.expect(77, conflict + ["--ecarter", "--motif", "Non.", "--acteur", "anna"])
    try base.expect(
      0, conflict + ["--examinateur", "anna", "--ecarter", "--motif", "Fini.", "--acteur", "rose"])
    try base.expect(0, "instruire", "affecter", number, "--examinateur", "anna")
    try base.expect(0, conflict + ["--declarer", "--motif", "Ma sœur.", "--acteur", "anna"])
    let recused = try base.expect(
      77, "instruire", "noter", number, Self.human, "3", "--justification", Self.reason,
      "--acteur", "anna")
    #expect(recused.messages.contains("Ma sœur."))
    let states = try rows(try base.expect(0, conflict + ["--format", "json"]))
    #expect(states.map { $0["etat"] as? String } == ["declare"])
    try base.expect(0, "verifier")
  }

  @Test func `lead to a ranking compared, computed again and questioned`() throws {
    let base = try ready()
    let other = try base.folder.write(
      Self.grid("2026.2", human: 30, objective: 5), to: "autre.yaml")
    try base.expect(1, "classer", "comparer", "--grille", other)
    try base.expect(1, "classer", "recalculer")
    try base.expect(1, "classer", "sensibilite")
    try base.expect(0, "classer")
    let compared = try base.expect(
      0, "classer", "comparer", "--grille", other, "--tous", "--format", "json")
    #expect(try rows(compared).count == 2)
    try base.expect(66, "classer", "comparer", "--grille", "absente.yaml")
    let wrong = try base.folder.write(Self.grid("2026.3", human: 30), to: "fausse.yaml")
    try base.expect(65, "classer", "comparer", "--grille", wrong)
    try base.expect(64, "classer", "comparer")
    let again = try base.expect(0, "classer", "recalculer")
    #expect(again.messages.contains("2 fiche(s) refaite(s)"), "\(again.messages)")
    #expect(again.messages.contains(" 0 différente(s)."), "\(again.messages)")
    try base.expect(0, "classer", "recalculer", "2026-0002")
    try base.expect(1, "classer", "recalculer", "2026-0099")
    try base.expect(0, "classer", "sensibilite", "--retenus", "1", "--format", "json")
    try base.expect(64, "classer", "sensibilite", "--poids", "101")
    try base.expect(64, "classer", "sensibilite", "--retenus=-1")
    try base.expect(77, "appel", "grille", "--config", other, "--motif", "x", "--acteur", "anna")
    try base.expect(0, "appel", "grille", "--config", other, "--motif", "Délibération.")
    try base.expect(1, "appel", "grille", "--config", other, "--motif", "Délibération.")
    try base.expect(0, "classer")
    try base.expect(0, "classer", "recalculer")
    try base.expect(0, "verifier")
  }
}

import Contract
import Forms
import TestKit
import Testing
import Vocabulary

@Suite struct `A blank form` {
  private func blank(_ edition: String, call: String? = "2016") throws -> String {
    let territory = try Territory.lensLievin
    let form = try #require(territory.forms[edition])
    return CommentedYAML.text(
      FilledForm(form: edition, call: call, applicantKind: form.applicantKinds[0]), edition: form,
      chart: territory.chart)
  }

  private func read(_ text: String, _ edition: String) throws -> (Answers, [Finding]) {
    let territory = try Territory.lensLievin
    let form = try #require(territory.forms[edition])
    return AnswerReader(form: form, chart: territory.chart)
      .read(try YAMLSource.read(Array(text.utf8)), file: "vierge.yaml")
  }

  @Test(arguments: Territory.editions)
  func `reads back with no answer and nothing to say`(edition: String) throws {
    let (answers, findings) = try read(try blank(edition), edition)
    let form = try #require(try Territory.lensLievin.forms[edition])
    #expect(findings == [])
    #expect(form.fields.filter { answers[$0.id] != nil }.map(\.id) == [])
    #expect(form.fields.filter { answers.line(of: $0.id) == nil }.map(\.id) == [])
    #expect(answers.call == "2016")
    #expect(answers.applicantKind == form.applicantKinds[0])
  }

  @Test func `waits for its call when none is open`() throws {
    let (answers, findings) = try read(try blank("association-1", call: nil), "association-1")
    #expect(findings == [])
    #expect(answers.call == nil)
  }

  @Test(arguments: Territory.editions)
  func `is accepted with every example pasted in its place`(edition: String) throws {
    var lines = try blank(edition).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    var example: String?
    for index in lines.indices {
      let line = lines[index]
      if line.hasPrefix("  # Exemple : ") {
        example = String(line.dropFirst("  # Exemple : ".count))
      } else if line.hasPrefix("  #   - ") {
        example = "\n    - " + line.dropFirst("  #   - ".count)
      } else if !line.hasPrefix("  #"), let value = example {
        lines[index] = "\(line) \(value)"
        example = nil
        // The accounts below would be written twice.
        if value.hasPrefix("{") { lines = Self.withoutAccounts(lines, after: index) }
        if index + 1 >= lines.count { break }
      }
    }
    let (answers, findings) = try read(lines.joined(separator: "\n"), edition)
    let form = try #require(try Territory.lensLievin.forms[edition])
    #expect(findings == [])
    let silent = form.fields.filter { $0.example != nil && answers[$0.id] == nil }.map(\.id)
    #expect(silent == ["lieux.veille"])
  }

  /// The lines with those of the accounts that follow emptied.
  private static func withoutAccounts(_ lines: [String], after index: Int) -> [String] {
    var result = lines
    for next in (index + 1)..<lines.count {
      guard lines[next].hasPrefix("    \"") else { break }
      result[next] = ""
    }
    return result
  }

  @Test(arguments: ["\\n", "\\r\\n", "\\u2028", "\\u0085", "\\n\\n"])
  func `keeps every line of an explanation a comment`(end: String) throws {
    let fields = """
      [{id: s.a, libelle: "Votre\(end)nom : oui", type: texte, aide: "D’abord\(end)s.b: 3\(end)fin",
        exemple: "Un\(end)deux"},
       {id: s.b, libelle: B, type: texte}]
      """
    let (form, findings) = FormEdition.load(OneField.file(fields))
    let edition = try #require(form)
    #expect(findings == [])
    let text = CommentedYAML.text(
      FilledForm(form: "essai-1", call: "2016", applicantKind: "association"), edition: edition,
      chart: try Territory.lensLievin.chart)
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
    #expect(
      lines.suffix(8)
        == [
          "s:", "  # Votre nom : oui", "  # D’abord", "  # s.b: 3", "  # fin",
          "  # Exemple : \"Un\(end)deux\"", "  a:", "  # B", "  b:",
        ].suffix(8))
    #expect(try YAMLSource.read(Array(text.utf8))["s"]?.entries?.map(\.key) == ["a", "b"])
  }

  @Test func `shows what is required, conditional and possible`() throws {
    let lines = try blank("association-1").split(separator: "\n").map(String.init)
    #expect(lines.contains("  # Nom de l’association (obligatoire)"))
    #expect(lines.contains("  # Seulement si « projet.nature » vaut « reconduction »."))
    #expect(lines.contains("  # Réponses : nouvelle, reconduction"))
    #expect(lines.contains("formulaire: association-1"))
    #expect(lines.contains("appel: \"2016\""))
  }
}

import Foundation
import TestKit
import Testing

/// The commands, as the help pages name them.
enum CommandTree {
  /// One command: its words, and its page of help.
  struct Page: Sendable {
    let words: [String]
    let text: String
  }

  /// Every page, parents before children.
  static func pages(below words: [String] = []) throws -> [Page] {
    let outcome = try Program.run(words + ["--help"])
    #expect(outcome.code == 0 && outcome.messages.isEmpty, "\(words)")
    let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
    let listed = lines.drop { $0 != "COMMANDES :" }.dropFirst().prefix { !$0.isEmpty }
    let children = listed.compactMap { $0.firstMatch(of: /^  ([a-z]+)( |$)/).map { String($0.1) } }
    return [Page(words: words, text: outcome.output)]
      + (try children.flatMap { try pages(below: words + [$0]) })
  }
}

@Suite struct `The help pages` {
  private static let english = [
    "USAGE", "OVERVIEW", "ARGUMENTS:", "OPTIONS:", "SUBCOMMANDS", "Show ", "help information",
    "subcommand", "default", "values:", "required", "detailed help", "more information", "Error",
    "Usage", "See ", "Please", "invalid", "Unexpected", "Unknown", "Missing", "following",
  ]

  @Test func `are in French from the first to the last, and written in docs/commandes.md`() throws {
    let pages = try CommandTree.pages()
    #expect(pages.count > 40)
    for page in pages {
      for word in Self.english { #expect(!page.text.contains(word), "\(page.words) : \(word)") }
      #expect(page.text.contains("EMPLOI : aap"), "\(page.words)")
    }
    let path = "docs/commandes.md"
    let reference = Self.reference(pages)
    if ProcessInfo.processInfo.environment["AAP_REGENERER"] == "1" {
      try Data(reference.utf8).write(to: ProjectRoot.url(path))
    }
    let written = String(decoding: try ProjectRoot.data(path), as: UTF8.self)
    #expect(written == reference, "AAP_REGENERER=1 writes it again")
  }

  @Test(arguments: [
    ["inconnue"], ["dossier", "deposer"], ["dossier", "lister", "--zut"],
    ["dossier", "lister", "x"],
    ["dossier", "lister", "--format", "xml"], ["acteur", "ajouter", "x", "--role", "maire"],
    ["journal", "lister", "--apres"], ["journal", "lister", "--apres", "deux"],
    ["comite", "voter", "--proposition", "P1"], ["dossier", "lister", "--format"],
    ["identifiant", "verifier"], ["instruire", "recevabilite"],
    ["dossier", "lister", "--forma", "x"],
    ["comite", "decider", "2026-0001", "--decision", "oui"], ["demo", "--graine", "-1"],
  ])
  func `and the mistakes on the line are told in French`(arguments: [String]) throws {
    let outcome = try Program.run(arguments)
    #expect(outcome.code == 64)
    #expect(outcome.output.isEmpty)
    for word in Self.english { #expect(!outcome.messages.contains(word), "\(outcome.messages)") }
  }

  private static func reference(_ pages: [CommandTree.Page]) -> String {
    let sections = pages.map { page in
      let title = (["aap"] + page.words).joined(separator: " ")
      return
        "\(page.words.isEmpty ? "##" : page.words.count == 1 ? "##" : "###") `\(title)`\n\n```text\n\(page.text.trimmed)\n```\n"
    }
    return preamble + sections.joined(separator: "\n")
  }

  private static let preamble = """
    # Commandes

    Cette page est tirée de l’aide du programme (`aap COMMANDE --help`) ; un essai vérifie qu’elle lui est
    fidèle, et la récrit avec `AAP_REGENERER=1`.

    ## Conventions

    - Les résultats vont sur la sortie standard, les messages sur la sortie d’erreur.
    - `--base FICHIER` (ou `AAP_BASE`) nomme la base, `./aap.sqlite` par défaut ; `--acteur ID` (ou
      `AAP_ACTEUR`) dit qui agit, l’utilisateur du système par défaut.
    - `--format table|json|csv` choisit la forme d’une liste ; en JSON et en CSV, les montants sont des
      centimes entiers, dans des clés qui finissent par `_centimes`.
    - `--simuler` montre ce qui changerait et n’écrit rien.
    - Un refus dit quoi, où, pourquoi et que faire. Avec `--format json`, il est écrit sur la sortie
      standard :
      `{"constats":[{"code","gravite","fichier","champ","ligne","message","remede","source"}]}`, où
      `gravite` vaut `bloquant`, `avertissement` ou `information`.

    | code de sortie | sens |
    |---|---|
    | 0 | fait, avertissements compris |
    | 1 | bien formé mais refusé par une règle, ou lot dont un élément au moins est refusé |
    | 64 | commande mal écrite |
    | 65 | l’entrée ne se lit pas comme ce qu’elle prétend être |
    | 66 | fichier, dossier ou base introuvable |
    | 70 | défaut du programme |
    | 73 | impossible de créer |
    | 74 | lecture ou écriture impossible |
    | 75 | base occupée : réessayer |
    | 77 | acte non permis |


    """
}

extension String {
  fileprivate var trimmed: String { trimmingCharacters(in: .newlines) }
}

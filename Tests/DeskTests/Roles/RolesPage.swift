import Foundation
import Store
import TestKit

/// The table of who may do what, read from the roles that each use case names in its source.
struct RolesPage {
  /// An act, and who may do it.
  struct Right: Hashable {
    let act: String
    let roles: Set<Role>
  }

  let rights: [Right]
  /// How many calls ask for roles in the sources, and how many of them were understood.
  let calls: (all: Int, understood: Int)

  /// Reads every use case.
  init() throws {
    let folder = ProjectRoot.url("Sources/Desk").path
    let files = (FileManager.default.subpaths(atPath: folder) ?? []).filter {
      $0.hasSuffix(".swift")
    }
    var found: [Right] = []
    var calls = 0
    for file in files {
      let source = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
      found += Self.demands(in: source)
      calls += source.matches(of: /permit\(/).count - source.matches(of: /func permit\(/).count
    }
    self.calls = (calls, found.count)
    for file in files {
      let source = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
      // Whoever acts may read a dossier within its purview.
      found += source.matches(of: /readable\(number, "([^"]+)"\)/).map {
        Right(act: String($0.output.1), roles: Set(Role.allCases))
      }
    }
    rights = Dictionary(grouping: found, by: \.act).map { act, rights in
      Right(act: act, roles: rights.reduce(into: []) { $0.formUnion($1.roles) })
    }.sorted { $0.act < $1.act }
  }

  /// The acts that a file permits, with their roles.
  private static func demands(in source: String) -> [Right] {
    let call = /permit\(\s*("[^"]+"|[A-Za-z.]+)\s*,\s*to:\s*([^)]+)\)/
    return source.matches(of: call).compactMap { match in
      let before = String(source[..<match.range.lowerBound])
      guard let act = word(String(match.output.1), in: source, before: before) else { return nil }
      let roles = match.output.2.split(separator: ",").compactMap { name in
        role(name.trimmingCharacters(in: .whitespacesAndNewlines))
      }
      return Right(act: act, roles: Set(roles))
    }
  }

  /// A text in quotes, or that of the constant named: of the type, or the last defined above.
  private static func word(_ text: String, in source: String, before: String) -> String? {
    if text.hasPrefix("\"") {
      // What changes from one act to another is not a word of the table.
      return String(text.dropFirst().dropLast()).replacing(/\\\([^)]*\)/, with: "…")
    }
    if text == "name" {
      // Acts of a session name themselves; a funder's are its promises.
      return "inscrire un acte de séance (un financeur\u{00A0}: ses engagements)"
    }
    let name = text.split(separator: ".").last.map(String.init) ?? text
    let (kind, scope) = text.contains(".") ? ("static let", source) : ("  let", before)
    guard let definition = try? Regex("\(kind) \(name) = \"([^\"]+)\"") else { return nil }
    return scope.matches(of: definition).last?.output[1].substring.map(String.init)
  }

  private static func role(_ name: String) -> Role? {
    switch name {
    case ".applicant": .applicant
    case ".instructor": .instructor
    case ".funder": .funder
    case ".secretary": .secretary
    case ".chair": .chair
    case ".reader": .reader
    default: nil
    }
  }

  /// The page, as `docs/roles.md` holds it.
  var markdown: String {
    let roles = Role.allCases
    let header = (["acte"] + roles.map(\.rawValue)).joined(separator: " | ")
    let line = Array(repeating: "---", count: roles.count + 1).joined(separator: "|")
    let rows = rights.map { right in
      let cells = roles.map { right.roles.contains($0) ? "oui" : "–" }
      return "| \(right.act) | \(cells.joined(separator: " | ")) |"
    }
    return """
      # Qui peut faire quoi

      Page tirée du programme : un essai vérifie qu’elle est fidèle, et la récrit avec `AAP_REGENERER=1`.

      Un acte refusé sort avec le code 77 et s’inscrit au journal. « oui » dit que le rôle permet l’acte ; pour deux \
      rôles, il ne le permet pas sur tout :

      - un `financeur` ne voit que les dossiers qui demandent quelque chose à ses enveloppes, et n’en voit que ses \
      montants et des totaux ; il ne donne d’avis que sur ses enveloppes et ne prépare que son propre dossier de séance ;
      - un `porteur` ne voit que les dossiers qu’il a déposés lui-même.

      Coordonnées, signataires et coordonnées bancaires ne sont montrés ni au `financeur` ni au `lecteur`. Qui a un \
      [conflit d’intérêts](guide/instructeur.md) sur un dossier n’en voit ni les notes ni les avis, quel que soit son rôle.

      | \(header) |
      |\(line)|
      \(rows.joined(separator: "\n"))

      """
  }
}

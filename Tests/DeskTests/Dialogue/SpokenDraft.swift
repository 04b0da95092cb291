import Contract
import Forms
import Store
import TestKit
import Testing
import Vocabulary

@testable import Desk

/// A draft filled by a script on a base of its own: what was typed, what was said.
final class SpokenDraft {
  let open: OpenDesk
  let desk: Desk
  private(set) var id = 0
  /// Everything said so far.
  private(set) var said = ""
  /// What went to the standard output.
  private(set) var given = ""

  private let folder: TemporaryFolder

  init(_ territory: String = "henin-carvin", call: String = "appel-2026") throws {
    folder = try TemporaryFolder()
    open = try OpenDesk(try folder.territoryWithFirstForms(territory), call: call)
    desk = open.desk
  }

  /// Types lines until there are none left, in a new draft or in the same; says what was said meanwhile.
  @discardableResult
  func type(_ lines: String..., kind: String = "association") throws -> String {
    try type(lines.map { .text($0) }, kind: kind)
  }

  @discardableResult
  func type(
    _ lines: [TypedLine], kind: String = "association", before: ((TypedLine) throws -> Void)? = nil
  ) throws -> String {
    if id == 0 { id = try desk.startDraft(for: kind, in: open.context) }
    var rest = lines[...]
    let start = said.count
    let console = Console(
      read: {
        guard let line = rest.popFirst() else { return nil }
        try before?(line)
        return line
      }, say: { self.said += $0 }, give: { text, _ in self.given += text })
    try desk.fillDraft(id, on: console)
    return String(said.dropFirst(start))
  }

  /// Speaks about a draft made otherwise.
  func take(_ id: Int) { self.id = id }

  /// The stored answers, one line each.
  var stored: [String] {
    get throws {
      try #require(try desk.store.draft(id)).answers.map {
        "\($0.field) \($0.value)\($0.isConfirmed ? "" : " ?")"
      }
    }
  }

  /// The stored JSON of a field.
  func stored(_ field: String) throws -> String? {
    try desk.store.draft(id)?.answers.first { $0.field == field }?.value
  }

  var position: String? { get throws { try desk.store.draft(id)?.record.position } }
}

extension String {
  /// The same words whatever the lines they stand on.
  var onOneLine: String { split { $0 == " " || $0 == "\n" }.joined(separator: " ") }
}

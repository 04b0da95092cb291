import Contract
import Forms
import Vocabulary

/// A filled form as a YAML file that can be read, changed by hand, and deposited.
enum DraftYAML {
  /// The text of the file; the same answers give the same bytes.
  static func text(_ filled: FilledForm, edition: FormEdition) -> String {
    let titles = Dictionary(
      edition.sections.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    var lines = ["# \(edition.title)"]
    for entry in filled.node(of: edition).entries ?? [] {
      guard let fields = entry.value.entries else {
        lines.append("\(entry.key): \(flow(entry.value))")
        continue
      }
      lines += ["", "# \(titles[entry.key] ?? "")", "\(entry.key):"]
      for field in fields { write(field, to: &lines) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func write(_ field: SourceNode.Entry, to lines: inout [String]) {
    if let elements = field.value.elements {
      lines.append("  \(field.key):")
      lines += elements.map { "    - \(flow($0))" }
    } else if let amounts = field.value.entries {
      lines.append("  \(field.key):")
      lines += amounts.map { "    \(JSONText.string($0.key)): \(flow($0.value))" }
    } else {
      lines.append("  \(field.key): \(flow(field.value))")
    }
  }

  /// A value on one line; YAML 1.2 reads a JSON string as it is.
  private static func flow(_ node: SourceNode) -> String {
    if let entries = node.entries {
      return
        "{\(entries.map { "\(JSONText.string($0.key)): \(flow($0.value))" }.joined(separator: ", "))}"
    }
    return JSONText.string(node.text ?? "")
  }
}

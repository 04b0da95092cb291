import Contract

extension Field {
  /// The example without the marks of a file: `62498`, `601 : 1200, 641 : 6400`; `nil` when there is none.
  ///
  /// It serves whatever is being filled, a file, a sheet or a dialogue.
  public var plainExample: String? {
    guard let example else { return nil }
    guard let node = try? YAMLSource.read(Array(example.utf8)) else { return example }
    let text = Self.plain(node)
    return text.isEmpty ? nil : text
  }

  private static func plain(_ node: SourceNode) -> String {
    if let elements = node.elements { return elements.map(plain).joined(separator: ", ") }
    if let entries = node.entries {
      return entries.map { "\($0.key) : \(plain($0.value))" }.joined(separator: ", ")
    }
    return node.text ?? ""
  }
}

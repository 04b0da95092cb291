public import Contract
import Vocabulary

/// What is written in one field, before anyone asks whether it is right.
public enum RawAnswer: Hashable, Sendable {
  case text(String)
  /// Several values of a list.
  case list([String])
  /// Rows of a table: written cells by column.
  case rows([[String: String]])
  /// Written amounts by account.
  case accounts([String: String])

  /// Whether nothing is written.
  public var isEmpty: Bool {
    switch self {
    case .text(let text): text.isEmpty
    case .list(let values): values.isEmpty
    case .rows(let rows): rows.isEmpty
    case .accounts(let amounts): amounts.isEmpty
    }
  }

  /// The same words as a node, as if read from a file at this line.
  public func node(line: Int = 1) -> SourceNode {
    func scalar(_ text: String) -> SourceNode {
      SourceNode(.scalar(text, isPlain: false), line: line)
    }
    func mapping(_ values: [String: String]) -> SourceNode {
      let entries = values.sorted { $0.key < $1.key }.map {
        SourceNode.Entry(key: $0.key, line: line, value: scalar($0.value))
      }
      return SourceNode(.mapping(entries), line: line)
    }
    return switch self {
    case .text(let text): scalar(text)
    case .list(let values): SourceNode(.sequence(values.map(scalar)), line: line)
    case .rows(let rows): SourceNode(.sequence(rows.map(mapping)), line: line)
    case .accounts(let amounts): mapping(amounts)
    }
  }
}

extension RawAnswer {
  /// Compact JSON with keys in order, so that the same answer gives the same bytes.
  public var json: String {
    switch self {
    case .text(let text): JSONText.string(text)
    case .list(let values): JSONText.list(values.map(JSONText.string))
    case .rows(let rows): JSONText.list(rows.map(Self.object))
    case .accounts(let amounts): Self.object(amounts)
    }
  }

  private static func object(_ values: [String: String]) -> String {
    let pairs = values.sorted { $0.key < $1.key }
      .map { "\(JSONText.string($0.key)):\(JSONText.string($0.value))" }
    return "{\(pairs.joined(separator: ","))}"
  }

  /// Reads what ``json`` wrote for a field of this kind; `nil` for anything else.
  public init?(json: String, kind: Field.Kind) {
    guard let node = try? JSONSource.read(Array(json.utf8)) else { return nil }
    switch kind {
    case .list:
      guard let elements = node.elements else { return nil }
      self = .list(elements.compactMap(\.text))
    case .table:
      guard let elements = node.elements else { return nil }
      self = .rows(elements.map { Self.texts(of: $0) })
    case .accounts:
      guard node.entries != nil else { return nil }
      self = .accounts(Self.texts(of: node))
    default:
      guard let text = node.text else { return nil }
      self = .text(text)
    }
  }

  private static func texts(of node: SourceNode) -> [String: String] {
    (node.entries ?? []).reduce(into: [:]) { texts, entry in
      if let text = entry.value.text { texts[entry.key] = text }
    }
  }
}

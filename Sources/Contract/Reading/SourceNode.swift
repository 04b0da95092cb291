public import Vocabulary

/// A value read from a YAML or JSON file, with the line where it stands.
public struct SourceNode: Hashable, Sendable {
  /// What was written.
  public indirect enum Value: Hashable, Sendable {
    /// A text; `isPlain` when it was written without quotes and so may mean a number, a date or nothing.
    case scalar(String, isPlain: Bool)
    case sequence([SourceNode])
    case mapping([Entry])
  }

  /// One key of a mapping and what it holds.
  public struct Entry: Hashable, Sendable {
    public let key: String
    /// Line of the key, from 1.
    public let line: Int
    public let value: SourceNode

    /// Pairs a key with its value.
    public init(key: String, line: Int, value: SourceNode) {
      self.key = key
      self.line = line
      self.value = value
    }
  }

  public let value: Value
  /// Line in the file, from 1.
  public let line: Int

  /// Places a value on a line.
  public init(_ value: Value, line: Int) {
    self.value = value
    self.line = line
  }

  /// Whether nothing was written: an empty plain scalar, `~` or `null`.
  public var isEmpty: Bool {
    guard case .scalar(let text, isPlain: true) = value else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }

  /// The text of a scalar that is not empty.
  public var text: String? {
    guard !isEmpty, case .scalar(let text, _) = value else { return nil }
    return text
  }

  /// The elements of a sequence.
  public var elements: [SourceNode]? {
    guard case .sequence(let nodes) = value else { return nil }
    return nodes
  }

  /// The entries of a mapping, in the order of the file.
  public var entries: [Entry]? {
    guard case .mapping(let entries) = value else { return nil }
    return entries
  }

  /// What stands under a key of a mapping; `nil` when absent or empty.
  public subscript(key: String) -> SourceNode? {
    guard let node = entries?.first(where: { $0.key == key })?.value, !node.isEmpty else {
      return nil
    }
    return node
  }
}

/// What a file must not exceed to be read at all.
public struct SourceLimits: Sendable {
  /// Largest size, in bytes.
  public let bytes: Int
  /// Deepest nesting of lists and mappings.
  public let depth: Int

  /// Sets the limits.
  public init(bytes: Int, depth: Int) {
    self.bytes = bytes
    self.depth = depth
  }

  /// For files that people send us: 2 MiB, 32 levels.
  public static let untrusted = SourceLimits(bytes: 2 << 20, depth: 32)
  /// For the reference data of a territory: 16 MiB, 32 levels.
  public static let reference = SourceLimits(bytes: 16 << 20, depth: 32)
}

/// A file that could not be read as YAML or JSON: where, and why in French.
public struct UnreadableSource: Error, Hashable, Sendable {
  public let line: Int?
  public let reason: String
  public let remedy: String

  /// Names the obstacle.
  public init(line: Int?, reason: String, remedy: String) {
    self.line = line
    self.reason = reason
    self.remedy = remedy
  }

  /// The finding to print, malformed by nature, with what says how such a file is written.
  public func finding(file: String, source: LegalSource = .dossierFormat) -> Finding {
    Finding(
      code: "fichier_illisible", family: .malformed,
      place: Finding.Place(file: file, line: line), message: reason, remedy: remedy,
      source: source)
  }
}

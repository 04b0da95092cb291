public import Forms

/// The codes that a contract admits, for the workbook's drop-down lists and its page of lists.
public struct WorkbookChoices: Sendable {
  /// A code and what it means.
  public struct Choice: Hashable, Sendable {
    public let code: String
    public let label: String

    /// Pairs a code with its label.
    public init(code: String, label: String) {
      self.code = code
      self.label = label
    }
  }

  private let lists: [Field.Reference: [Choice]]

  /// No list: no contract is loaded.
  public static let none = WorkbookChoices([:])

  /// Takes a list for each kind of code that has one.
  public init(_ lists: [Field.Reference: [Choice]]) {
    self.lists = lists.filter { !$0.value.isEmpty }
  }

  /// The codes of a kind, in the order they are shown; empty when none is known.
  public subscript(reference: Field.Reference) -> [Choice] { lists[reference] ?? [] }

  /// Whether no code is known at all.
  public var isEmpty: Bool { lists.isEmpty }
}

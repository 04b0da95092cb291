/// The words that people of the field really use, objective by objective, beside the plan of action.
///
/// It is data of the contract (`lexique.yaml`), written to be read and amended by officials.
public struct Lexicon: Hashable, Sendable {
  /// What an entry tells of a project that uses it.
  public enum Heading: String, Hashable, Sendable, CaseIterable {
    /// What one wants to obtain: the surest sign.
    case purposes = "buts"
    case activities = "activites"
    case audiences = "publics"
    case places = "lieux"
    case partners = "partenaires"
    /// What brings this objective to mind but ordinarily serves another one: it counts against.
    case traps = "pieges"
  }

  /// A word or a phrase under a heading of an objective.
  public struct Entry: Hashable, Sendable {
    /// Code of the objective.
    public let objective: String
    public let heading: Heading
    public let phrase: String
    /// Its line in the file.
    public let line: Int

    /// States an entry.
    public init(objective: String, heading: Heading, phrase: String, line: Int) {
      self.objective = objective
      self.heading = heading
      self.phrase = phrase
      self.line = line
    }
  }

  /// The name of this edition, shown beside what it served to compute.
  public let version: String
  /// What one entry of each heading weighs, in tenths; a trap’s weight is taken off.
  public let weights: [Heading: Int]
  /// In the order of the file.
  public let entries: [Entry]

  /// Assembles a lexicon.
  public init(version: String, weights: [Heading: Int], entries: [Entry]) {
    self.version = version
    self.weights = weights
    self.entries = entries
  }

  /// Nothing beyond the plan of action.
  public static let empty = Lexicon(version: "", weights: [:], entries: [])
}

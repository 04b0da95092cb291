/// Something worth telling about what was read or judged: what, where, why and what to do.
public struct Finding: Hashable, Sendable, Codable {
  /// How much it matters.
  public enum Severity: String, Sendable, Codable, CaseIterable, Comparable {
    case blocking = "bloquant"
    case warning = "avertissement"
    case information = "information"

    public static func < (lhs: Severity, rhs: Severity) -> Bool { lhs.order < rhs.order }
    private var order: Int {
      switch self {
      case .blocking: 0
      case .warning: 1
      case .information: 2
      }
    }
  }

  /// What is at fault: the writing of the file (exit 65) or a rule (exit 1).
  public enum Family: String, Sendable, Codable {
    /// The input cannot be read as what it claims to be.
    case malformed = "lecture"
    /// The input is well formed, a rule speaks against it.
    case rule = "regle"
  }

  /// Where it was seen.
  public struct Place: Hashable, Sendable, Codable {
    /// Name of the file, as the person gave it.
    public var file: String?
    /// Line in the file, from 1.
    public var line: Int?
    /// Path of the field, for instance `porteur.siret`.
    public var field: String?

    /// Names a place; every part is optional.
    public init(file: String? = nil, line: Int? = nil, field: String? = nil) {
      self.file = file
      self.line = line
      self.field = field
    }
  }

  /// Stable machine name, for instance `budget_desequilibre`.
  public let code: String
  public let severity: Severity
  public let family: Family
  public let place: Place
  /// What is wrong, in French, a full sentence.
  public let message: String
  /// What to do next, in French, a full sentence.
  public let remedy: String
  /// The rule's source; `nil` only for plain typing mistakes.
  public let source: LegalSource?

  /// Builds a finding.
  public init(
    code: String, severity: Severity = .blocking, family: Family = .rule, place: Place = Place(),
    message: String, remedy: String, source: LegalSource? = nil
  ) {
    self.code = code
    self.severity = severity
    self.family = family
    self.place = place
    self.message = message
    self.remedy = remedy
    self.source = source
  }
}

extension Finding {
  /// The same finding about a named file.
  public func inFile(_ name: String) -> Finding {
    Finding(
      code: code, severity: severity, family: family,
      place: Place(file: name, line: place.line, field: place.field), message: message,
      remedy: remedy, source: source)
  }
}

extension Sequence<Finding> {
  /// Whether at least one finding refuses what was judged.
  public var areBlocking: Bool { contains { $0.severity == .blocking } }

  /// The codes of what refuses, once each and sorted: what a journal or a table keeps of a refusal.
  public var blockingCodes: [String] {
    Set(filter { $0.severity == .blocking }.map(\.code)).sorted()
  }

  /// Findings in reading order: by file, line, field, then code.
  public func inReadingOrder() -> [Finding] {
    sorted { left, right in
      if left.place.readingKey == right.place.readingKey { return left.code < right.code }
      return left.place.readingKey < right.place.readingKey
    }
  }
}

extension Finding.Place {
  fileprivate var readingKey: (String, Int, String) { (file ?? "", line ?? .max, field ?? "") }
}

/// An operation refused for the reasons listed; carries every finding, not only the first.
public struct Refusal: Error, Hashable, Sendable {
  public let findings: [Finding]

  /// Refuses with these findings.
  public init(_ findings: [Finding]) { self.findings = findings }
}

import Vocabulary

/// Something that an answer may name by its code: a commune, a district, a funder, a choice.
struct ReferenceCandidate: Hashable, Sendable {
  /// What is written in the answer.
  let code: String
  let name: String
  /// Other names and codes that people use, a postal code for instance.
  var aliases: [String] = []
  /// Shown before the others: the answers already given speak of it.
  var isNear = false
  /// Whether people need the code: they do not for the choices of a question.
  var showsCode = true

  /// As it is shown: the name, and the code when it says something else.
  var shown: String { code == name || !showsCode ? name : "\(name) (\(code))" }
}

/// Finds what a few letters mean: accents, capitals, apostrophes, hyphens and ligatures ignored, words
/// in any order, each by its beginning; a code by its beginning too.
struct ReferenceSearch: Sendable {
  private struct Entry: Sendable {
    let candidate: ReferenceCandidate
    let codes: [String]
    let names: [[String]]
  }

  private let entries: [Entry]

  /// Searches among candidates; near ones come first, then the order given is kept.
  init(_ candidates: [ReferenceCandidate]) {
    let ordered = candidates.filter(\.isNear) + candidates.filter { !$0.isNear }
    entries = ordered.map { candidate in
      Entry(
        candidate: candidate,
        codes: ([candidate.code] + candidate.aliases).map { $0.folded },
        names: ([candidate.name] + candidate.aliases).map { Self.words(of: $0) })
    }
  }

  /// Every candidate, in order.
  var all: [ReferenceCandidate] { entries.map(\.candidate) }

  /// The candidate of exactly this code, whatever its capitals.
  func exact(_ typed: String) -> ReferenceCandidate? {
    let folded = typed.trimmedOfSpaces.folded
    return entries.first { $0.codes[0] == folded }?.candidate
  }

  /// The only candidate of exactly this name.
  func whole(_ typed: String) -> ReferenceCandidate? {
    let words = Self.words(of: typed)
    let same = entries.filter { $0.names.contains(words) }
    return same.count == 1 && !words.isEmpty ? same[0].candidate : nil
  }

  /// The candidates that a text may mean; only one when it is exactly its code or its name.
  func find(_ typed: String) -> [ReferenceCandidate] {
    if let exact = exact(typed) { return [exact] }
    let folded = typed.trimmedOfSpaces.folded
    let words = Self.words(of: typed)
    guard !words.isEmpty else { return [] }
    if let whole = whole(typed) { return [whole] }
    return entries.filter { entry in
      entry.codes.contains { $0.hasPrefix(folded) }
        || entry.names.contains { Self.matches(words, $0) }
    }.map(\.candidate)
  }

  /// The name or code nearest to a text that nothing matches.
  func nearest(_ typed: String) -> ReferenceCandidate? {
    let names = entries.flatMap { [$0.candidate.name, $0.candidate.code] }
    guard let near = typed.nearest(among: names) else { return nil }
    return entries.first { $0.candidate.name == near || $0.candidate.code == near }?.candidate
  }

  /// Each word typed begins a word of the name, never the same one twice.
  private static func matches(_ typed: [String], _ name: [String]) -> Bool {
    var left = name
    // Long words first: « saint s » must leave « saint » to the word that needs it.
    for word in typed.sorted(by: { ($1.count, $0) < ($0.count, $1) }) {
      guard let index = left.firstIndex(where: { $0.hasPrefix(word) }) else { return false }
      left.remove(at: index)
    }
    return true
  }

  static func words(of text: String) -> [String] {
    text.folded.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}

import Forms
import Vocabulary

/// How one value is typed: a question, an element of a list, a cell of a table.
struct ValueEntry: Sendable {
  /// What a line leads to.
  enum Step: Hashable, Sendable {
    /// A value in the one spelling that files use.
    case value(String)
    /// Nothing was typed.
    case nothing
    /// Not understood, or not sure: what to say before asking again.
    case again([String])
  }

  /// Candidates shown at most for one search.
  private static let mostShown = 20
  /// Candidates all shown when nothing is typed.
  private static let mostListed = 40
  /// Candidates shown with the question itself.
  private static let mostAtOnce = 10

  let field: Field
  let kind: Field.Kind
  private let search: ReferenceSearch
  private let reader: FieldReader
  /// What a number means.
  private var offered: [ReferenceCandidate]
  /// What Enter alone means, once one candidate or a free text was shown.
  private var awaited: String?
  private var mayList: Bool

  /// - Parameters:
  ///   - field: the field, or the column.
  ///   - candidates: what the contract offers.
  ///   - reader: reads values as files are read.
  ///   - proposals: candidates that a number already means.
  ///   - mayList: whether nothing typed shows every candidate, once.
  init(
    _ field: Field, candidates: [ReferenceCandidate], reader: FieldReader,
    proposals: [ReferenceCandidate] = [], mayList: Bool = false
  ) {
    self.field = field
    self.reader = reader
    self.mayList = mayList
    kind = field.kind.single
    search = ReferenceSearch(candidates)
    offered = proposals
    if case .choice = kind { offered = search.all }
    if case .reference = kind, proposals.isEmpty, candidates.count <= Self.mostAtOnce {
      offered = search.all
      self.mayList = false
    }
    if case .text = kind, candidates.count <= Self.mostShown { offered = search.all }
  }

  /// What a number means, one line each.
  var offers: [String] { Self.numbered(offered) }

  private static func numbered(_ candidates: [ReferenceCandidate]) -> [String] {
    candidates.enumerated().map { "  \($0 + 1). \($1.shown)" }
  }

  /// Understands one line.
  mutating func take(_ line: String) -> Step {
    let typed = line.trimmedOfSpaces
    guard !typed.isEmpty else { return takeNothing() }
    awaited = nil
    if let number = Int(typed), offered.indices.contains(number - 1), search.exact(typed) == nil {
      return .value(offered[number - 1].code)
    }
    switch kind {
    case .choice: return takeChoice(typed)
    case .yesNo: return read(["o": "oui", "n": "non"][typed.folded] ?? typed)
    case .reference: return takeReference(typed)
    case .identifier(.commune): return takeCommune(typed)
    case .text where !search.all.isEmpty: return takeName(typed)
    default: return read(typed)
    }
  }

  private mutating func takeNothing() -> Step {
    if let awaited { return .value(awaited) }
    guard mayList, case .reference = kind, !search.all.isEmpty else { return .nothing }
    mayList = false
    guard search.all.count <= Self.mostListed else {
      return .again([
        "\(FrenchNumber.count(search.all.count, "réponse possible", "réponses possibles")) : tapez quelques lettres, ou encore Entrée pour passer."
      ])
    }
    offered = search.all
    return .again(["Tapez un numéro, ou encore Entrée pour passer."] + offers)
  }

  private func read(_ typed: String) -> Step {
    let (text, findings) = reader.read(typed, as: kind, at: field.id)
    if let text { return .value(text) }
    return findings.isEmpty ? .nothing : .again(FindingWords.short(findings))
  }

  private mutating func takeChoice(_ typed: String) -> Step {
    let found = search.find(typed)
    if found.count == 1 { return .value(found[0].code) }
    guard found.isEmpty else {
      return .again(["« \(typed) » peut désigner plusieurs réponses :"] + Self.numbered(offered))
    }
    return read(typed)
  }

  private mutating func takeReference(_ typed: String) -> Step {
    if let whole = search.exact(typed) ?? search.whole(typed) { return .value(whole.code) }
    let found = search.find(typed)
    guard !found.isEmpty else {
      let near = search.nearest(typed).map { " ; vouliez-vous dire « \($0.shown) » ?" } ?? "."
      return .again([
        "Rien ne correspond à « \(typed) »\(near)",
        "À faire : tapez quelques lettres du nom, ou le début du code ; « ? » aide.",
      ])
    }
    return offer(found)
  }

  /// A commune outside the territory is known by its code alone.
  private mutating func takeCommune(_ typed: String) -> Step {
    if let exact = search.exact(typed) { return .value(exact.code) }
    let found = search.find(typed)
    if case .value(let code) = read(typed) {
      guard !found.isEmpty else { return .value(code) }
      let step = offer(found, asTyped: code)
      awaited = code
      return step
    }
    return found.isEmpty ? read(typed) : offer(found)
  }

  /// A name that the contract may know, and that may be another.
  private mutating func takeName(_ typed: String) -> Step {
    let found = search.find(typed)
    guard case .value(let text) = read(typed) else { return read(typed) }
    if found.isEmpty || found.contains(where: { $0.name == text }) { return .value(text) }
    let step = offer(found, asTyped: text)
    awaited = text
    return step
  }

  private mutating func offer(
    _ found: [ReferenceCandidate], asTyped text: String? = nil
  ) -> Step {
    offered = Array(found.prefix(Self.mostShown))
    if found.count == 1, text == nil {
      awaited = found[0].code
      return .again(["\(found[0].shown) ? Entrée pour accepter, ou tapez autre chose."])
    }
    let rest = found.count - offered.count
    let more = rest > 0 ? ["… et \(FrenchNumber.text(rest)) de plus : précisez."] : []
    let asTyped = text.map { ", ou Entrée pour garder « \($0) »" } ?? ""
    return .again(
      ["Tapez un numéro\(asTyped), ou d’autres lettres."] + offers + more)
  }
}

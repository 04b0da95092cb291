import Vocabulary

/// One `{{…}}` of a template.
struct TemplateTag: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case value
    case section
    case invertedSection
    case end
    case comment
    /// Unescaped values, partials, pragmas, changes of delimiters.
    case other
  }

  let kind: Kind
  /// The name without sigil or spaces.
  let name: String
  /// Line in the template, from 1.
  let line: Int

  /// The tags of a template, in order.
  static func tags(of source: String) -> [TemplateTag] {
    var tags: [TemplateTag] = []
    var line = 1
    var rest = source[...]
    while let start = rest.firstRange(of: "{{") {
      line += rest[..<start.lowerBound].count(where: \.isNewline)
      let body = rest[start.upperBound...]
      guard let end = body.firstRange(of: "}}") else {
        tags.append(TemplateTag(kind: .other, name: String(body.prefix(20)), line: line))
        return tags
      }
      tags.append(TemplateTag(body[..<end.lowerBound], line: line))
      line += body[..<end.lowerBound].count(where: \.isNewline)
      rest = body[end.upperBound...]
    }
    return tags
  }

  private init(kind: Kind, name: String, line: Int) {
    self.kind = kind
    self.name = name
    self.line = line
  }

  private init(_ body: Substring, line: Int) {
    let text = String(body).trimmedOfSpaces
    switch text.first {
    case "#": self.init(kind: .section, after: text, line: line)
    case "^": self.init(kind: .invertedSection, after: text, line: line)
    case "/": self.init(kind: .end, after: text, line: line)
    case "!": self.init(kind: .comment, name: "", line: line)
    case .some(let first) where first.isLetter: self.init(kind: .value, name: text, line: line)
    case .some, .none: self.init(kind: .other, name: text, line: line)
    }
  }

  private init(kind: Kind, after text: String, line: Int) {
    self.init(kind: kind, name: String(text.dropFirst()).trimmedOfSpaces, line: line)
  }
}

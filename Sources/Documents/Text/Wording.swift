import Vocabulary

extension String {
  /// The text on one line, without the control characters that could disturb a terminal or a page.
  var printable: String {
    let spaced = unicodeScalars.map { scalar -> Unicode.Scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: " "
      default: scalar
      }
    }
    var result = ""
    result.unicodeScalars.append(contentsOf: spaced.filter { !$0.changesDirection })
    return result.trimmedOfSpaces
  }
}

extension String {
  /// With whole words that are codes put into the words they stand for: readers of letters know no code.
  func replacingCodes(with labels: [String: String]) -> String {
    var result = ""
    var word = ""
    for character in self {
      if character.isLetter || character.isNumber || character == "-" || character == "_" {
        word.append(character)
      } else {
        result += labels[word] ?? word
        word = ""
        result.append(character)
      }
    }
    return result + (labels[word] ?? word)
  }

  /// With a full stop unless it has its own end.
  var endedSentence: String {
    [".", "!", "?", "…"].contains { hasSuffix($0) } ? self : "\(self)."
  }

  /// With a capital at the start of the sentence.
  var capitalizedSentence: String { prefix(1).uppercased() + dropFirst() }
}

extension Unicode.Scalar {
  /// Marks that reorder what follows them, so that it reads otherwise than it was written.
  fileprivate var changesDirection: Bool {
    ("\u{202A}"..."\u{202E}").contains(self) || ("\u{2066}"..."\u{2069}").contains(self)
  }
}

extension Instant {
  /// The time of day in Paris: `9 h 05`.
  var clockTime: String {
    let time = rfc3339.dropFirst(11)
    let hour = Int(time.prefix(2)) ?? 0
    return "\(hour)\u{00A0}h\u{00A0}\(time.dropFirst(3).prefix(2))"
  }
}

import Contract
import Vocabulary

/// The text by which the base keeps an assessment.
///
/// Each line is `{"critere":…,"ratio":…,"motif":…,"preuve":…}`, so that a long ranking is written from
/// lines as they stand.
public enum StoredAssessment {
  /// The text of these lines.
  static func text(of lines: [String]) -> String { "[\n\(lines.joined(separator: ",\n"))\n]" }

  /// One line.
  static func line(of line: Assessment.Line) -> String {
    opening(of: line.criterion) + "\(line.evaluation.ratio)"
      + ",\"motif\":\(JSONText.string(line.evaluation.reason))"
      + ",\"preuve\":\(JSONText.string(line.evaluation.evidence))}"
  }

  /// The text with other lines at some places.
  public static func text(
    _ text: String, replacing lines: [(place: Int, line: Assessment.Line)]
  ) -> String {
    var kept = self.lines(of: text).map { String(Substring($0)) }
    for (place, line) in lines where kept.indices.contains(place) {
      kept[place] = self.line(of: line)
    }
    return self.text(of: kept)
  }

  /// The lines in the shape of `aap classer --format json`, with the points of a grid.
  ///
  /// - Returns: `nil` when the text is not an assessment by this grid.
  static func pointsJSON(_ text: String, with grid: Grid) -> String? {
    let lines = lines(of: text)
    guard lines.count == grid.criteria.count else { return nil }
    var written = "["
    for (criterion, line) in zip(grid.criteria, lines) {
      let opening = opening(of: criterion.code)
      guard line.starts(with: opening.utf8) else { return nil }
      var rest = line.dropFirst(opening.utf8.count)
      var ratio = 0
      while let digit = rest.first, (0x30...0x39).contains(digit), ratio < 10_000_000 {
        ratio = ratio * 10 + Int(digit - 0x30)
        rest.removeFirst()
      }
      guard rest.first == UInt8(ascii: ",") else { return nil }
      if written.utf8.count > 1 { written += "," }
      written += "{\"critere\":\(JSONText.string(criterion.code))"
      written += ",\"points\":\(Points(weight: criterion.weight, ratio: ratio).json)"
      written += ",\"sur\":\(Points(whole: criterion.weight).json)"
      written += Substring(rest)
    }
    return written + "]"
  }

  private static func opening(of criterion: String) -> String {
    "{\"critere\":\(JSONText.string(criterion)),\"ratio\":"
  }

  /// The lines of a text, without the commas between them.
  private static func lines(of text: String) -> [Substring.UTF8View] {
    text.utf8.split(separator: 0x0A).dropFirst().dropLast().map { line in
      line.last == UInt8(ascii: ",") ? line.dropLast() : line
    }
  }
}

public import Contract
import Foundation

/// The names of papers: what a person typed, made harmless to show and to write.
///
/// A name never chooses a folder, hides its ending, nor starts like an option or a hidden file.
public enum PieceName {
  /// Longest name kept, in bytes of UTF-8: the file systems' 255, with room for a prefix.
  public static let limit = 200

  /// The name to show for a file that stood at a path.
  public static func shown(_ path: String) -> String {
    let last = path.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
    let kept = last.precomposedStringWithCanonicalMapping.unicodeScalars.map { scalar in
      replaced.contains(scalar) ? "_" : scalar
    }.filter { !isInvisible($0) }
    var name = String(String.UnicodeScalarView(kept))
    while let first = name.first, first == "." || first == "-" || first.isWhitespace {
      name.removeFirst()
    }
    while let last = name.last, last == "." || last.isWhitespace { name.removeLast() }
    return name.isEmpty ? "piece" : shortened(name)
  }

  /// The name under which a paper is written: its ending says what it is, whatever was typed.
  public static func extracted(_ name: String, format: PieceFormat) -> String {
    let safe = shown(name)
    if format.extensions.contains(ending(of: safe)) { return safe }
    let ending = ".\(format.extensions[0])"
    return shortened(safe, to: limit - ending.utf8.count) + ending
  }

  /// What follows the last point, in small letters; empty when there is none.
  public static func ending(of name: String) -> String {
    guard let point = name.lastIndex(of: "."), point != name.startIndex else { return "" }
    return name[name.index(after: point)...].lowercased()
  }

  /// Characters that some file systems read as something else.
  private static let replaced: Set<Unicode.Scalar> = [
    "<", ">", ":", "\"", "|", "?", "*", "/", "\\",
  ]

  /// Control characters, marks that turn the direction of reading, and what has no width: what is read
  /// would not be what is there (Unicode Technical Report 36, section 2).
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      true
    default: false
    }
  }

  /// At most so many bytes, the ending kept when it is a short one.
  private static func shortened(_ name: String, to most: Int = limit) -> String {
    guard name.utf8.count > most else { return name }
    let ending = ending(of: name)
    let kept = ending.isEmpty || ending.utf8.count > 10 ? "" : "." + name.suffix(ending.count)
    var stem = name.dropLast(kept.count)
    while stem.utf8.count + kept.utf8.count > most { stem.removeLast() }
    return stem + kept
  }
}

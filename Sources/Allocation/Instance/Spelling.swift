/// Guesses what a mistyped word was meant to be.
enum Spelling {
  /// The allowed word at the smallest edit distance, when it is close enough to be a slip.
  static func nearest(to word: String, among allowed: [String]) -> String? {
    let ranked = allowed.map { (distance: distance(word, $0), word: $0) }
    guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance <= max(2, best.word.utf8.count / 3) ? best.word : nil
  }

  private static func distance(_ left: String, _ right: String) -> Int {
    let columns = Array(right.utf8)
    // A word this long is no slip, and the table would cost its square.
    guard left.utf8.count <= 64 else { return .max }
    var previous = Array(0...columns.count)
    for (row, byte) in left.utf8.enumerated() {
      var current = [row + 1]
      for (column, other) in columns.enumerated() {
        let replaced = previous[column] + (byte == other ? 0 : 1)
        current.append(min(replaced, previous[column + 1] + 1, current[column] + 1))
      }
      previous = current
    }
    return previous[columns.count]
  }
}

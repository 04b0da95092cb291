/// Reads an RFC 3339 instant byte by byte: bases hold millions of them.
struct InstantScanner {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  /// Seconds since 1 January 1970, UTC; `nil` when the text is anything else.
  mutating func secondsSinceEpoch() -> Int? {
    guard let day = day(), accept("T", "t", " "), let time = time(), skipFraction(),
      let offset = offset(), position == bytes.count
    else { return nil }
    return day.daysSinceEpoch * 86_400 + time - offset
  }

  private mutating func day() -> Day? {
    guard let year = number(digits: 4), accept("-"), let month = number(digits: 2), accept("-"),
      let day = number(digits: 2)
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  private mutating func time() -> Int? {
    guard let hour = number(digits: 2), hour < 24, accept(":"), let minute = number(digits: 2),
      minute < 60, accept(":"), let second = number(digits: 2), second < 60
    else { return nil }
    return hour * 3600 + minute * 60 + second
  }

  /// Whether what follows is no fraction, or a well-formed one.
  private mutating func skipFraction() -> Bool {
    guard accept(".") else { return true }
    let start = position
    while number(digits: 1) != nil {}
    return position > start
  }

  /// Seconds ahead of UTC.
  private mutating func offset() -> Int? {
    if accept("Z", "z") { return 0 }
    let isBehind = accept("-")
    guard isBehind || accept("+"), let hours = number(digits: 2), hours < 24, accept(":"),
      let minutes = number(digits: 2), minutes < 60
    else { return nil }
    return (isBehind ? -1 : 1) * (hours * 3600 + minutes * 60)
  }

  private mutating func number(digits: Int) -> Int? {
    guard position + digits <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[position..<position + digits] {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    position += digits
    return value
  }

  private mutating func accept(_ marks: Unicode.Scalar...) -> Bool {
    guard position < bytes.count, marks.contains(where: { $0.value == bytes[position] }) else {
      return false
    }
    position += 1
    return true
  }
}

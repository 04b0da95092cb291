/// The Luhn formula (ISO/IEC 7812-1, annex B), which catches one wrong digit or two swapped ones.
enum Luhn {
  /// Whether the last digit is the check digit of those before it.
  static func accepts(_ digits: some BidirectionalCollection<UInt8>) -> Bool {
    var sum = 0
    for (index, digit) in digits.reversed().enumerated() {
      let value = digit.digitValue
      switch index.isMultiple(of: 2) {
      case true: sum += value
      case false: sum += value > 4 ? 2 * value - 9 : 2 * value
      }
    }
    return sum.isMultiple(of: 10)
  }
}

/// Departments as they begin the codes of communes, of the post and of districts.
enum DepartmentDigits {
  /// Whether two characters are `2A` or `2B`.
  static func isCorsica(_ first: UInt8, _ second: UInt8) -> Bool {
    first == UInt8(ascii: "2") && (second == UInt8(ascii: "A") || second == UInt8(ascii: "B"))
  }

  /// Whether three characters are a department of a district code.
  ///
  /// They are `001` to `095`, `02A`, `02B`, `971` to `978`, `987` and `988`.
  static func beginDistrict(_ code: ArraySlice<UInt8>) -> Bool {
    guard code.count == 3, let first = code.first, let last = code.last else { return false }
    let middle = code[code.startIndex + 1]
    guard let number = Int(tens: middle, units: last) else {
      return first == UInt8(ascii: "0") && isCorsica(middle, last)
    }
    switch first {
    case UInt8(ascii: "0"): return (1...95).contains(number)
    case UInt8(ascii: "9"): return (71...78).contains(number) || (87...88).contains(number)
    default: return false
    }
  }
}

/// Remembers which dossier numbers were met, in a bounded memory.
///
/// Numbers of one call follow each other: a page of bits holds 4 096 of them.
struct NumberRegister {
  enum Answer { case new, seen, full }

  private struct Page: Hashable {
    let call: Int
    let index: Int
  }

  private static let pageSize = 4096
  /// 16 MB of bits at most.
  private static let maximumPages = 32_768
  private static let maximumCalls = 1000

  private var calls: [String: Int] = [:]
  private var pages: [Page: [UInt64]] = [:]
  private var lastCall: (name: [UInt8], index: Int) = ([], -1)

  /// Notes a number whose shape is right.
  ///
  /// - Returns: `.full` when the numbers are too scattered to be remembered.
  mutating func note(_ number: UnsafeBufferPointer<UInt8>) -> Answer {
    guard let dash = number.lastIndex(of: UInt8(ascii: "-")),
      let order = Self.order(number[(dash + 1)...]), let call = index(ofCall: number[..<dash])
    else { return .full }
    let page = Page(call: call, index: order / Self.pageSize)
    guard pages[page] != nil || pages.count < Self.maximumPages else { return .full }
    let bit = UInt64(1) << UInt64(order % 64)
    let word = order % Self.pageSize / 64
    var wasSeen = false
    withUnsafeMutablePointer(
      to: &pages[page, default: [UInt64](repeating: 0, count: Self.pageSize / 64)]
    ) { words in
      wasSeen = words.pointee[word] & bit != 0
      words.pointee[word] |= bit
    }
    return wasSeen ? .seen : .new
  }

  private mutating func index(ofCall name: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    if lastCall.index >= 0, lastCall.name.elementsEqual(name) { return lastCall.index }
    let text = String(decoding: name, as: UTF8.self)
    guard calls[text] != nil || calls.count < Self.maximumCalls else { return nil }
    let index = calls[text, default: calls.count]
    calls[text] = index
    lastCall = (Array(name), index)
    return index
  }

  private static func order(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard (1...15).contains(digits.count) else { return nil }
    var value = 0
    for digit in digits {
      guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
  }
}

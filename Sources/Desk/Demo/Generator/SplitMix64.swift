/// Pseudo-random numbers from a state of one word: cheap to start anew for each dossier.
///
/// The mixing constants are those of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
struct SplitMix64 {
  private var state: UInt64

  /// Starts from a seed.
  init(seed: UInt64) { state = seed }

  /// Starts a stream of its own for one thing, independent of every other thing of the season.
  init(seed: UInt64, stream: UInt64, index: Int) {
    var mixer = SplitMix64(seed: seed)
    let first = mixer.next() &+ stream &* 0xD6E8_FEB8_6659_FD93
    mixer = SplitMix64(seed: first)
    state = mixer.next() ^ (UInt64(bitPattern: Int64(index)) &* 0xA24B_AED4_963E_E407)
    _ = next()
  }

  /// The next sixty-four bits.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  /// A number from 0 to `bound` − 1; 0 when `bound` is not positive.
  mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(max(1, bound))).high)
  }

  /// A number of the range, both ends included.
  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// True so many times in a hundred.
  mutating func happens(percent: Int) -> Bool { below(100) < percent }

  /// One element of a list that is not empty.
  mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }

  /// The first `count` elements of a shuffled list.
  mutating func sample<Element>(_ list: [Element], _ count: Int) -> [Element] {
    var rest = list
    let kept = min(count, rest.count)
    for index in 0..<kept { rest.swapAt(index, index + below(rest.count - index)) }
    return Array(rest.prefix(kept))
  }
}

/// Names of the independent streams of a season.
enum RandomStream {
  static let dossier: UInt64 = 1
  static let applicant: UInt64 = 2
  static let receipt: UInt64 = 3
  static let fault: UInt64 = 4
  static let publicBody: UInt64 = 5
  static let register: UInt64 = 6
  static let body: UInt64 = 7
  static let laterYear: UInt64 = 8
}

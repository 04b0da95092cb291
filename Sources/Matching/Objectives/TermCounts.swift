/// The stems of a project that the plan of action knows, with their weight and their first spelling.
struct TermCounts {
  struct Term {
    let stem: Int
    /// Sum of the weights of the fields where it stands.
    var frequency: Double
    /// As the project first writes it.
    let spelling: String
  }

  private var slots: [Int32]
  private(set) var terms: [Term] = []

  init(stemCount: Int) { slots = Array(repeating: -1, count: stemCount) }

  /// Counts the words of a text; unknown stems are passed over.
  mutating func count(_ text: String, weight: Double, reader: WordReader) {
    reader.read(text) { meeting, bytes in
      guard meeting.stem < slots.count else { return }
      let slot = Int(slots[meeting.stem])
      if slot >= 0 {
        terms[slot].frequency += weight
      } else {
        slots[meeting.stem] = Int32(terms.count)
        let spelling = String(decoding: bytes[meeting.place], as: UTF8.self)
        terms.append(Term(stem: meeting.stem, frequency: weight, spelling: spelling))
      }
    }
  }
}

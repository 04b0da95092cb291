import CSnowball

/// The Snowball stemmer for French, over UTF-8: one handle, reused, never shared between threads.
final class FrenchStemmer {
  private let handle: OpaquePointer?

  init() { handle = sb_stemmer_new("french", "UTF_8") }

  deinit { sb_stemmer_delete(handle) }

  /// The stem of a folded word.
  ///
  /// Words come without accents, because forms in capitals have none; the mute endings that the
  /// stemmer knows by their accent (`isolée`) are therefore dropped here.
  func stem(_ word: String) -> String {
    var word = word
    let stem = word.withUTF8 { bytes -> String in
      guard let result = sb_stemmer_stem(handle, bytes.baseAddress, Int32(bytes.count)) else {
        return String(decoding: bytes, as: UTF8.self)
      }
      let length = Int(sb_stemmer_length(handle))
      return String(decoding: UnsafeBufferPointer(start: result, count: length), as: UTF8.self)
    }
    let body = stem.utf8.reversed().drop { $0 == UInt8(ascii: "e") }.count
    return Self.undoubled(body >= 3 ? stem.utf8.prefix(body) : stem.utf8[...])
  }

  /// The stem with its doubled letters made single: what people most often misspell.
  private static func undoubled(_ stem: Substring.UTF8View) -> String {
    var letters: [UInt8] = []
    for letter in stem where letter != letters.last { letters.append(letter) }
    return String(decoding: letters, as: UTF8.self)
  }
}

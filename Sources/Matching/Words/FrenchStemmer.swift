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
    return body >= 3 ? String(stem.prefix(body)) : stem
  }
}

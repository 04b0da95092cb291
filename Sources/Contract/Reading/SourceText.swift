import Vocabulary

/// Turns bytes into text, or says in French why they are not UTF-8 text we accept.
enum SourceText {
  /// Decodes UTF-8 bytes, a byte order mark allowed.
  static func decode(_ bytes: [UInt8], limits: SourceLimits) throws(UnreadableSource) -> String {
    guard bytes.count <= limits.bytes else {
      throw UnreadableSource(
        line: nil,
        reason: "Le fichier pèse plus de \(limits.bytes / 1024) Kio, la limite de lecture.",
        remedy: "Vérifiez que c’est le bon fichier ; raccourcissez les textes si nécessaire.")
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw UnreadableSource(
        line: 1, reason: "Le fichier est écrit en UTF-16.",
        remedy: "Enregistrez-le en UTF-8 depuis votre éditeur de texte.")
    }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    guard let text = String(validating: body, as: UTF8.self) else {
      throw UnreadableSource(
        line: firstInvalidLine(of: body),
        reason: "Le fichier n’est pas du texte UTF-8 (sans doute du Latin-1 ou un autre format).",
        remedy: "Enregistrez-le en UTF-8 depuis votre éditeur de texte.")
    }
    if let line = lineOfForbiddenCharacter(in: body) {
      throw controlCharacter(line: line)
    }
    return text
  }

  /// Whether a byte is a control character other than a tabulation or the end of a line.
  static func isForbidden(_ byte: UInt8) -> Bool {
    (byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D) || byte == 0x7F
  }

  static func controlCharacter(line: Int) -> UnreadableSource {
    UnreadableSource(
      line: line, reason: "Le fichier contient un caractère de contrôle invisible.",
      remedy: "Supprimez ce caractère : il vient souvent d’un copier-coller.")
  }

  private static func firstInvalidLine(of bytes: [UInt8]) -> Int {
    var line = 1
    for slice in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if String(validating: slice, as: UTF8.self) == nil { return line }
      line += 1
    }
    return line
  }

  private static func lineOfForbiddenCharacter(in bytes: [UInt8]) -> Int? {
    var line = 1
    for byte in bytes {
      if byte == 0x0A { line += 1 }
      if isForbidden(byte) { return line }
    }
    return nil
  }
}

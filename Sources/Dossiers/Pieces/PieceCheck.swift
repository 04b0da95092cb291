public import Contract
public import Vocabulary

/// Judges the bytes of a paper before they are kept.
public struct PieceCheck: Sendable {
  /// What the content is; `nil` when it is refused.
  public let format: PieceFormat?
  /// Everything found: refusals and warnings.
  public let findings: [Finding]

  /// Says how papers are written.
  public static let source: LegalSource = "Pièces d’un dossier, docs/guide/pieces.md"

  /// Judges a content against the rules of a call.
  ///
  /// - Parameters:
  ///   - bytes: the whole content.
  ///   - typed: the name the person gave; it only gives warnings.
  ///   - rules: what the call admits.
  public init(_ bytes: [UInt8], name typed: String, rules: PieceRules) {
    let name = PieceName.shown(typed)
    guard !bytes.isEmpty else {
      format = nil
      findings = [
        Self.refusal(
          "piece_vide", name, "Le fichier est vide.",
          "Enregistrez-le de nouveau, puis joignez-le.")
      ]
      return
    }
    switch PieceContent.of(bytes, name: name) {
    case .known(let format) where rules.formats.contains(format):
      self.format = format
      findings = Self.warnings(about: bytes, name: name, format: format)
    case .known(let format):
      self.format = nil
      findings = [
        Self.refusal(
          "format_non_admis", name,
          "Le fichier est de format \(format.french), que l’appel n’admet pas.",
          Self.admitted(rules), family: .rule)
      ]
    case .refused(let what):
      format = nil
      findings = [
        Self.refusal(
          "piece_refusee", name, "Le contenu du fichier est \(what).", Self.admitted(rules))
      ]
    case .unknown:
      format = nil
      findings = [
        Self.refusal(
          "piece_illisible", name, "Le contenu du fichier n’est d’aucun format reconnu.",
          "\(Self.admitted(rules)) Un texte s’enregistre en UTF-8.")
      ]
    }
  }

  private static func admitted(_ rules: PieceRules) -> String {
    "Formats admis : \(rules.formats.map(\.rawValue).joined(separator: ", "))."
  }

  private static func refusal(
    _ code: String, _ name: String, _ message: String, _ remedy: String,
    family: Finding.Family = .malformed
  ) -> Finding {
    Finding(
      code: code, family: family, place: Finding.Place(file: name),
      message: message, remedy: remedy, source: source)
  }

  private static func warnings(
    about bytes: [UInt8], name: String, format: PieceFormat
  ) -> [Finding] {
    func warning(_ code: String, _ message: String, _ remedy: String) -> Finding {
      Finding(
        code: code, severity: .warning, place: Finding.Place(file: name),
        message: message, remedy: remedy, source: source)
    }
    var findings: [Finding] = []
    let ending = PieceName.ending(of: name)
    if !ending.isEmpty, !format.extensions.contains(ending) {
      findings.append(
        warning(
          "extension_trompeuse",
          "Le nom finit par « .\(ending) », mais le contenu est de format \(format.french).",
          "Vérifiez que c’est le bon fichier ; il est gardé pour ce qu’il est."))
    }
    if !format.isClosed(bytes) {
      findings.append(
        warning(
          "piece_tronquee", "Le fichier semble s’arrêter avant sa fin.",
          "Ouvrez-le pour vérifier qu’il se lit jusqu’au bout."))
    }
    if format == .pdf, bytes.holds("/Encrypt") {
      findings.append(
        warning(
          "pdf_protege", "Ce PDF est chiffré : il peut demander un mot de passe.",
          "S’il en demande un, enregistrez-le sans protection et joignez-le de nouveau."))
    }
    return findings
  }
}

extension PieceFormat {
  /// Whether the mark that ends such a file stands near its end; true for formats without any.
  fileprivate func isClosed(_ bytes: [UInt8]) -> Bool {
    let tail = bytes.suffix(1024)
    switch self {
    case .pdf: return tail.holds("%%EOF")
    case .png: return tail.holds("IEND")
    case .jpeg: return zip(tail, tail.dropFirst()).contains { $0 == 0xFF && $1 == 0xD9 }
    case .odt, .ods, .docx, .xlsx, .txt, .csv: return true
    }
  }
}

extension Collection<UInt8> where Index == Int {
  /// Whether these ASCII characters follow one another somewhere.
  fileprivate func holds(_ word: String) -> Bool {
    let wanted = Array(word.utf8)
    guard let first = wanted.first else { return true }
    var position = startIndex
    while position <= endIndex - wanted.count {
      if self[position] == first, self[position...].starts(with: wanted) { return true }
      position += 1
    }
    return false
  }
}

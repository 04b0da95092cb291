import Contract
import Vocabulary

extension ValueReader {
  /// A text that cannot pretend to be several lines of a printed page.
  func line(_ text: String, to maximum: Int, node: SourceNode, at path: String) -> Answer? {
    guard !text.contains(where: \.isNewline) else {
      return reject(
        node, path, "Ce texte tient sur une seule ligne, sans retour.",
        "Retirez les retours à la ligne.")
    }
    guard !text.unicodeScalars.contains(where: Self.isUnseen) else {
      return reject(
        node, path, "Le texte contient un caractère invisible, qui le ferait passer pour un autre.",
        "Retapez ce passage au clavier au lieu de le coller.")
    }
    return limited(text, to: maximum, node: node, at: path)
  }

  /// Marks that show nothing in a name.
  ///
  /// In a long text some join emoji or cut words, harmlessly.
  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x034F, 0x115F, 0x1160, 0x2800, 0x17B4, 0x17B5, 0x180B...0x180F,
      0x200C, 0x200D,
      0x2061...0x2064, 0x206A...0x206F, 0x3164, 0xFE00...0xFE0F, 0xFFA0, 0xE0000...0xE0FFF:
      true
    default: false
    }
  }

  func limited(_ text: String, to maximum: Int, node: SourceNode, at path: String) -> Answer? {
    if text.unicodeScalars.contains(where: Self.isDeceptive) {
      return reject(
        node, path, "Le texte contient un caractère invisible qui change le sens de lecture.",
        "Retapez ce passage au clavier au lieu de le coller.")
    }
    // A text never has more characters than bytes.
    guard text.utf8.count <= maximum || text.count <= maximum else {
      return reject(
        node, path,
        "Le texte compte \(FrenchNumber.text(text.count)) caractères, la limite est de \(FrenchNumber.text(maximum)).",
        "Raccourcissez-le d’au moins \(FrenchNumber.text(text.count - maximum)) caractères.")
    }
    return .text(text)
  }

  /// Marks that reorder what follows, or show nothing: they can make a name look like another.
  ///
  /// The last two are no characters at all, and XML cannot carry them.
  private static func isDeceptive(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x202A...0x202E, 0x2066...0x2069, 0x061C, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF,
      0x80...0x9F, 0xFFFE, 0xFFFF:
      true
    default: false
    }
  }

  func choice(
    _ text: String, among choices: [Field.Choice], node: SourceNode, at path: String
  ) -> Answer? {
    let values = choices.map(\.value)
    if values.contains(text) { return .text(text) }
    let hint = text.nearest(among: values).map { " ; vouliez-vous dire « \($0) » ?" } ?? "."
    return reject(
      node, path, "« \(text) » ne fait pas partie des réponses possibles\(hint)",
      "Réponses possibles : \(values.joined(separator: ", ")).")
  }

  func yesNo(_ text: String, node: SourceNode, at path: String) -> Answer? {
    switch text.folded {
    case "oui", "true", "vrai": .flag(true)
    case "non", "false", "faux": .flag(false)
    default: reject(node, path, "« \(text) » n’est ni oui ni non.", "Écrivez oui ou non.")
    }
  }

  func integer(
    _ text: String, in range: ClosedRange<Int>, node: SourceNode, at path: String
  ) -> Answer? {
    guard let number = Self.number(text) else {
      return reject(
        node, path, "« \(text) » n’est pas un nombre entier.", "Écrivez des chiffres seulement.")
    }
    guard range.contains(number) else {
      return reject(
        node, path,
        "Le nombre \(FrenchNumber.text(number)) n’est pas entre \(FrenchNumber.text(range.lowerBound)) et \(FrenchNumber.text(range.upperBound)).",
        "Corrigez ce nombre.")
    }
    return .integer(number)
  }

  /// A whole number whose thousands may be set apart: `1 200`, but not `12 18`.
  private static func number(_ text: String) -> Int? {
    let groups = text.split(omittingEmptySubsequences: false) {
      $0 == " " || $0 == "\u{00A0}" || $0 == "\u{202F}"
    }
    guard groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
    return Int(groups.joined())
  }

  func percentage(_ text: String, node: SourceNode, at path: String) -> Answer? {
    let body = text.hasSuffix("%") ? String(text.dropLast()).trimmedOfSpaces : text
    // A percentage with two decimals has the shape of an amount: 37,5 reads as 3750 hundredths.
    guard !body.hasSuffix("€"), let hundredths = try? Cents(typed: body).rawValue,
      hundredths <= 10_000
    else {
      return reject(
        node, path, "« \(text) » n’est pas un pourcentage entre 0 et 100.",
        "Écrivez par exemple 75 ou 37,5.")
    }
    return .rate(BasisPoints(hundredths))
  }

  func amount(_ text: String, node: SourceNode, at path: String) -> Cents? {
    do {
      return try Cents(typed: text)
    } catch {
      _ = reject(
        node, path, "Le montant « \(text) » n’est pas compris : \(error.french).",
        "Écrivez un montant en euros, par exemple 1234,56.")
      return nil
    }
  }

  func day(_ text: String, node: SourceNode, at path: String) -> Answer? {
    if let day = Day(iso: text) ?? frenchDay(text) { return .day(day) }
    return reject(
      node, path, "« \(text) » n’est pas un jour du calendrier.",
      "Écrivez l’année, le mois et le jour : 2016-03-01.")
  }

  /// A day typed `01/03/2016`.
  private func frenchDay(_ text: String) -> Day? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].count == 4,
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let day = Int(parts[0]), let month = Int(parts[1]),
      let year = Int(parts[2])
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  func identifier(
    _ text: String, kind: IdentifierKind, node: SourceNode, at path: String
  ) -> Answer? {
    do {
      return .text(try kind.normalized(text))
    } catch {
      return reject(
        node, path, "« \(text) » n’est pas un \(kind.frenchName) : \(error.french).",
        "Recopiez la valeur exacte, par exemple \(kind.example).", code: "identifiant_invalide",
        source: kind.source)
    }
  }
}

import Contract
import Exchange
import Vocabulary

extension TypedOpinion {
  /// The columns of a file of opinions; the last two may be missing.
  private static let columns = ["numero", "enveloppe", "avis", "montant", "conditions"]
  private static let compulsory = 3

  /// Reads a CSV file of opinions, one a line; the first line names the columns, a line that says nothing
  /// of its dossier is passed over.
  ///
  /// - Parameter path: the file.
  /// - Returns: the opinions as they are typed, in order.
  /// - Throws: `Refusal` when the file is not such a CSV, ``DeskError``.
  public static func batch(file path: String) throws -> [TypedOpinion] {
    let file = try InputFile.read(path)
    var reader = CSVReader(file.bytes, file: path)
    let places = try header(try reader.next(), file: path)
    var findings: [Finding] = []
    var opinions: [TypedOpinion] = []
    while let row = try reader.next() {
      guard row.fields.count == places.count else {
        findings.append(wrongWidth(row, expected: places.count, file: path))
        continue
      }
      func field(_ name: String) -> String? {
        places.firstIndex(of: name).map { row.fields[$0] }
      }
      // A line of the file that `comite preparer` gives, on which the funder wrote nothing.
      let said = ["avis", "montant", "conditions"].compactMap(field)
      if said.allSatisfy({ $0.trimmedOfSpaces.isEmpty }) { continue }
      opinions.append(
        TypedOpinion(
          number: field("numero") ?? "", purse: field("enveloppe") ?? "",
          verdict: field("avis") ?? "", amount: field("montant"),
          conditions: field("conditions"),
          place: Finding.Place(file: path, line: row.line)))
    }
    guard findings.isEmpty else { throw Refusal(findings) }
    guard !opinions.isEmpty else {
      throw Refusal([
        Finding(
          code: "lot_vide", family: .malformed, place: Finding.Place(file: path),
          message: "Ce fichier ne contient aucun avis.",
          remedy: "Donnez un avis par ligne, après la ligne des colonnes.")
      ])
    }
    return opinions
  }

  /// The names of the columns, each known, once, and none of the compulsory ones missing.
  private static func header(_ row: CSVRow?, file: String) throws -> [String] {
    let names = row?.fields.map(\.trimmedOfSpaces) ?? []
    let missing = columns.prefix(compulsory).filter { !names.contains($0) }
    let unknown = names.filter { !columns.contains($0) }
    let isRepeated = Set(names).count < names.count
    guard missing.isEmpty, unknown.isEmpty, !isRepeated else {
      let what =
        !missing.isEmpty
        ? "Il manque : \(missing.joined(separator: ", "))."
        : !unknown.isEmpty
          ? "Colonnes inconnues : \(unknown.joined(separator: ", "))."
          : "Une colonne est nommée deux fois."
      throw Refusal([
        Finding(
          code: "colonnes_absentes", family: .malformed,
          place: Finding.Place(file: file, line: row?.line ?? 1),
          message: "Les colonnes ne sont pas celles d’un fichier d’avis. \(what)",
          remedy: "Écrivez en première ligne : \(columns.joined(separator: ",")) — les deux "
            + "dernières sont facultatives.")
      ])
    }
    return names
  }

  private static func wrongWidth(_ row: CSVRow, expected: Int, file: String) -> Finding {
    Finding(
      code: "nombre_de_colonnes", family: .malformed,
      place: Finding.Place(file: file, line: row.line),
      message: "La ligne a \(row.fields.count) champ(s), l’en-tête en a \(expected).",
      remedy:
        "Séparez les champs par des virgules ; entourez de guillemets ceux qui en contiennent.")
  }
}

import Vocabulary

/// Checks what a call says of papers: limits a machine can bear, a deadline inside the call, known
/// applicants, each kind once.
struct PieceCoherence {
  /// What the base keeps in one row, with room to spare (https://www.sqlite.org/limits.html).
  private static let largestPiece = 64 << 20
  private static let largestTotal = 1 << 30
  private static let mostPieces = 200
  private static let longestValidity = 120

  let call: RecordReader

  func check() {
    guard let pieces = call.record("pieces") else { return }
    checkLimits(of: pieces)
    checkDeadline(of: pieces)
    pieces.reportRepeats(in: "formats")
    reportEmptyList(
      "formats", of: pieces, "Aucune pièce ne peut être jointe : aucun format n’est admis.")
    pieces.reportDuplicates(in: "exigees", of: "type")
    let kinds = Set(call.records("porteurs").compactMap { $0.optionalText("type") })
    for record in pieces.records("exigees") {
      record.requireKnown("porteurs", among: kinds.union(["tous"]), what: "type de porteur")
      reportEmptyList("porteurs", of: record, "Cette pièce n’est demandée à personne.")
      checkRange("valable_mois", of: record, 1...Self.longestValidity)
    }
  }

  private func checkLimits(of pieces: RecordReader) {
    checkRange("taille_max_octets", of: pieces, 1...Self.largestPiece)
    checkRange("nombre_max", of: pieces, 1...Self.mostPieces)
    checkRange("total_max_octets", of: pieces, 1...Self.largestTotal)
    let size = pieces.optionalInteger("taille_max_octets") ?? PieceRules.standard.maximumSize
    let total = pieces.optionalInteger("total_max_octets") ?? PieceRules.standard.maximumTotal
    guard size > total, size <= Self.largestPiece, total > 0 else { return }
    let key = pieces.child("total_max_octets") == nil ? "taille_max_octets" : "total_max_octets"
    pieces.findings.add(
      "bornes_inversees", line: pieces.line(of: key), field: pieces.joined(key),
      "Une seule pièce (\(FrenchNumber.text(size)) octets) peut peser plus que toutes celles d’un "
        + "dossier (\(FrenchNumber.text(total))).",
      remedy: "Augmentez le total, ou diminuez la taille d’une pièce.")
  }

  private func checkRange(_ key: String, of record: RecordReader, _ range: ClosedRange<Int>) {
    guard let value = record.optionalInteger(key), !range.contains(value) else { return }
    record.findings.add(
      "limite_impossible", line: record.line(of: key), field: record.joined(key),
      "« \(key) » vaut \(value), hors de \(range.lowerBound) à \(range.upperBound).",
      remedy: "Choisissez une valeur dans ces bornes.")
  }

  private func checkDeadline(of pieces: RecordReader) {
    guard let day = pieces.optionalDay("date_limite"), let calendar = call.record("calendrier")
    else { return }
    let opening = calendar.optionalDay("ouverture").flatMap {
      day < $0 ? ("avant", "ouverture", $0) : nil
    }
    let committee = calendar.optionalDay("comite").flatMap {
      day > $0 ? ("après", "comite", $0) : nil
    }
    guard let (side, key, other) = opening ?? committee else { return }
    pieces.findings.add(
      "dates_en_desordre", line: pieces.line(of: "date_limite"),
      field: pieces.joined("date_limite"),
      "« date_limite » (\(day.french)) vient \(side) « \(key) » (\(other.french)).",
      remedy: "Choisissez un jour entre l’ouverture de l’appel et le comité.")
  }

  private func reportEmptyList(_ key: String, of record: RecordReader, _ message: String) {
    guard let elements = record.child(key)?.elements, elements.isEmpty else { return }
    record.findings.add(
      "liste_vide", line: record.line(of: key), field: record.joined(key), message,
      remedy: "Écrivez au moins une valeur, ou retirez la clé.")
  }
}

import Vocabulary

// How what a call says of papers becomes values; every key is checked, unknown ones are reported.

extension RecordReader {
  /// What stands under `pieces`; each limit left out is that of calls that say nothing.
  func pieceRules() -> PieceRules {
    allowOnly([
      "taille_max_octets", "nombre_max", "total_max_octets", "date_limite", "formats", "exigees",
      "note",
    ])
    let standard = PieceRules.standard
    return PieceRules(
      maximumSize: optionalInteger("taille_max_octets") ?? standard.maximumSize,
      maximumCount: optionalInteger("nombre_max") ?? standard.maximumCount,
      maximumTotal: optionalInteger("total_max_octets") ?? standard.maximumTotal,
      deadline: optionalDay("date_limite").map { Deadline(lastDay: $0) },
      formats: child("formats") == nil ? standard.formats : pieceFormats(),
      required: records("exigees").compactMap { $0.requiredPiece() })
  }

  private func pieceFormats() -> [PieceFormat] {
    let known = PieceFormat.allCases.map(\.rawValue)
    requireKnown("formats", among: Set(known), what: "format de pièce")
    return texts("formats").compactMap { PieceFormat(rawValue: $0) }
  }

  private func requiredPiece() -> RequiredPieceRule? {
    allowOnly([
      "type", "libelle", "porteurs", "si", "si_demande_superieure", "si_subventions_superieures",
      "valable_mois", "bloquante", "hypothese", "note", "source",
    ])
    let source = source("source")
    let kind = choice("type", PieceKind.self)
    let condition = record("si")?.pieceCondition()
    guard let kind else { return nil }
    return RequiredPieceRule(
      kind: kind, label: optionalText("libelle") ?? kind.french,
      applicantKinds: concernedApplicants(), condition: condition,
      requestedAbove: optionalAmount("si_demande_superieure"),
      subsidiesAbove: optionalAmount("si_subventions_superieures"),
      validMonths: optionalInteger("valable_mois"), isBlocking: flag("bloquante"),
      isAssumed: flag("hypothese"), source: source)
  }

  private func pieceCondition() -> RequiredPieceRule.Condition {
    allowOnly(["champ", "egal"])
    return RequiredPieceRule.Condition(field: text("champ"), value: text("egal"))
  }

  /// The kinds of applicant asked; absent or `tous` means all.
  private func concernedApplicants() -> [String]? {
    guard let child = child("porteurs"), child.text != "tous" else { return nil }
    let kinds = texts("porteurs")
    return kinds.contains("tous") ? nil : kinds
  }
}

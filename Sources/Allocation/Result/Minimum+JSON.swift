import Vocabulary

extension Instance.Minimum {
  private var suffix: String {
    switch constraint {
    case .minimumShare: "_centimes"
    default: ""
    }
  }

  /// The soft rule as the instance writes it, then what became of it.
  func write(_ writer: inout JSONWriter) {
    constraint.write(&writer)
    writer.member("cible\(suffix)", target)
    writer.member("atteint\(suffix)", reached)
    writer.member("manque\(suffix)", missing)
  }
}

extension FieldReader {
  /// The soft minima that a result tells of.
  func minima() -> [Instance.Minimum] {
    (list("minima", isRequired: false) ?? []).enumerated().compactMap { index, item in
      let path = "\(field("minima"))[\(index)]"
      let told = ["cible", "atteint", "manque"].flatMap { [$0, "\($0)_centimes"] }
      let keys = ["type", "enveloppe", "selon", "valeur", "part_bp", "nombre"] + told
      return FieldReader(item, path: path, allowed: keys, collector: collector)?.minimum()
    }
  }

  private func minimum() -> Instance.Minimum? {
    guard let constraint = constraint() else { return nil }
    guard constraint.isSoft else {
      collector.add(
        "valeur_inconnue", field("type"), "Cette contrainte n’est pas un minimum.",
        remedy: "Retirez cette ligne de « minima ».")
      return nil
    }
    var suffix = ""
    if case .minimumShare = constraint { suffix = "_centimes" }
    let range = 0...Cents.limit.rawValue
    let target = integer("cible\(suffix)", in: range)
    let reached = integer("atteint\(suffix)", in: 0...Int64.max)
    _ = integer("manque\(suffix)", in: range)
    guard let target, let reached else { return nil }
    return Instance.Minimum(constraint: constraint, target: target, reached: reached)
  }
}

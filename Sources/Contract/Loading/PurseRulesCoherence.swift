import Vocabulary

/// Checks the rules of purses about several projects: categories that exist, each named once in a
/// list, numbers that a purse can bear.
struct PurseRulesCoherence {
  private static let rates = 0...10_000
  private static let numbers = 0...100_000

  let reference: ReferenceData
  let call: RecordReader
  let purses: RecordReader

  func check() {
    for purse in purses.records("enveloppes") {
      check(purse, list: "parts", keys: ("min_bp", "max_bp"), Self.rates)
      check(purse, list: "nombres", keys: ("min", "max"), Self.numbers)
      for record in purse.records("reserves") { checkCategory(of: record) }
      reportRepeatedCategories(in: "reserves", of: purse)
      if let record = purse.record("cofinancement_min_bp") {
        checkRange("valeur", of: record, Self.rates)
      }
      checkMinimumProjects(of: purse)
      checkReserves(of: purse)
    }
  }

  /// Every rule of a list has a known category, at least one bound, and bounds in order.
  private func check(
    _ purse: RecordReader, list: String, keys: (least: String, most: String),
    _ range: ClosedRange<Int>
  ) {
    for record in purse.records(list) {
      checkCategory(of: record)
      checkRange(keys.least, of: record, range)
      checkRange(keys.most, of: record, range)
      if record.child(keys.least) == nil, record.child(keys.most) == nil {
        record.findings.add(
          "cle_manquante", line: record.node.line, field: record.path,
          "Cette règle ne fixe ni « \(keys.least) » ni « \(keys.most) ».",
          remedy: "Ajoutez l’une des deux bornes, ou retirez la règle.")
      }
      guard let least = record.optionalInteger(keys.least),
        let most = record.optionalInteger(keys.most), least > most
      else { continue }
      report(inverted: keys.least, of: record, "« \(keys.least) » dépasse « \(keys.most) ».")
    }
    reportRepeatedCategories(in: list, of: purse)
  }

  private func checkCategory(of record: RecordReader) {
    guard let name = record.optionalText("selon"),
      let criterion = ProjectCategory.Criterion(rawValue: name)
    else { return }
    switch criterion {
    case .district:
      record.requireKnown(
        "valeur", among: Set(reference.districts.map(\.code)), what: "quartier")
    case .axis: record.requireKnown("valeur", among: Set(reference.axes.map(\.code)), what: "axe")
    case .applicantKind:
      let kinds = call.records("porteurs").compactMap { $0.optionalText("type") }
      record.requireKnown("valeur", among: Set(kinds), what: "type de porteur")
    }
  }

  private func reportRepeatedCategories(in list: String, of purse: RecordReader) {
    var seen: Set<[String]> = []
    for record in purse.records(list) {
      guard let criterion = record.optionalText("selon"), let value = record.optionalText("valeur"),
        !seen.insert([criterion, value]).inserted
      else { continue }
      record.findings.add(
        "code_en_double", line: record.line(of: "valeur"), field: record.joined("valeur"),
        "« \(value) » (\(criterion)) est déjà dans cette liste.",
        remedy: "Gardez une seule règle par catégorie.")
    }
  }

  private func checkRange(_ key: String, of record: RecordReader, _ range: ClosedRange<Int>) {
    guard let value = record.optionalInteger(key), !range.contains(value) else { return }
    record.findings.add(
      "limite_impossible", line: record.line(of: key), field: record.joined(key),
      "« \(key) » vaut \(value), hors de \(range.lowerBound) à \(range.upperBound).",
      remedy: range == Self.rates
        ? "Une part se donne en points de base : 50 % s’écrit 5000."
        : "Choisissez une valeur dans ces bornes.")
  }

  private func checkMinimumProjects(of purse: RecordReader) {
    guard let record = purse.record("nombre_min") else { return }
    checkRange("valeur", of: record, Self.numbers)
    guard let least = record.optionalInteger("valeur"),
      let most = purse.optionalInteger("nombre_max"), least > most
    else { return }
    report(
      inverted: "valeur", of: record,
      "Le nombre minimum (\(least)) dépasse le maximum (\(most)).")
  }

  /// What is kept, and what serves a category first, are in the purse.
  private func checkReserves(of purse: RecordReader) {
    guard let amount = purse.optionalAmount("montant") else { return }
    var kept = Cents.zero
    if let record = purse.record("reserve"), let reserve = record.optionalAmount("montant") {
      check(reserve, of: record, within: amount)
      kept = min(reserve, amount)
    }
    for record in purse.records("reserves") {
      guard let reserved = record.optionalAmount("montant") else { continue }
      check(reserved, of: record, within: amount - kept)
    }
  }

  private func check(_ reserve: Cents, of record: RecordReader, within amount: Cents) {
    guard reserve > amount else { return }
    record.findings.add(
      "reserve_trop_grande", line: record.line(of: "montant"), field: record.joined("montant"),
      "La réserve (\(reserve.french)) dépasse ce que l’enveloppe peut donner (\(amount.french)).",
      remedy: "Réduisez la réserve, ou corrigez le montant de l’enveloppe.")
  }

  private func report(inverted key: String, of record: RecordReader, _ message: String) {
    record.findings.add(
      "bornes_inversees", line: record.line(of: key), field: record.joined(key), message,
      remedy: "Corrigez l’une des deux bornes.")
  }
}

import Vocabulary

/// Checks that the files of a territory agree with each other: codes unique, references known,
/// identifiers well formed.
struct ReferenceCoherence {
  let data: ReferenceData
  let plan: RecordReader
  let funders: RecordReader
  let districts: RecordReader
  let communes: RecordReader
  let governance: RecordReader

  func check() {
    checkUniqueness()
    checkPlan()
    checkFunders()
    checkPlaces()
  }

  private func checkUniqueness() {
    for key in ["enjeux", "axes", "objectifs"] {
      plan.reportDuplicates(in: key, of: "code")
    }
    funders.reportDuplicates(in: "financeurs", of: "id")
    districts.reportDuplicates(in: "quartiers", of: "code")
    communes.reportDuplicates(in: "communes", of: "id")
    communes.reportDuplicates(in: "communes", of: "insee")
    governance.reportDuplicates(in: "instances", of: "id")
  }

  private func checkPlan() {
    let stakes = Set(data.stakes.map(\.code))
    let axes = Set(data.axes.map(\.code))
    let known = Set(data.funders.map(\.id))
    let stakeOfAxis = Dictionary(
      data.axes.filter { stakes.contains($0.stake) }.map { ($0.code, $0.stake) },
      uniquingKeysWith: { first, _ in first })
    for record in plan.records("axes") {
      record.requireKnown("enjeu", among: stakes, what: "enjeu")
    }
    for record in plan.records("objectifs") {
      record.requireKnown("enjeu", among: stakes, what: "enjeu")
      record.requireKnown("axe", among: axes, what: "axe")
      record.requireKnown("droit_commun", among: known, what: "financeur")
      record.requireKnown("partners", among: known, what: "financeur")
      record.requireIdentifier("code", .objective)
      checkStake(of: record, among: stakeOfAxis)
    }
  }

  private func checkStake(of objective: RecordReader, among stakeOfAxis: [String: String]) {
    guard let axis = objective.optionalText("axe"), let expected = stakeOfAxis[axis],
      let stake = objective.optionalText("enjeu"), stake != expected
    else { return }
    objective.findings.add(
      "enjeu_incoherent", line: objective.line(of: "enjeu"), field: objective.joined("enjeu"),
      "L’objectif est rangé sous l’enjeu « \(stake) », son axe « \(axis) » sous « \(expected) ».",
      remedy: "Donnez à l’objectif l’enjeu de son axe, ou l’axe qui convient.")
  }

  private func checkFunders() {
    let known = Set(data.funders.map(\.id))
    let codes = Set(
      data.stakes.map(\.code) + data.axes.map(\.code) + data.objectives.map(\.code))
    for record in funders.records("financeurs") {
      record.requireKnown("parent", among: known, what: "financeur")
      record.requireKnown("members", among: known, what: "financeur")
      for rule in record.records("regles") {
        rule.record("quand")?.requireKnown(
          "codes", among: codes, what: "code d’objectif, d’axe ou d’enjeu")
      }
    }
  }

  private func checkPlaces() {
    let codes = Set(data.districts.map(\.code))
    for record in communes.records("communes") {
      record.requireKnown("qpv", among: codes, what: "quartier")
      record.requireIdentifier("insee", .commune)
      record.requireIdentifier("siren", .siren)
      record.requireIdentifier("code_postal", .postalCode)
    }
    for record in districts.records("quartiers") {
      for name in record.texts("communes") where data.commune(named: name) == nil {
        record.reportUnknown(
          "communes", value: name, what: "commune", among: data.communes.map(\.name))
      }
      if data.contract.isOfficial { record.requireDistrictCode("code") }
    }
  }
}

extension RecordReader {
  /// Reports each value of a list's key that comes a second time.
  func reportDuplicates(in list: String, of key: String) {
    var seen: [String: Int] = [:]
    for record in records(list) {
      guard let value = record.optionalText(key) else { continue }
      if let first = seen[value] {
        findings.add(
          "code_en_double", line: record.line(of: key), field: record.joined(key),
          "« \(value) » est déjà défini ligne \(first).",
          remedy: "Gardez une seule des deux entrées.")
      } else {
        seen[value] = record.line(of: key)
      }
    }
  }

  /// Reports each text of a list that comes a second time.
  func reportRepeats(in list: String) {
    var seen: Set<String> = []
    for element in child(list)?.elements ?? [] {
      guard let text = element.text, !seen.insert(text).inserted else { continue }
      findings.add(
        "code_en_double", line: element.line, field: joined(list),
        "« \(text) » est cité deux fois dans cette liste.",
        remedy: "Gardez une seule des deux mentions.")
    }
  }

  /// Reports the value, or values, of a key that name nothing known.
  func requireKnown(_ key: String, among known: Set<String>, what: String) {
    guard let child = child(key) else { return }
    let values = child.elements ?? [child]
    for value in values {
      guard let text = value.text, !known.contains(text) else { continue }
      reportUnknown(key, value: text, what: what, among: known.sorted(), line: value.line)
    }
  }

  /// Reports a reference to something that does not exist, with the nearest thing that does.
  func reportUnknown(
    _ key: String, value: String, what: String, among known: [String], line: Int? = nil
  ) {
    let hint = value.nearest(among: known).map { " ; vouliez-vous dire « \($0) » ?" } ?? "."
    findings.add(
      "reference_inconnue", line: line ?? self.line(of: key), field: joined(key),
      "Le référentiel ne connaît pas \(Self.elided(what)) « \(value) »\(hint)",
      remedy: "Corrigez la valeur, ou ajoutez cette entrée au référentiel.")
  }

  /// `de financeur`, `d’objectif`.
  private static func elided(_ noun: String) -> String {
    let isElided = noun.folded.first.map { "aeiou".contains($0) } ?? false
    return isElided ? "d’\(noun)" : "de \(noun)"
  }

  /// Reports an identifier that is not well formed; an absent one is left to other checks.
  func requireIdentifier(_ key: String, _ kind: IdentifierKind) {
    guard let text = optionalText(key) else { return }
    do {
      _ = try kind.normalized(text)
    } catch {
      reportIdentifier(key, text: text, kind: kind, error)
    }
  }

  func requireDistrictCode(_ key: String) {
    guard let text = optionalText(key) else { return }
    let kind: IdentifierKind = text.hasPrefix("QN") ? .qpv2024 : .qpv2015
    requireIdentifier(key, kind)
  }

  private func reportIdentifier(
    _ key: String, text: String, kind: IdentifierKind, _ error: InvalidIdentifier
  ) {
    findings.add(
      "identifiant_invalide", line: line(of: key), field: joined(key),
      "« \(text) » n’est pas un \(kind.frenchName) : \(error.french).",
      remedy: "Recopiez la valeur exacte, par exemple \(kind.example).", source: kind.source)
  }
}

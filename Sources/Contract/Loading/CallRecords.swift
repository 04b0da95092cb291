import Vocabulary

// How the records of a call's files become values; every key is checked, unknown ones are reported.

extension RecordReader {
  func call(grid: Grid, purses: [Purse]) -> Call? {
    allowOnly([
      "schema", "id", "annee", "contrat", "titre", "fictif", "note", "calendrier", "exercice",
      "porteurs", "grille", "enveloppes", "comite", "parametres", "source", "pieces",
    ])
    let calendar = requiredRecord("calendrier").calendar()
    let exercise = requiredRecord("exercice").period()
    let id = text("id")
    let year = integer("annee")
    let applicants = records("porteurs").map { $0.admittedApplicant() }
    let committee = requiredRecord("comite").charter()
    let parameters = parameterValues()
    let source = source("source")
    let pieceRules = record("pieces")?.pieceRules()
    guard let calendar, let exercise else { return nil }
    return Call(
      id: id, year: year, contract: text("contrat"), title: text("titre"),
      isFictional: flag("fictif"), calendar: calendar, exercise: exercise,
      applicants: applicants, committee: committee, parameters: parameters, source: source,
      grid: grid, purses: purses, pieceRules: pieceRules)
  }

  private func calendar() -> CallCalendar? {
    allowOnly(["ouverture", "cloture", "recevabilite", "comite", "notification"])
    let days = ["ouverture", "cloture", "recevabilite", "comite", "notification"].map { day($0) }
    guard let opening = days[0], let closing = days[1], let admissibility = days[2],
      let committee = days[3], let notification = days[4]
    else { return nil }
    return CallCalendar(
      opening: opening, closing: Deadline(lastDay: closing), admissibility: admissibility,
      committee: committee, notification: notification)
  }

  private func period() -> Period? {
    allowOnly(["debut", "fin"])
    guard let start = day("debut"), let end = day("fin") else { return nil }
    guard let period = Period(from: start, through: end) else {
      findings.add(
        "dates_en_desordre", line: line(of: "fin"), field: joined("fin"),
        "L’exercice finit avant d’avoir commencé.", remedy: "Échangez ou corrigez les deux dates.")
      return nil
    }
    return period
  }

  private func admittedApplicant() -> AdmittedApplicant {
    allowOnly(["type", "formulaire"])
    return AdmittedApplicant(kind: text("type"), form: text("formulaire"))
  }

  private func parameterValues() -> [String: CallParameter] {
    guard let record = record("parametres") else { return [:] }
    let names = CallParameterName.allCases.map(\.rawValue)
    record.allowOnly(names)
    var values: [String: CallParameter] = [:]
    for name in names {
      guard let entry = record.record(name) else { continue }
      entry.allowOnly(["valeur", "source"])
      values[name] = CallParameter(value: entry.integer("valeur"), source: entry.source("source"))
    }
    return values
  }

  func purse() -> Purse {
    allowOnly([
      "id", "financeur", "payeur", "nature", "libelle", "montant", "objectifs", "porteurs",
      "territoires", "commune", "minimum", "maximum", "taux_max_bp", "nombre_max", "hypothese",
      "note", "source", "parts", "nombres", "nombre_min", "cofinancement_min_bp", "reserve",
      "reserves",
    ])
    return Purse(
      id: text("id"), funder: text("financeur"), payer: text("payeur"),
      nature: choice("nature", PurseNature.self) ?? .commonLaw, label: text("libelle"),
      amount: amount("montant"), objectives: allOrTexts("objectifs"),
      applicantKinds: allOrTexts("porteurs"),
      territories: texts("territoires").compactMap { territory($0) },
      commune: optionalText("commune"), minimum: optionalAmount("minimum"),
      maximum: optionalAmount("maximum"),
      maximumRate: optionalInteger("taux_max_bp").map { BasisPoints(Int64($0)) },
      maximumProjects: optionalInteger("nombre_max"), isAssumed: flag("hypothese"),
      source: source("source"), writtenRules: purseRules())
  }

  /// A list of codes, or `tous`, which gives `nil`; an empty list would open the purse to nobody.
  private func allOrTexts(_ key: String) -> [String]? {
    if child(key)?.text == "tous" { return nil }
    let codes = texts(key)
    if codes.isEmpty, child(key)?.text == nil {
      findings.add(
        "liste_vide", line: line(of: key), field: joined(key),
        "Cette enveloppe ne sert personne : « \(key) » n’a aucune valeur.",
        remedy: "Écrivez « \(key) : tous », ou la liste des codes.")
    }
    return codes.contains("tous") ? nil : codes
  }

  func territory(_ text: String) -> TerritoryKind? {
    let kind = TerritoryKind(rawValue: text)
    if kind == nil {
      reportUnknown(
        "territoires", value: text, what: "genre de territoire",
        among: TerritoryKind.allCases.map(\.rawValue))
    }
    return kind
  }

  func grid(evaluators: [String]) -> Grid {
    allowOnly(["schema", "version", "titre", "note", "source", "agregation", "criteres"])
    return Grid(
      version: text("version"), title: text("titre"),
      criteria: records("criteres").map { $0.criterion(evaluators: evaluators) },
      aggregationName: child("agregation") == nil
        ? nil : choice("agregation", Grid.Aggregation.self))
  }

  /// What each mark means, from 0 to 4.
  private func scale() -> [String] {
    let texts = texts("echelle")
    if texts.count != Criterion.highestMark + 1 {
      findings.add(
        "echelle_incomplete", line: line(of: "echelle"), field: joined("echelle"),
        "L’échelle a \(texts.count) degrés au lieu de \(Criterion.highestMark + 1).",
        remedy: "Décrivez chaque note, de 0 à \(Criterion.highestMark).")
    }
    return texts
  }

  private func criterion(evaluators: [String]) -> Criterion {
    allowOnly([
      "code", "libelle", "evaluateur", "poids", "parametres", "echelle", "note", "source",
    ])
    let evaluator = text("evaluateur")
    if !evaluators.contains(evaluator), !evaluator.isEmpty {
      reportUnknown("evaluateur", value: evaluator, what: "évaluateur", among: evaluators)
    }
    if child("echelle") != nil, evaluator != Criterion.human {
      findings.add(
        "echelle_sans_note", line: line(of: "echelle"), field: joined("echelle"),
        "Une échelle décrit des notes, et des personnes ne notent pas ce critère.",
        remedy: "Retirez « echelle », ou écrivez « evaluateur : \(Criterion.human) ».")
    }
    var settings: [String: Int] = [:]
    if let record = record("parametres") {
      for entry in record.node.entries ?? [] { settings[entry.key] = record.integer(entry.key) }
    }
    return Criterion(
      code: text("code"), label: text("libelle"), evaluator: evaluator,
      weight: integer("poids"), settings: settings, source: source("source"),
      scaleTexts: child("echelle") == nil ? nil : scale())
  }
}

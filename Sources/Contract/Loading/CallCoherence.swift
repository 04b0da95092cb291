import Vocabulary

/// Checks a call against its contract: days in order, purses on known funders and objectives,
/// weights that sum to 100.
struct CallCoherence {
  let reference: ReferenceData
  let call: RecordReader
  let purses: RecordReader
  let grid: RecordReader

  func check() {
    checkCall()
    checkCalendar()
    checkParameters()
    checkPurses()
    PurseRulesCoherence(reference: reference, call: call, purses: purses).check()
    grid.checkGrid()
    PieceCoherence(call: call).check()
  }

  private func checkCall() {
    if let contract = call.optionalText("contrat"), contract != reference.contract.id {
      call.reportUnknown(
        "contrat", value: contract, what: "contrat", among: [reference.contract.id])
    }
    call.reportDuplicates(in: "porteurs", of: "type")
    guard let committee = call.record("comite") else { return }
    let bodies = Set(reference.bodies.map(\.id))
    let funders = Set(reference.funders.map(\.id))
    committee.requireKnown("instance", among: bodies, what: "instance")
    committee.requireKnown("membres", among: funders, what: "financeur")
    committee.reportRepeats(in: "membres")
    CharterCoherence(committee: committee, purses: purseIDs).check()
  }

  private var purseIDs: Set<String> {
    Set(purses.records("enveloppes").compactMap { $0.optionalText("id") })
  }

  private func checkCalendar() {
    guard let calendar = call.record("calendrier") else { return }
    let keys = ["ouverture", "cloture", "recevabilite", "comite", "notification"]
    for (earlier, later) in zip(keys, keys.dropFirst()) {
      guard let first = calendar.optionalDay(earlier), let second = calendar.optionalDay(later),
        first > second
      else { continue }
      calendar.findings.add(
        "dates_en_desordre", line: calendar.line(of: later), field: calendar.joined(later),
        "« \(later) » (\(second.french)) vient avant « \(earlier) » (\(first.french)).",
        remedy: "Remettez les dates du calendrier dans l’ordre.")
    }
  }

  private func checkParameters() {
    for name in CallParameterName.allCases {
      guard let record = call.record("parametres")?.record(name.rawValue),
        let value = record.optionalInteger("valeur"), !name.range.contains(value)
      else { continue }
      record.findings.add(
        "parametre_impossible", line: record.line(of: "valeur"), field: record.joined("valeur"),
        "« \(name.rawValue) » vaut \(value), hors de \(name.range.lowerBound) à \(name.range.upperBound).",
        remedy: name.remedy)
    }
  }

  private func checkPurses() {
    let funders = Set(reference.funders.map(\.id))
    let objectives = Set(reference.objectives.map(\.code))
    let communes = Set(reference.communes.map(\.insee))
    let kinds = Set(call.records("porteurs").compactMap { $0.optionalText("type") })
    purses.reportDuplicates(in: "enveloppes", of: "id")
    for record in purses.records("enveloppes") {
      record.requireKnown("financeur", among: funders, what: "financeur")
      record.requireKnown("objectifs", among: objectives.union(["tous"]), what: "objectif")
      record.requireKnown("porteurs", among: kinds.union(["tous"]), what: "type de porteur")
      record.requireKnown("commune", among: communes, what: "commune")
      let own = record.optionalText("id").map { [$0] } ?? []
      record.requireKnown("payeur", among: funders.union(own), what: "payeur")
      checkBounds(of: record)
    }
    checkTotal()
  }

  /// What the purses hold together stays within what the program counts.
  private func checkTotal() {
    let amounts = purses.records("enveloppes").compactMap { $0.optionalAmount("montant") }
    var total = Cents.zero
    for amount in amounts {
      total += amount
      guard total.isWithinLimit else {
        purses.findings.add(
          "total_hors_limites", line: purses.line(of: "enveloppes"), field: "enveloppes",
          "Les enveloppes dépassent ensemble \(Cents.limit.french).",
          remedy: "Vérifiez leurs montants : ils s’écrivent en euros.")
        return
      }
    }
  }

  private func checkBounds(of record: RecordReader) {
    if let minimum = record.optionalAmount("minimum"),
      let maximum = record.optionalAmount("maximum"), minimum > maximum
    {
      record.findings.add(
        "bornes_inversees", line: record.line(of: "minimum"), field: record.joined("minimum"),
        "Le minimum (\(minimum.french)) dépasse le maximum (\(maximum.french)).",
        remedy: "Corrigez l’une des deux bornes.")
    }
    if let rate = record.optionalInteger("taux_max_bp"), !(1...10_000).contains(rate) {
      record.findings.add(
        "taux_impossible", line: record.line(of: "taux_max_bp"),
        field: record.joined("taux_max_bp"), "Un taux se donne entre 1 et 10000 points de base.",
        remedy: "80 % s’écrit 8000.")
    }
    if record.texts("territoires").isEmpty {
      record.findings.add(
        "territoire_absent", line: record.line(of: "territoires"),
        field: record.joined("territoires"), "Cette enveloppe ne sert aucun territoire.",
        remedy: "Indiquez qpv, veille ou agglomeration.")
    }
  }
}

extension RecordReader {
  /// Reports criteria named twice, and weights that do not sum to 100.
  func checkGrid() {
    reportDuplicates(in: "criteres", of: "code")
    let criteria = records("criteres")
    let total = criteria.reduce(0) { sum, record in
      sum.addingReportingOverflow(record.optionalInteger("poids") ?? 0).partialValue
    }
    if total != 100 {
      findings.add(
        "poids_incorrects", line: line(of: "criteres"), field: "criteres",
        "Les poids des critères totalisent \(total) au lieu de 100.",
        remedy: "Répartissez exactement 100 points entre les critères.")
    }
    for record in criteria where (record.optionalInteger("poids") ?? 1) < 0 {
      record.wrongType("poids", record.node, expected: "un nombre positif")
    }
  }
}

extension CallParameterName {
  fileprivate var remedy: String {
    switch self {
    case .scoreThreshold: "Un score se donne en dixièmes de point : 45 points s’écrivent 450."
    case .rounding: "Un arrondi se donne en centimes : 100 € s’écrivent 10000."
    case .applicantOrder: "Écrivez 1 si l’ordre donné par le porteur s’impose, 0 sinon."
    case .maximumIndicators, .exerciseTolerance, .maximumYears:
      "Choisissez une valeur dans ces bornes."
    case .defaultFloor, .minimumDistrictShare, .maximumPublicShare, .retainedWeight:
      "Une part se donne en points de base : 50 % s’écrit 5000."
    }
  }

  /// What a call may choose.
  fileprivate var range: ClosedRange<Int> {
    switch self {
    case .defaultFloor, .minimumDistrictShare, .retainedWeight: 0...10_000
    case .maximumPublicShare: 1...10_000
    case .rounding: 1...10_000_000
    case .scoreThreshold: 0...1_000
    case .applicantOrder: 0...1
    case .maximumIndicators: 1...100
    case .exerciseTolerance: 0...366
    case .maximumYears: 1...3
    }
  }
}

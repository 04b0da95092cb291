import Vocabulary

// How the rules of a purse about several projects become values; every key is checked.

extension RecordReader {
  /// The rules of a purse; `nil` when it has none, so that it is stored as it always was.
  func purseRules() -> PurseRules? {
    let rules = PurseRules(
      shares: records("parts").compactMap { $0.shareRule() },
      counts: records("nombres").compactMap { $0.countRule() },
      minimumProjects: record("nombre_min")?.sourced("valeur") { $0.integer($1) },
      minimumCofunding: record("cofinancement_min_bp")?.sourced("valeur") {
        BasisPoints(Int64($0.integer($1)))
      },
      reserve: record("reserve")?.sourced("montant") { $0.amount($1) },
      reservations: records("reserves").compactMap { $0.reservationRule() })
    return rules == .none ? nil : rules
  }

  private func sourced<Value>(
    _ key: String, _ read: (RecordReader, String) -> Value
  ) -> Sourced<Value> {
    allowOnly([key, "hypothese", "note", "source"])
    return Sourced(value: read(self, key), isAssumed: flag("hypothese"), source: source("source"))
  }

  private func shareRule() -> ShareRule? {
    allowOnly(["selon", "valeur", "max_bp", "min_bp", "hypothese", "note", "source"])
    let category = projectCategory()
    let (isAssumed, source) = (flag("hypothese"), source("source"))
    let maximum = optionalInteger("max_bp").map { BasisPoints(Int64($0)) }
    let minimum = optionalInteger("min_bp").map { BasisPoints(Int64($0)) }
    return category.map {
      ShareRule(
        category: $0, maximum: maximum, minimum: minimum, isAssumed: isAssumed, source: source)
    }
  }

  private func countRule() -> CountRule? {
    allowOnly(["selon", "valeur", "max", "min", "hypothese", "note", "source"])
    let category = projectCategory()
    let (isAssumed, source) = (flag("hypothese"), source("source"))
    let (maximum, minimum) = (optionalInteger("max"), optionalInteger("min"))
    return category.map {
      CountRule(
        category: $0, maximum: maximum, minimum: minimum, isAssumed: isAssumed, source: source)
    }
  }

  private func reservationRule() -> ReservationRule? {
    allowOnly(["selon", "valeur", "montant", "hypothese", "note", "source"])
    let category = projectCategory()
    let (isAssumed, source) = (flag("hypothese"), source("source"))
    let amount = amount("montant")
    return category.map {
      ReservationRule(category: $0, amount: amount, isAssumed: isAssumed, source: source)
    }
  }

  private func projectCategory() -> ProjectCategory? {
    let criterion = choice("selon", ProjectCategory.Criterion.self)
    let value = text("valeur")
    return criterion.map { ProjectCategory(criterion: $0, value: value) }
  }
}

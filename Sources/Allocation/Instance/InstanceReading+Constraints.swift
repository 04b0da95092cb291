import Vocabulary

/// The constraint types of the format, handled or not.
private enum ConstraintType: String, CaseIterable {
  case maximumShare = "part_max"
  case minimumShare = "part_min"
  case maximumCount = "nombre_max"
  case minimumCount = "nombre_min"
  case cofunding = "cofinancement_min"
  case reserve = "reserve"

  var keys: [String] {
    switch self {
    case .maximumShare: ["type", "enveloppe", "selon", "valeur", "part_bp"]
    case .maximumCount: ["type", "enveloppe", "selon", "valeur", "nombre"]
    case .cofunding: ["type", "enveloppe", "part_bp"]
    case .reserve: ["type", "enveloppe", "montant_centimes"]
    case .minimumShare, .minimumCount: Self.allKeys
    }
  }

  static let allKeys = [
    "type", "enveloppe", "selon", "valeur", "part_bp", "nombre", "montant_centimes",
  ]
}

extension FieldReader {
  func constraints() -> [Instance.Constraint] {
    (list("contraintes", isRequired: false) ?? []).enumerated().compactMap { index, item in
      let path = "\(field("contraintes"))[\(index)]"
      guard case .object = item else {
        mistyped("contraintes[\(index)]", "un objet", item)
        return nil
      }
      // The type decides which keys are allowed, so it is read before the row is checked.
      let silent = FindingCollector()
      let type = FieldReader(item, path: path, allowed: ConstraintType.allKeys, collector: silent)?
        .word("type", as: ConstraintType.self)
      let allowed = type?.keys ?? ConstraintType.allKeys
      return FieldReader(item, path: path, allowed: allowed, collector: collector)?
        .constraint()
    }
  }

  private func constraint() -> Instance.Constraint? {
    guard let type = word("type", as: ConstraintType.self) else { return nil }
    switch type {
    case .maximumShare: return maximumShare()
    case .maximumCount: return maximumCount()
    case .cofunding:
      let purse = text("enveloppe")
      let share = rate("part_bp")
      guard let purse, let share else { return nil }
      return .cofunding(purse: purse, share: share)
    case .reserve:
      let purse = text("enveloppe")
      let amount = amount("montant_centimes")
      guard let purse, let amount else { return nil }
      return .reserve(purse: purse, amount: amount)
    case .minimumShare, .minimumCount:
      refuse(unhandled: type)
      return nil
    }
  }

  private func maximumShare() -> Instance.Constraint? {
    let purse = text("enveloppe")
    let criterion = word("selon", as: Instance.Category.Criterion.self)
    let value = text("valeur")
    let share = rate("part_bp")
    guard let purse, let criterion, let value, let share else { return nil }
    return .maximumShare(purse: purse, of: Instance.Category(criterion, value), share: share)
  }

  private func maximumCount() -> Instance.Constraint? {
    let count = integer("nombre", in: 0...Cents.limit.rawValue)
    let purse = text("enveloppe", isRequired: false)
    var category: Instance.Category?
    if has("selon") || has("valeur") {
      guard let criterion = word("selon", as: Instance.Category.Criterion.self),
        let value = text("valeur")
      else { return nil }
      category = Instance.Category(criterion, value)
    }
    guard let count, has("enveloppe") == (purse != nil) else { return nil }
    return .maximumCount(purse: purse, of: category, count: count)
  }

  private func refuse(unhandled type: ConstraintType) {
    collector.add(
      "contrainte_non_traitee", field("type"),
      "La contrainte « \(type.rawValue) » n’est pas encore traitée par la stratégie « rang ».",
      remedy: "Retirez cette contrainte pour lancer le calcul ; elle ne serait pas respectée.")
  }
}

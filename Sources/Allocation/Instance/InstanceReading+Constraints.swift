import Vocabulary

/// The constraint types of the format.
private enum ConstraintType: String, CaseIterable {
  case maximumShare = "part_max"
  case minimumShare = "part_min"
  case maximumCount = "nombre_max"
  case minimumCount = "nombre_min"
  case cofunding = "cofinancement_min"
  case reserve = "reserve"

  var keys: [String] {
    switch self {
    case .maximumShare, .minimumShare: ["type", "enveloppe", "selon", "valeur", "part_bp"]
    case .maximumCount, .minimumCount: ["type", "enveloppe", "selon", "valeur", "nombre"]
    case .cofunding: ["type", "enveloppe", "part_bp"]
    case .reserve: ["type", "enveloppe", "selon", "valeur", "montant_centimes"]
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

  /// The rule that the row describes; only its keys are read.
  func constraint() -> Instance.Constraint? {
    guard let type = word("type", as: ConstraintType.self) else { return nil }
    switch type {
    case .maximumShare:
      return share().map { .maximumShare(purse: $0, of: $1, share: $2) }
    case .minimumShare:
      return share().map { .minimumShare(purse: $0, of: $1, share: $2) }
    case .maximumCount:
      return count().map { .maximumCount(purse: $0, of: $1, count: $2) }
    case .minimumCount:
      return count().map { .minimumCount(purse: $0, of: $1, count: $2) }
    case .cofunding:
      let purse = text("enveloppe")
      let share = rate("part_bp")
      guard let purse, let share else { return nil }
      return .cofunding(purse: purse, share: share)
    case .reserve: return reserve()
    }
  }

  private func share() -> (String, Instance.Category, BasisPoints)? {
    let purse = text("enveloppe")
    let category = category()
    let share = rate("part_bp")
    guard let purse, let category, let share else { return nil }
    return (purse, category, share)
  }

  private func count() -> (String?, Instance.Category?, Int64)? {
    let count = integer("nombre", in: 0...Cents.limit.rawValue)
    let purse = text("enveloppe", isRequired: false)
    let category = optionalCategory()
    guard let count, has("enveloppe") == (purse != nil), hasCategory == (category != nil) else {
      return nil
    }
    return (purse, category, count)
  }

  private func reserve() -> Instance.Constraint? {
    let purse = text("enveloppe")
    let amount = amount("montant_centimes")
    let category = optionalCategory()
    guard let purse, let amount, hasCategory == (category != nil) else { return nil }
    guard let category else { return .reserve(purse: purse, amount: amount) }
    return .reservation(purse: purse, of: category, amount: amount)
  }

  private var hasCategory: Bool { has("selon") || has("valeur") }

  private func optionalCategory() -> Instance.Category? { hasCategory ? category() : nil }

  func category() -> Instance.Category? {
    let criterion = word("selon", as: Instance.Category.Criterion.self)
    let value = text("valeur")
    guard let criterion, let value else { return nil }
    return Instance.Category(criterion, value)
  }
}

import Vocabulary

extension FieldReader {
  /// A whole number within `range`.
  func integer(
    _ key: String, in range: ClosedRange<Int64>, isRequired: Bool = true
  ) -> Int64? {
    guard let value = value(key, isRequired: isRequired) else { return nil }
    guard case .integer(let number) = value else {
      refuse(notWhole: value, key)
      return nil
    }
    guard range.contains(number) else {
      collector.add(
        "hors_bornes", field(key),
        "La valeur \(number) n’est pas comprise entre \(range.lowerBound) et \(range.upperBound).",
        remedy: "Corrigez la valeur.")
      return nil
    }
    return number
  }

  /// A share in hundredths of a percent, from 0 to 10 000.
  func rate(_ key: String, isRequired: Bool = true) -> BasisPoints? {
    integer(key, in: 0...BasisPoints.whole.count, isRequired: isRequired).map { BasisPoints($0) }
  }

  /// An amount in whole cents, neither negative nor above ``Cents/limit``.
  func amount(_ key: String, isRequired: Bool = true) -> Cents? {
    guard let value = value(key, isRequired: isRequired) else { return nil }
    guard case .integer(let number) = value else {
      refuse(notWhole: value, key)
      return nil
    }
    guard number >= 0 else {
      collector.add(
        "montant_negatif", field(key), "Le montant \(number) est négatif.",
        remedy: "Indiquez un nombre de centimes positif ou nul.")
      return nil
    }
    guard Cents(number) <= Cents.limit else {
      refuse(tooLarge: key)
      return nil
    }
    return Cents(number)
  }

  private func refuse(notWhole value: JSONValue, _ key: String) {
    guard case .decimal(let typed) = value else { return mistyped(key, "un nombre entier", value) }
    if typed.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }) {
      return refuse(tooLarge: key)
    }
    collector.add(
      "nombre_non_entier", field(key), "« \(typed) » n’est pas écrit comme un nombre entier.",
      remedy: "Écrivez un nombre entier (les montants sont en centimes), sans virgule ni exposant.")
  }

  private func refuse(tooLarge key: String) {
    collector.add(
      "montant_trop_grand", field(key), "La valeur dépasse 9 000 000 000 000 000.",
      remedy: "Vérifiez l’unité : les montants sont en centimes.")
  }
}

public import Vocabulary

extension Instance {
  /// What a purse gave before this allocation, to projects that are not part of it.
  ///
  /// It is no longer in the purse's amount, but shares are counted on both together.
  public struct Earlier: Hashable, Sendable {
    /// Everything it gave.
    public var total: Cents
    /// What each category received of it; a category absent received nothing.
    public var byCategory: [Category: Cents]

    /// Nothing was given.
    public static let nothing = Earlier()

    /// Tells what was given.
    public init(total: Cents = .zero, byCategory: [Category: Cents] = [:]) {
      self.total = total
      self.byCategory = byCategory
    }

    /// Counts what one more project received, wholly in each of its categories.
    public mutating func add(_ amount: Cents, to categories: Set<Category>) {
      total += amount
      for category in categories { byCategory[category, default: .zero] += amount }
    }

    /// What a category received.
    public func given(to category: Category) -> Cents { byCategory[category] ?? .zero }
  }
}

extension Instance.Purse {
  /// What shares are counted on: what there was before anything was given.
  var whole: Cents { amount + earlier.total }

  /// What a share limit leaves to a category, never negative; `extra` enlarges the purse.
  func room(
    for category: Instance.Category, within share: BasisPoints, extra: Cents = .zero
  ) -> Cents {
    max(.zero, share.share(of: whole + extra, rounding: .down) - earlier.given(to: category))
  }

  /// What the projects of a category should have in all to reach a share.
  func target(_ share: BasisPoints) -> Cents { share.share(of: whole, rounding: .up) }
}

extension Instance {
  /// The purse of this identifier; an empty one when there is none.
  func purse(_ id: String) -> Purse {
    purses.first { $0.id == id } ?? Purse(id: id, amount: .zero)
  }
}

extension Instance.Earlier {
  /// Reads `deja_centimes` and `deja_par_categorie`; nil when they cannot be read.
  init?(_ row: FieldReader) {
    let total = row.has("deja_centimes") ? row.amount("deja_centimes") : .zero
    self.init(total: total ?? .zero)
    let rows = row.rows(
      "deja_par_categorie", ["selon", "valeur", "montant_centimes"], isRequired: false
    ) { entry -> (Instance.Category, Cents)? in
      let category = entry.category()
      let amount = entry.amount("montant_centimes")
      guard let category, let amount else { return nil }
      if let total, amount > total {
        entry.collector.add(
          "deja_incoherent", entry.field("montant_centimes"),
          "Une partie (\(amount.french)) dépasse le tout, « deja_centimes » (\(total.french)).",
          remedy: "Corrigez l’un des deux montants.")
      }
      return (category, amount)
    }
    for (category, amount) in rows where byCategory.updateValue(amount, forKey: category) != nil {
      row.collector.add(
        "identifiant_en_double", row.field("deja_par_categorie"),
        "La catégorie « \(category.french) » figure deux fois.",
        remedy: "Gardez une seule ligne par catégorie.")
    }
    guard total != nil else { return nil }
  }

  /// Its keys, when anything was given.
  func write(_ writer: inout JSONWriter) {
    guard self != .nothing else { return }
    writer.member("deja_centimes", total.rawValue)
    guard !byCategory.isEmpty else { return }
    writer.list("deja_par_categorie") { list in
      for (category, amount) in byCategory.sorted(by: { $0.key.precedes($1.key) }) {
        list.object { object in
          category.write(&object)
          object.member("montant_centimes", amount.rawValue)
        }
      }
    }
  }
}

extension Instance.Category {
  fileprivate func precedes(_ other: Self) -> Bool {
    [criterion.rawValue, value].lexicographicallyPrecedes([
      other.criterion.rawValue, other.value,
    ]) { $0.precedesInBytes($1) }
  }
}

public import Allocation
import Vocabulary

/// A listing with its title.
public struct TitledListing: Sendable {
  public let title: String
  /// How to read it, when it does not go without saying.
  public let note: String?
  public let listing: Listing
}

extension TitledListing {
  /// What a comparison says, table by table, scenarios side by side; tables without rows are left out.
  ///
  /// - Parameter comparison: the base and its scenarios.
  /// - Returns: the tables in reading order.
  public static func all(of comparison: Comparison) -> [TitledListing] {
    (changes(comparison) + sums(comparison)).filter { !$0.listing.rows.isEmpty }
  }

  private static func changes(_ comparison: Comparison) -> [TitledListing] {
    [
      TitledListing("Scénarios", Listing(summaryOf: comparison)),
      TitledListing(
        "Projets qui bougent",
        note:
          "Sous « \(Comparison.baseName) », ce que le projet reçoit. Sous un scénario : « entre » "
          + "ou « sort » avec le montant gagné ou perdu, + ou - pour un projet retenu des deux "
          + "côtés, « = » si rien ne change.",
        Listing(movementsOf: comparison)),
      TitledListing(
        "Exigences qui ne peuvent être satisfaites ensemble", Listing(conflictsOf: comparison)),
      TitledListing(
        "Engagements qui tombent ou qui naissent",
        note:
          "Un engagement qui en attend un autre porte une étape de plus : les dominos se lisent "
          + "de haut en bas.",
        Listing(commitmentsOf: comparison)),
    ]
  }

  private static func sums(_ comparison: Comparison) -> [TitledListing] {
    let district = Listing.Column("quartier", "Quartier")
    return [
      TitledListing(
        "Enveloppes", note: "Ce qui est attribué, et ce qui reste.",
        Listing(
          comparison, .init("enveloppe", "Enveloppe"), { $0.purses }, name: { $0.id }, cell: \.cell)
      ),
      TitledListing(
        "Quartiers",
        note: "Un projet de plusieurs quartiers est compté dans chacun ; son montant y est partagé "
          + "en parts égales.",
        Listing(
          comparison, district, { $0.districts }, name: { $0.code ?? "sans quartier" }, cell: \.cell
        )
      ),
      TitledListing(
        "Euros par habitant",
        Listing(
          comparison, district, { $0.districts.filter { $0.inhabitants != nil } },
          name: { "\($0.code ?? "") (\($0.inhabitantsInWords))" },
          cell: { $0.perInhabitant.map { .amount($0) } ?? .none })),
      TitledListing(
        "Axes",
        Listing(
          comparison, .init("axe", "Axe"), { $0.axes }, name: { $0.value ?? "sans axe" },
          cell: \.cell)),
      TitledListing(
        "Types de porteur",
        Listing(
          comparison, .init("type_porteur", "Type de porteur"), { $0.applicantKinds },
          name: { $0.value ?? "non précisé" }, cell: \.cell)),
    ]
  }

  private init(_ title: String, note: String? = nil, _ listing: Listing) {
    self.init(title: title, note: note, listing: listing)
  }
}

extension Listing {
  /// Rows that the base and every scenario have in common, one column each.
  fileprivate init<Row>(
    _ comparison: Comparison, _ column: Column, _ rows: (ScenarioResult) -> [Row],
    name: (Row) -> String, cell: (Row) -> Cell
  ) {
    self.init([column] + comparison.columns)
    let columns = comparison.results.map(rows)
    for (place, row) in (columns.first ?? []).enumerated() {
      append([.text(name(row))] + columns.map { cell($0[place]) })
    }
  }
}

extension Comparison {
  /// One column a result.
  var columns: [Listing.Column] {
    results.enumerated().map { Listing.Column($0 == 0 ? "base" : "scenario_\($0)", $1.name) }
  }
}

extension PurseTally {
  fileprivate var cell: Listing.Cell {
    if isWithdrawn { return .text("retirée") }
    return .text(consumed.french + (left > .zero ? " (reste \(left.french))" : ""))
  }
}

extension DistrictTally {
  fileprivate var cell: Listing.Cell { .text(grantedInWords(granted, to: retained)) }

  fileprivate var inhabitantsInWords: String {
    FrenchNumber.count(Int(inhabitants ?? 0), "habitant", "habitants")
  }
}

extension CategoryTally {
  fileprivate var cell: Listing.Cell { .text(grantedInWords(granted, to: retained)) }
}

private func grantedInWords(_ granted: Cents, to retained: Int) -> String {
  "\(granted.french), \(FrenchNumber.count(retained, "projet", "projets"))"
}

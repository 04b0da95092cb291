public import Contract
import Rules
import Vocabulary

extension Listing {
  /// The objectives of a contract.
  public init(objectives reference: ReferenceData) {
    self.init([
      Column("code", "Code"), Column("axe", "Axe"), Column("libelle", "Objectif opérationnel"),
      Column("droit_commun", "Droit commun"),
    ])
    for objective in reference.objectives {
      append([
        .text(objective.code), .text(objective.axis), .text(objective.label),
        .texts(objective.commonLaw),
      ])
    }
  }

  /// The priority districts of a contract, then its territories in *veille active*.
  public init(districts reference: ReferenceData) {
    self.init([
      Column("code", "Code"), Column("nom", "Quartier"), Column("communes", "Communes"),
      Column("genre", "Genre"), Column("population", "Habitants"),
      Column("revenu_median_euros", "Revenu médian (€)"), Column("equipements", "Équipements"),
    ])
    for district in reference.districts {
      append([
        .text(district.code), .text(district.name), .texts(district.communes), .text("qpv"),
        district.population.map { .number($0) } ?? .none,
        district.medianIncome.map { .number($0) } ?? .none, .number(district.facilities.count),
      ])
    }
    for territory in reference.watchTerritories {
      append([
        .text(territory.code), .text(territory.name), .texts(territory.communes), .text("veille"),
        .none, .none, .number(0),
      ])
    }
  }

  /// The funders of a contract, one line for each of their purses in the call.
  public init(funders reference: ReferenceData, call: Call?) {
    self.init([
      Column("id", "Code"), Column("nom", "Financeur ou partenaire"),
      Column("enveloppe", "Enveloppe"), Column("nature", "Nature"),
      Column("montant_centimes", "Montant"),
    ])
    for funder in reference.funders {
      let purses = call?.purses.filter { $0.funder == funder.id } ?? []
      if purses.isEmpty {
        append([.text(funder.id), .text(funder.name), .none, .none, .none])
      }
      for purse in purses {
        append([
          .text(funder.id), .text(funder.name), .text(purse.id), .text(purse.nature.french),
          .amount(purse.amount),
        ])
      }
    }
  }

  /// The rules of admissibility.
  public static var rules: Listing {
    var listing = Listing([
      Column("code", "Code"), Column("moment", "Moment"), Column("gravite", "Gravité"),
      Column("regle", "Règle"), Column("source", "Source"),
    ])
    for rule in RuleBook.rules.map({ type(of: $0) }) {
      listing.append([
        .text(rule.code), .text(rule.moment.french), .text(rule.severity.rawValue),
        .text(rule.title), .text(rule.source.citation),
      ])
    }
    return listing
  }
}

public import Committee
import Contract
import Dossiers
import Vocabulary

extension Listing {
  /// The scenarios kept in a session, in order of name.
  public init(scenariosOf state: SessionState) {
    self.init([
      Column("nom", "Nom"), Column("hypothese", "Hypothèse"), Column("strategie", "Stratégie"),
      Column("retenus", "Retenus"), Column("total_centimes", "Total"),
      Column("empreinte", "Empreinte"),
    ])
    for scenario in state.scenarios.values.sorted(by: { $0.name < $1.name }) {
      append([
        .text(scenario.name), .text(scenario.note), .text(scenario.strategy.rawValue),
        .number(scenario.totals.count), .amount(scenario.grants.map(\.amount).total()),
        .text(String(scenario.digest.prefix(12))),
      ])
    }
  }

  /// What two scenarios give each dossier, the ones they treat alike aside.
  public init(comparing first: Scenario, with second: Scenario, in state: SessionState) {
    self.init([
      Column("rang", "Rang"), Column("numero", "Dossier"), Column("porteur", "Porteur"),
      Column("premier_centimes", first.name), Column("second_centimes", second.name),
      Column("ecart_centimes", "Écart"), Column("effet", "Effet"),
    ])
    let (before, after) = (first.totals, second.totals)
    for dossier in (state.opening?.applications ?? []).inRankOrder() {
      let old = before[dossier.number] ?? .zero
      let new = after[dossier.number] ?? .zero
      guard old != new else { continue }
      let effect =
        old == .zero ? "entre" : new == .zero ? "sort" : new > old ? "gagne" : "perd"
      append([
        .number(dossier.rank), .text(dossier.number.text), .text(dossier.applicant), .amount(old),
        .amount(new), .amount(new - old), .text(effect),
      ])
    }
  }

  /// What two scenarios give each value of a criterion.
  public init(comparing first: Scenario, with second: Scenario, by totals: ScenarioTotals) {
    self.init([
      Column("valeur", totals.criterion.french), Column("premier_centimes", first.name),
      Column("second_centimes", second.name), Column("ecart_centimes", "Écart"),
    ])
    let (before, after) = (totals.amounts(of: first), totals.amounts(of: second))
    for value in Set(before.keys).union(after.keys).sorted() {
      let (old, new) = (before[value] ?? .zero, after[value] ?? .zero)
      append([.text(value), .amount(old), .amount(new), .amount(new - old)])
    }
  }

  /// The events that a file of acts led to.
  public init(events: [RecordedEvent]) {
    self.init([Column("sequence", "N°"), Column("heure", "Heure"), Column("acte", "Acte")])
    for recorded in events {
      append([
        .number(recorded.sequence), .instant(recorded.at), .text(recorded.event.french),
      ])
    }
  }
}

extension Scenario {
  /// What each dossier receives, those that receive nothing aside.
  fileprivate var totals: [DossierNumber: Cents] {
    grants.filter { $0.amount > .zero }
      .reduce(into: [:]) { $0[$1.number, default: .zero] += $1.amount }
  }
}

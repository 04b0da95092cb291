import Contract
import Exchange
import Forms

extension WorkbookChoices {
  /// The codes of a contract, each with its name.
  init(_ reference: ReferenceData) {
    self.init([
      .objective: reference.objectives.map { Choice(code: $0.code, label: $0.label) },
      .funder: reference.funders.map { Choice(code: $0.id, label: $0.name) },
      .commune: reference.communes.map { Choice(code: $0.insee, label: $0.name) },
      .district: reference.districts.map { Choice(code: $0.code, label: $0.name) },
      .watchTerritory: reference.watchTerritories.map { Choice(code: $0.code, label: $0.name) },
    ])
  }
}

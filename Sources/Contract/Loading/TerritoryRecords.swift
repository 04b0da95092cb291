import Vocabulary

// How each record of the territory's files becomes a value; keys are those of fixtures/README.md.

extension RecordReader {
  func cityContract() -> CityContract {
    let record = requiredRecord("contract")
    let intercommunality = record.requiredRecord("epci")
    return CityContract(
      id: record.text("id"), name: record.text("name"), territory: text("territoire"),
      isOfficial: record.flag("officiel"), intercommunality: intercommunality.text("id"),
      intercommunalityName: intercommunality.text("name"))
  }

  func stake() -> Stake {
    Stake(code: text("code"), label: text("label"), isTransversal: flag("transversal"))
  }

  func axis() -> Axis { Axis(code: text("code"), stake: text("enjeu"), label: text("label")) }

  func objective() -> Objective {
    let indicators = record("indicateurs")
    let quantitative = indicators?.records("quantitatifs") ?? []
    let qualitative = indicators?.records("qualitatifs") ?? []
    return Objective(
      code: text("code"), stake: text("enjeu"), axis: text("axe"), label: text("label"),
      indicators: quantitative.map { $0.indicator(isQualitative: false) }
        + qualitative.map { $0.indicator(isQualitative: true) },
      commonLaw: texts("droit_commun"), partners: texts("partners"),
      audience: record("public_cible").map { $0.audience() }, expectations: texts("attendus"),
      vigilance: optionalText("vigilance"), sourceLine: firstSourceLine)
  }

  private var firstSourceLine: Int? {
    if let line = optionalInteger("source_line") { return line }
    return texts("source_lines").first.flatMap { Int($0) }
  }

  private func indicator(isQualitative: Bool) -> Objective.Indicator {
    Objective.Indicator(code: text("code"), label: text("label"), isQualitative: isQualitative)
  }

  private func audience() -> Objective.Audience {
    Objective.Audience(
      label: text("label"), ageMin: optionalInteger("age_min"), ageMax: optionalInteger("age_max"))
  }

  func funder() -> Funder {
    let credits = record("credits")
    return Funder(
      id: text("id"), name: text("name"), kind: text("kind"), aliases: texts("aliases"),
      parent: optionalText("parent"), isSignatory: flag("signatory"),
      bringsCommonLaw: credits?.optionalFlag("droit_commun"),
      bringsSpecificCredits: credits?.optionalFlag("specifiques"),
      ruleList: records("regles").compactMap { $0.funderRule() })
  }

  func district() -> District {
    District(
      code: text("code"), name: text("name"), communes: texts("communes"),
      population: optionalInteger("population"),
      medianIncome: optionalInteger("revenu_fiscal_median"),
      facilities: records("equipements").map { $0.facility() })
  }

  private func facility() -> Facility {
    Facility(name: text("name"), kind: text("kind"), commune: optionalText("commune"))
  }

  func watchTerritory() -> WatchTerritory {
    WatchTerritory(
      code: text("code"), name: text("name"), communes: texts("communes"),
      isFictional: flag("fictif"))
  }

  func commune() -> Commune {
    Commune(
      id: text("id"), name: text("name"), insee: text("insee"), siren: optionalText("siren"),
      postalCode: optionalText("code_postal"), population: optionalInteger("population"),
      districts: texts("qpv"))
  }

  func body() -> Body { Body(id: text("id"), name: text("name"), level: text("niveau")) }
}

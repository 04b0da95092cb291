import Vocabulary

extension ProgrammeXMLText {
  mutating func write(_ header: ProgrammeHeader) throws(ProgrammeUnwritable) {
    markup("  <entete")
    try flag("fictive", header.isFictional)
    try flag("formation", header.isTraining)
    markup(">\n    <appel")
    try token("id", header.callID)
    try attribute(
      "annee", String(header.year), isWellFormed: (1000...9999).contains(header.year))
    try content(closing: "appel", header.callTitle)
    markup("    <contrat")
    try token("id", header.contractID)
    try content(closing: "contrat", header.contractName)
    try element("territoire", indent: "    ", header.territory)
    markup("    <exercice")
    day("debut", header.exercise.start)
    day("fin", header.exercise.end)
    markup("/>\n")
    try element("seance", indent: "    ", header.sessionDate.iso)
    try element("produit_le", indent: "    ", header.producedAt.rfc3339)
    markup("    <grille")
    try token("version", header.gridVersion)
    markup("/>\n  </entete>\n")
  }

  mutating func write(_ purse: ProgrammePurse) throws(ProgrammeUnwritable) {
    markup("    <enveloppe")
    try token("id", purse.id)
    try token("financeur", purse.funder)
    try token("nature", purse.nature.rawValue)
    try amount("montant", purse.amount)
    markup(">\n")
    try element("nom_financeur", indent: "      ", purse.funderName)
    try element("libelle", indent: "      ", purse.label)
    markup("    </enveloppe>\n")
  }

  mutating func write(_ objective: ProgrammeObjective) throws(ProgrammeUnwritable) {
    markup("    <objectif")
    try token("code", objective.code)
    markup(">\n")
    try element("libelle", indent: "      ", objective.label)
    markup("      <axe")
    try token("code", objective.axis)
    try content(closing: "axe", objective.axisLabel)
    markup("      <enjeu")
    try token("code", objective.stake)
    try content(closing: "enjeu", objective.stakeLabel)
    markup("    </objectif>\n")
  }

  mutating func write(_ totals: ProgrammeTotals) throws(ProgrammeUnwritable) {
    markup("  <totaux")
    try count("nombre_projets", totals.projects)
    try count("retenus", totals.retained)
    try amount("demande", totals.requested)
    try amount("attribue", totals.granted)
    markup(">\n")
    for purse in totals.purses {
      markup("    <total_enveloppe")
      try token("enveloppe", purse.id)
      try amount("demande", purse.requested)
      try amount("attribue", purse.granted)
      markup("/>\n")
    }
    markup("  </totaux>\n")
  }

  private mutating func flag(
    _ name: StaticString, _ value: Bool
  ) throws(ProgrammeUnwritable) {
    try token(name, value ? "true" : "false")
  }
}

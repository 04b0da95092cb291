import Vocabulary

extension ProgrammeXMLText {
  mutating func write(_ project: ProgrammeProject) throws(ProgrammeUnwritable) {
    self.project = project.number
    markup("    <projet")
    try attribute("numero", project.number, isWellFormed: project.number.isProgrammeNumber)
    try token("decision", project.decision.rawValue)
    if let rank = project.rank { try count("rang", rank, from: 1) }
    if let tenths = project.scoreTenths { try self.tenths("note", tenths) }
    markup(">\n")
    try element("titre", indent: "      ", project.title)
    try write(project.applicant)
    try reference("objectif_principal", project.objective)
    for code in project.secondaryObjectives { try reference("objectif_secondaire", code) }
    try writePlaces(of: project)
    try writeAudience(of: project)
    for indicator in project.indicators { try write(indicator) }
    try writeMoney(of: project)
    markup("    </projet>\n")
  }

  private mutating func write(_ applicant: ProgrammeApplicant) throws(ProgrammeUnwritable) {
    markup("      <porteur")
    try token("type", applicant.kind)
    if let siret = applicant.siret {
      try attribute("siret", siret, isWellFormed: siret.isDigits(14))
    }
    if let rna = applicant.rna { try attribute("rna", rna, isWellFormed: rna.isRNAShaped) }
    markup(">\n")
    try element("nom", indent: "        ", applicant.name)
    if let commune = applicant.commune {
      markup("        <siege")
      try attribute("insee", commune.code, isWellFormed: commune.code.isCommuneShaped)
      try content(closing: "siege", commune.name)
    }
    markup("      </porteur>\n")
  }

  private mutating func reference(
    _ name: StaticString, _ code: String
  ) throws(ProgrammeUnwritable) {
    markup("      ")
    open(name)
    try token("code", code)
    markup("/>\n")
  }

  private mutating func writePlaces(
    of project: ProgrammeProject
  ) throws(ProgrammeUnwritable) {
    for commune in project.communes {
      markup("      <commune")
      try attribute("insee", commune.code, isWellFormed: commune.code.isCommuneShaped)
      try content(closing: "commune", commune.name)
    }
    for district in project.districts {
      markup("      <quartier")
      try token("code", district.code)
      try content(closing: "quartier", district.name)
    }
  }

  private mutating func writeAudience(
    of project: ProgrammeProject
  ) throws(ProgrammeUnwritable) {
    markup("      <periode")
    day("debut", project.period.start)
    day("fin", project.period.end)
    markup("/>\n      <public")
    try count("effectif", project.audienceCount)
    try hundredths(
      "part_quartiers", project.districtShare.count, upTo: BasisPoints.whole.count)
    markup("/>\n")
  }

  private mutating func write(_ indicator: ProgrammeIndicator) throws(ProgrammeUnwritable) {
    markup("      <indicateur")
    if let code = indicator.code { try token("code", code) }
    if let target = indicator.target { try text("cible", target) }
    try content(closing: "indicateur", indicator.label)
  }

  private mutating func writeMoney(of project: ProgrammeProject) throws(ProgrammeUnwritable) {
    if let motive = project.motive {
      try element("motif", indent: "      ", motive, limit: ProgrammeLimit.motive)
    }
    markup("      <montants")
    try amount("cout", project.cost)
    try amount("demande", project.requested)
    try amount("acquis", project.secured)
    try amount("attribue", project.granted)
    markup("/>\n")
    for line in project.lines { try write(line) }
  }

  private mutating func write(_ line: ProgrammeLine) throws(ProgrammeUnwritable) {
    markup("      <financement")
    try token("id", line.id)
    try token("enveloppe", line.purse)
    try amount("demande", line.requested)
    try amount("attribue", line.granted)
    try token("fermete", line.firmness.rawValue)
    markup("/>\n")
  }
}

import Exchange
import Testing
import Vocabulary

@Suite struct `A project that cannot be written` {
  typealias Change = @Sendable (inout ProgrammeProject) -> Void

  static let cases: [(Change, ProgrammeUnwritable)] = [
    ({ $0.title = "" }, .emptyText(project: "2026-0001", field: "titre")),
    (
      { $0.title = String(repeating: "é", count: 1001) },
      .longText(project: "2026-0001", field: "titre", limit: 1000)
    ),
    ({ $0.number = "2026-1" }, .malformedToken(project: "2026-1", field: "numero")),
    (
      { $0.applicant.siret = "1234" }, .malformedToken(project: "2026-0001", field: "siret")
    ),
    ({ $0.applicant.rna = "W62" }, .malformedToken(project: "2026-0001", field: "rna")),
    (
      { $0.communes[0].code = "6200" }, .malformedToken(project: "2026-0001", field: "insee")
    ),
    (
      { $0.districts[0].code = "Q P" }, .malformedToken(project: "2026-0001", field: "code")
    ),
    ({ $0.cost = Cents(-1) }, .outOfRange(project: "2026-0001", field: "cout")),
    (
      { $0.cost = Cents(Cents.limit.rawValue + 1) },
      .outOfRange(project: "2026-0001", field: "cout")
    ),
    ({ $0.rank = 0 }, .outOfRange(project: "2026-0001", field: "rang")),
    ({ $0.scoreTenths = -1 }, .outOfRange(project: "2026-0001", field: "note")),
    (
      { $0.districtShare = BasisPoints(10_001) },
      .outOfRange(project: "2026-0001", field: "part_quartiers")
    ),
    ({ $0.lines[0].purse = "CD" }, .unknownPurse(project: "2026-0001", purse: "CD")),
    (
      { $0.secondaryObjectives = ["9"] },
      .unknownObjective(project: "2026-0001", objective: "9")
    ),
    (
      { $0.granted = Cents(650_051) },
      .linesDoNotSum(project: "2026-0001", granted: Cents(650_051), lines: Cents(650_050))
    ),
    ({ $0.decision = .postponed }, .grantWithoutDecision(project: "2026-0001")),
  ]

  @Test(arguments: 0..<cases.count)
  func `is refused by name and leaves no trace`(index: Int) throws {
    let (change, expected) = Self.cases[index]
    var wrong = try SampleProgramme.project()
    change(&wrong)
    let memory = Memory()
    let writer = ProgrammeXMLWriter { memory.bytes += $0 }
    try writer.begin(
      try SampleProgramme.header(), purses: SampleProgramme.purses,
      objectives: SampleProgramme.objectives)
    #expect(throws: expected) { try writer.append(wrong) }
    try writer.append(try SampleProgramme.project())
    _ = try writer.finish()
    let alone = try SampleProgramme.written([try SampleProgramme.project()])
    #expect(String(decoding: memory.bytes, as: UTF8.self) == alone.text)
  }

  @Test func `is told in French with what to do`() {
    let finding = ProgrammeUnwritable.illegalCharacter(
      project: "2026-0001", field: "titre", scalar: 0x0B
    ).finding
    #expect(
      finding.message
        == "Projet 2026-0001\u{00A0}: le champ « titre » contient le caractère U+000B, "
        + "interdit en XML.")
    #expect(
      finding.remedy == "Retirez ce caractère invisible de la saisie, puis recommencez l’export.")
  }

  @Test func `passes the largest total`() throws {
    var first = try SampleProgramme.refusedProject("2026-0001")
    first.requested = Cents.limit
    var second = try SampleProgramme.refusedProject("2026-0002")
    second.requested = Cents(1)
    #expect(throws: ProgrammeUnwritable.totalOutOfRange(project: "2026-0002")) {
      try SampleProgramme.written([first, second])
    }
  }

  @Test func `comes before the header or after the end`() throws {
    let project = try SampleProgramme.project()
    let writer = ProgrammeXMLWriter { _ in }
    #expect(throws: ProgrammeUnwritable.outOfOrder) { try writer.append(project) }
    try writer.begin(
      try SampleProgramme.header(), purses: SampleProgramme.purses,
      objectives: SampleProgramme.objectives)
    _ = try writer.finish()
    #expect(throws: ProgrammeUnwritable.outOfOrder) { try writer.append(project) }
  }

  @Test func `has two purses of the same name`() throws {
    let writer = ProgrammeXMLWriter { _ in }
    let twice = SampleProgramme.purses + SampleProgramme.purses.prefix(1)
    let header = try SampleProgramme.header()
    #expect(
      throws: ProgrammeUnwritable.duplicateCatalogueEntry(field: "enveloppe", code: "ETAT-PV")
    ) { try writer.begin(header, purses: twice, objectives: []) }
  }
}

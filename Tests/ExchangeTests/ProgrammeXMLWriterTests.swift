import Exchange
import Testing
import Vocabulary

@Suite struct `A programme written` {
  @Test func `is valid and counted as announced`() throws {
    let written = try SampleProgramme.written([
      SampleProgramme.project(), SampleProgramme.refusedProject(),
    ])
    let report = try SampleProgramme.validated(written.text)
    #expect(report.findings == [])
    #expect(report.totals == written.totals)
    #expect(
      report.totals
        == expectedTotals(
          projects: 2, retained: 1, requested: Cents(euros: 16_000), granted: Cents(650_050)))
  }

  @Test func `is valid for xmllint too`() throws {
    let text = try SampleProgramme.written([
      SampleProgramme.project(), SampleProgramme.refusedProject(),
    ]).text
    #expect(try XMLLint.validate(text).status == 0)
    let wrong = text.replacing("decision=\"refuse\"", with: "decision=\"peut-être\"")
    #expect(try XMLLint.validate(wrong).status == 3)
  }

  @Test func `may hold no project at all`() throws {
    let written = try SampleProgramme.written([])
    let report = try SampleProgramme.validated(written.text)
    #expect(report.findings == [])
    #expect(report.totals.projects == 0)
    #expect(try XMLLint.validate(written.text).status == 0)
  }

  @Test(arguments: [1, 7, 64, 100_000])
  func `is read alike whatever the pieces`(size: Int) throws {
    let text = try SampleProgramme.written([SampleProgramme.project()]).text
    let report = try SampleProgramme.validated(text, piece: size)
    #expect(report.findings == [])
    #expect(report.totals.projects == 1)
  }

  @Test(
    arguments: [
      ("a & b", "a &amp; b"), ("<b>", "&lt;b&gt;"), ("dit \"oui\"", "dit &quot;oui&quot;"),
      ("l'œuvre d’été ÿ", "l'œuvre d’été ÿ"), ("un\ndeux\ttrois", "un\ndeux\ttrois"),
      ("fin\r\n", "fin&#13;\n"), ("]]>", "]]&gt;"), ("\u{FFFD} \u{1F600}", "\u{FFFD} \u{1F600}"),
    ])
  func `escapes what XML reserves`(title: String, expected: String) throws {
    var project = try SampleProgramme.project()
    project.title = title
    let text = try SampleProgramme.written([project]).text
    #expect(text.contains("<titre>\(expected)</titre>"))
    #expect(try SampleProgramme.validated(text).findings == [])
    #expect(try XMLLint.validate(text).status == 0)
  }

  @Test func `keeps line ends inside attributes`() throws {
    var project = try SampleProgramme.project()
    project.indicators = [ProgrammeIndicator(label: "L", target: "a\nb\tc\rd")]
    let text = try SampleProgramme.written([project]).text
    #expect(text.contains(" cible=\"a&#10;b&#9;c&#13;d\""))
  }

  @Test(arguments: [0x00, 0x01, 0x08, 0x0B, 0x0C, 0x1F, 0xFFFE, 0xFFFF] as [UInt32])
  func `never holds a character that XML forbids`(number: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(number))
    var project = try SampleProgramme.project()
    project.title = "avant\(Character(scalar))après"
    #expect(
      throws: ProgrammeUnwritable.illegalCharacter(
        project: "2026-0001", field: "titre", scalar: number)
    ) { try SampleProgramme.written([project]) }
  }

  @Test(
    arguments: [
      (1, "0.01"), (10, "0.10"), (100, "1.00"), (123_456, "1234.56"),
      (9_000_000_000_000_000, "90000000000000.00"),
    ] as [(Int64, String)])
  func `writes amounts in euros with two decimals`(cents: Int64, expected: String) throws {
    var project = try SampleProgramme.refusedProject()
    (project.cost, project.requested) = (Cents(cents), Cents(cents))
    let written = try SampleProgramme.written([project])
    #expect(written.text.contains("<montants cout=\"\(expected)\" demande=\"\(expected)\""))
    let report = try SampleProgramme.validated(written.text)
    #expect(report.findings == [])
    #expect(report.totals.requested == Cents(cents))
    #expect(try XMLLint.validate(written.text).status == 0)
  }

  @Test func `is the same through a thread of its own`() throws {
    let validation = try BackgroundValidation(
      schema: try SampleProgramme.schema(), file: "essai.xml")
    let writer = ProgrammeXMLWriter { validation.feed($0) }
    try writer.begin(
      try SampleProgramme.header(), purses: SampleProgramme.purses,
      objectives: SampleProgramme.objectives)
    for order in 1000..<2500 { try writer.append(try SampleProgramme.project("2026-\(order)")) }
    let totals = try writer.finish()
    let report = validation.finish()
    #expect(report.findings == [])
    #expect(report.totals == totals)
    #expect(report.totals.projects == 1500)
  }

  private func expectedTotals(
    projects: Int, retained: Int, requested: Cents, granted: Cents
  ) -> ProgrammeTotals {
    var totals = ProgrammeTotals(purses: [])
    (totals.projects, totals.retained) = (projects, retained)
    (totals.requested, totals.granted) = (requested, granted)
    totals.purses = [
      ProgrammeTotals.Purse(
        id: "ETAT-PV", requested: Cents(euros: 5_000), granted: Cents(400_050)),
      ProgrammeTotals.Purse(id: "CAF", requested: Cents(euros: 3_000), granted: Cents(250_000)),
    ]
    return totals
  }
}

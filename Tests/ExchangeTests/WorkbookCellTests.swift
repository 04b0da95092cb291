import Contract
import Forms
import TestKit
import Testing
import Vocabulary

@testable import Exchange

@Suite struct `A cell of a workbook` {
  @Test(arguments: [
    ("1200", 0, "1200"), ("1234.5", 0, "1234.5"), ("1234.50", 0, "1234.5"), ("0", 0, "0"),
    ("-0", 0, "0"), ("+5", 0, "5"), ("-12.30", 0, "-12.3"), (".5", 0, "0.5"), ("5.", 0, "5"),
    ("007", 0, "7"), ("1.2E+15", 0, "1200000000000000"), ("1.25e2", 0, "125"),
    ("125E-2", 0, "1.25"),
    ("1E-3", 0, "0.001"), ("0.75", 2, "75"), ("0.375", 2, "37.5"), ("1", 2, "100"), ("0", 2, "0"),
    ("0.07", 2, "7"), ("0.28999999999999998", 2, "29"), ("1234.5600000000001", 0, "1234.56"),
    ("0.1234567890123456", 0, "0.123456789012346"), ("999999999999.9999", 0, "1000000000000"),
    ("99999999999999.96", 0, "100000000000000"), ("123456789012345678", 0, "123456789012345678"),
    ("9E29", 0, "900000000000000000000000000000"),
  ])
  func `gives its number as text`(written: String, shift: Int, plain: String) {
    #expect(DecimalText.plain(written, shift: shift) == plain)
  }

  @Test(arguments: [
    "", "NaN", "INF", "-INF", "1,5", "1 200", "0x10", "1e", "e5", ".", "-", "1.2.3", "1e99999",
    "1e40",
    "1e-40", "--1", "1e+-5", String(repeating: "9", count: 401),
  ])
  func `is no number that can be read`(written: String) {
    #expect(DecimalText.plain(written) == nil)
  }

  @Test(arguments: [
    ("999999999999999", true), ("9999999999999.99", true), ("1000000000000000", true),
    ("99999999999999.99", false), ("1234567890123456", false), ("0.000000000000001", true),
  ])
  func `holds fifteen digits`(text: String, isExact: Bool) {
    #expect(DecimalText.isExact(text) == isExact)
  }

  static let values: [(attributes: String, text: String, answer: String)] = [
    ("office:value-type=\"float\" office:value=\"1234.5\"", "1 234,50", "1234.5"),
    ("office:value-type=\"float\" office:value=\"2.5E+5\"", "250 000", "250000"),
    ("office:value-type=\"percentage\" office:value=\"0.75\"", "75 %", "75"),
    (
      "office:value-type=\"currency\" office:currency=\"EUR\" office:value=\"12.05\"", "12,05 €",
      "12.05"
    ),
    ("office:value-type=\"boolean\" office:boolean-value=\"true\"", "VRAI", "oui"),
    ("office:value-type=\"boolean\" office:boolean-value=\"false\"", "FAUX", "non"),
    ("office:value-type=\"date\" office:date-value=\"2016-03-01\"", "01/03/16", "2016-03-01"),
    (
      "office:value-type=\"date\" office:date-value=\"2016-03-01T00:00:00\"", "01/03/16",
      "2016-03-01"
    ),
    (
      "office:value-type=\"date\" office:date-value=\"2016-03-01T00:00:00.000Z\"", "01/03/16",
      "2016-03-01"
    ),
    ("office:value-type=\"string\"", "=1+1", "=1+1"),
    ("office:value-type=\"string\" office:string-value=\"a &amp;  b\"", "autre", "a &  b"),
    ("office:value-type=\"string\" office:string-value=\"&amp;#38;\"", "autre", "&#38;"),
    ("", "sans type", "sans type"),
  ]

  @Test(arguments: values.indices)
  func `is read by its type`(index: Int) throws {
    let value = Self.values[index]
    let read = try WorkbookKit.read(
      WorkbookKit.answer(
        "projet.titre",
        "<table:table-cell \(value.attributes)><text:p>\(value.text)</text:p></table:table-cell>"))
    #expect(read.findings == [])
    #expect(read.node["projet"]?["titre"]?.text == value.answer)
  }

  static let faults: [(attributes: String, fault: CellFault)] = [
    (
      "table:formula=\"of:=SUM([.A1:.A9])+1\" office:value-type=\"float\" office:value=\"3\"",
      .formula("=SUM(A1:A9)+1")
    ),
    (
      "table:formula=\"of:=&quot;&quot;\" office:value-type=\"string\" office:string-value=\"\"",
      .formula("=\"\"")
    ),
    (
      "table:formula=\"of:=#REF!\" office:value-type=\"string\" calcext:value-type=\"error\"",
      .formula("=#REF!")
    ),
    ("office:value-type=\"string\" calcext:value-type=\"error\"", .error("vu")),
    ("office:value-type=\"time\" office:time-value=\"PT12H30M00S\"", .time),
    (
      "office:value-type=\"date\" office:date-value=\"2016-03-01T12:30:00\"",
      .moment("2016-03-01T12:30:00")
    ),
    ("office:value-type=\"float\" office:value=\"1E+40\"", .number("1E+40")),
    ("office:value-type=\"float\" office:value=\"NaN\"", .number("NaN")),
    ("office:value-type=\"float\"", .number("vu")),
    ("office:value-type=\"void\"", .unknownType("void")),
  ]

  @Test func `that is no answer is refused, and so are all the others`() throws {
    let rows = Self.faults.indices.map { index in
      WorkbookKit.answer(
        "projet.f\(index)",
        "<table:table-cell \(Self.faults[index].attributes)><text:p>vu</text:p></table:table-cell>")
    }
    let read = try WorkbookKit.read(rows.joined())
    #expect(read.node["projet"]?.entries?.allSatisfy(\.value.isEmpty) == true)
    #expect(
      read.findings
        == Self.faults.enumerated().map { index, entry in
          Finding(
            code: entry.fault.code, family: .malformed,
            place: Finding.Place(file: "f.ods", line: index + 2, field: "projet.f\(index)"),
            message: entry.fault.message(cell: "C\(index + 2)", sheet: "Essai"),
            remedy: entry.fault.remedy, source: .workbookFormat)
        })
    #expect(
      read.findings.first?.message
        == "La cellule C2 de la feuille « Essai » contient une formule (=SUM(A1:A9)+1).")
  }

  @Test(arguments: [
    ("<text:p>a</text:p><text:p>b</text:p>", "a\nb"),
    ("<text:p>a</text:p><text:p/><text:p>b</text:p>", "a\n\nb"),
    ("<text:p>a<text:s/><text:s text:c=\"2\"/>b</text:p>", "a   b"),
    ("<text:p>a <text:span> b</text:span></text:p>", "a  b"),
    ("<text:p>  a   b</text:p>", "  a   b"),
    ("<text:p>a\r\n  b\n\n<text:span>c</text:span></text:p>", "a b c"),
    ("<text:p>a<text:tab/>b\tc<text:line-break/>d</text:p>", "a\tb\tc\nd"),
    ("<text:p>l’<text:a>ici</text:a> &amp; là &lt;</text:p>", "l’ici & là <"),
    ("<text:p><![CDATA[<a>]]></text:p>", "<a>"),
    (
      "<office:annotation><dc:date>2016</dc:date><text:p>note</text:p></office:annotation><text:p>a</text:p>",
      "a"
    ),
    ("<text:p>a</text:p><office:annotation><text:p>note</text:p></office:annotation>", "a"),
    ("<text:p>a<text:note><text:p>note</text:p></text:note>b</text:p>", "ab"),
    (
      "<table:table><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table><text:p>a</text:p>",
      "a"
    ),
  ])
  func `holds the words people see`(inside: String, text: String) throws {
    let read = try WorkbookKit.read(
      WorkbookKit.answer(
        "projet.titre",
        "<table:table-cell office:value-type=\"string\">\(inside)</table:table-cell>"))
    #expect(read.findings == [])
    #expect(read.node["projet"]?["titre"]?.text == text)
  }

  @Test(arguments: [(0, "A"), (2, "C"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
  func `has the address that spreadsheets show`(column: Int, letters: String) {
    #expect(GridCell.address(column: column, row: 12) == "\(letters)12")
  }
}

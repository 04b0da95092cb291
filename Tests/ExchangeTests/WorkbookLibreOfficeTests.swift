import Contract
import Forms
import TestKit
import Testing
import Vocabulary

@testable import Exchange

@Suite(.serialized) struct `LibreOffice` {
  /// What the spreadsheet itself alters: a line that begins with a tabulation, a line separator.
  private static func isAltered(_ text: String) -> Bool {
    text.contains("\u{2028}") || text.contains("\n\t")
  }

  @Test func `saves a dossier again without changing an answer`() throws {
    let office = try WorkbookLibreOffice()
    let chart = try Territory.lensLievin.chart
    var forms = RandomForm(seed: 1, longest: 8000)
    var all = [try WorkbookKit.sportsClub(), WorkbookKit.blank()]
    for _ in 0..<6 {
      all.append(
        forms.next(try WorkbookKit.edition(), chart: chart, without: Self.isAltered))
    }
    for form in all {
      let saved = try office.saved(
        try WorkbookKit.written(form, choices: `A workbook that is written`.choices))
      let read = try DossierWorkbook.read(saved)
      #expect(read.findings == [])
      let back = try WorkbookKit.filled(read.node).filled
      for field in form.answeredFields.sorted() { #expect(back[field] == form[field]) }
      #expect(back == form)
    }
  }

  @Test(arguments: [
    ("1234.56", "9999999.99"), ("0.3", "0.1"), ("1200", "1000"),
  ])
  func `finds the gap that cents give`(product: String, charge: String) throws {
    var form = try WorkbookKit.sportsClub()
    form["budget.charges"] = .accounts(["601": charge, "641": "0.2"])
    form["budget.produits"] = .accounts(["756": product, "propres": "10.10"])
    form["financement.demandes"] = .rows([["financeur": "CAF", "montant": "1500.07"]])
    form["financement.acquis"] = .rows([
      ["organisme": "X", "montant": "20.01", "date": "2016-01-01"]
    ])
    let normal = try WorkbookKit.filled(form.node(of: try WorkbookKit.edition())).filled
    let gap =
      try Cents(typed: charge) + Cents(20)
      - [try Cents(typed: product), Cents(1010), Cents(150_007), Cents(2001)].total()
    // What the file says of its formulas is wrong on purpose.
    let wrong = try WorkbookKit.edited(try WorkbookKit.written(normal)) {
      $0.replacing(#/(table:formula="[^"]*" office:value-type="float" office:value=")[^"]*"/#) {
        "\($0.output.1)777\""
      }
    }
    let rows = try csv(of: wrong, sheet: try WorkbookKit.sheet("budget"))
    let row = try #require(rows.first { $0.fields.contains("Écart : charges moins tout le reste") })
    #expect(try Self.cents(row.fields[2]) == gap)
    let missing = gap > .zero ? "en produits" : "en charges"
    #expect(row.fields[3].hasPrefix("Il manque ") && row.fields[3].hasSuffix(" € \(missing)"))
    let head = try csv(of: wrong, sheet: try WorkbookKit.sheet("financement"))[1]
    #expect(head.fields.contains(row.fields[3]))
  }

  @Test func `sees a balanced budget as balanced`() throws {
    let rows = try csv(
      of: try WorkbookKit.written(try WorkbookKit.sportsClub()),
      sheet: try WorkbookKit.sheet("budget"))
    #expect(rows[1].fields.contains("Équilibré"))
    let gap = rows.first { $0.fields.contains("Écart : charges moins tout le reste") }
    #expect(try Self.cents(try #require(gap).fields[2]) == .zero)
    #expect(rows.contains { $0.fields.contains("Les comptes 86 et 87 sont égaux") })
  }

  /// A sheet as shown, once every formula is computed again.
  private func csv(of bytes: [UInt8], sheet: String) throws -> [CSVRow] {
    // Comma, double quotes, UTF-8, from row 1, as shown, every sheet in a file of its own.
    let files = try WorkbookLibreOffice().convert(
      bytes, to: "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1")
    let file = try #require(files["classeur-\(sheet).csv"])
    var reader = CSVReader(file, file: sheet)
    return try reader.remainingRows()
  }

  /// An amount as shown: `-1 234,50`.
  private static func cents(_ text: String) throws -> Cents {
    let isNegative = text.hasPrefix("-")
    let amount = try Cents(typed: isNegative ? String(text.dropFirst()) : text)
    return isNegative ? -amount : amount
  }
}

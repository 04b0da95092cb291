import Exchange
import Testing
import Vocabulary

@Suite struct `A CSV table` {
  @Test func `quotes only what needs it and ends lines as the RFC says`() {
    var table = TableCSV(header: ["numero", "titre"])
    table.append(["2026-0001", "Sport, santé"])
    table.append(["2026-0002", "dit \"oui\""])
    table.append(["", "deux\nlignes"])
    #expect(
      table.text
        == "numero,titre\r\n2026-0001,\"Sport, santé\"\r\n2026-0002,\"dit \"\"oui\"\"\"\r\n"
        + ",\"deux\nlignes\"\r\n")
  }

  @Test func `gives back the fields it was given`() throws {
    let fields = ["a", "", "é,è", "\"", "x\r\ny", " bord ", "l’œuvre"]
    var table = TableCSV(header: fields)
    table.append(fields.reversed())
    var reader = CSVReader(Array(table.text.utf8), file: "t.csv")
    #expect(try reader.remainingRows().map(\.fields) == [fields, fields.reversed()])
  }

  @Test func `keeps a row of one empty field`() throws {
    var table = TableCSV(header: ["seul"])
    table.append([""])
    var reader = CSVReader(Array(table.text.utf8), file: "t.csv")
    #expect(try reader.remainingRows().map(\.fields) == [["seul"], [""]])
  }
}

@Suite struct `A CSV file` {
  @Test(
    arguments: [
      ("", []),
      ("\r\n\n", []),
      ("a,b", [CSVRow(line: 1, fields: ["a", "b"])]),
      ("\u{FEFF}a,b\r\n", [CSVRow(line: 1, fields: ["a", "b"])]),
      (",\n", [CSVRow(line: 1, fields: ["", ""])]),
      (
        "a\n\n\"b\nc\"\nd",
        [
          CSVRow(line: 1, fields: ["a"]), CSVRow(line: 3, fields: ["b\nc"]),
          CSVRow(line: 5, fields: ["d"]),
        ]
      ),
    ] as [(String, [CSVRow])])
  func `is read with its line numbers`(text: String, expected: [CSVRow]) throws {
    var reader = CSVReader(Array(text.utf8), file: "lot.csv")
    #expect(try reader.remainingRows() == expected)
  }

  @Test(
    arguments: [
      (Array("a\nb\"c".utf8), "csv_guillemet", 2),
      (Array("\"a\"b".utf8), "csv_suite_de_guillemet", 1),
      (Array("x\n\"a\nb".utf8), "csv_guillemet_ouvert", 2),
      (Array("a\rb\n".utf8), "csv_retour", 1),
      (Array("a\n".utf8) + [0xE9], "csv_encodage", 2),
      ([0x61, 0x00], "csv_encodage", 1),
      (Array(String(repeating: "a", count: 65_537).utf8), "csv_champ_trop_long", 1),
      (Array("\"\(String(repeating: "a", count: 65_537))\"".utf8), "csv_champ_trop_long", 1),
      (Array(String(repeating: ",", count: 256).utf8), "csv_trop_de_champs", 1),
    ] as [([UInt8], String, Int)])
  func `is refused at its line`(bytes: [UInt8], code: String, line: Int) throws {
    var reader = CSVReader(bytes, file: "lot.csv")
    let refusal = #expect(throws: Refusal.self) { try reader.remainingRows() }
    #expect(refusal?.findings.map(\.code) == [code])
    #expect(refusal?.findings.map(\.place) == [Finding.Place(file: "lot.csv", line: line)])
  }

  @Test(arguments: [65_536])
  func `may hold fields up to the bound`(size: Int) throws {
    let field = String(repeating: "a", count: size)
    let row = Array(repeating: "", count: 255) + [field]
    var reader = CSVReader(Array(row.joined(separator: ",").utf8), file: "lot.csv")
    #expect(try reader.next() == CSVRow(line: 1, fields: row))
  }
}

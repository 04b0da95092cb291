import Foundation
import TestKit
import Testing
import Vocabulary

/// One labelled line of `fixtures/identifiants/cas.csv`.
struct IdentifierCase: Sendable, CustomTestStringConvertible {
  let kind: String
  let value: String
  let isValid: Bool
  let why: String

  var testDescription: String { "\(kind) « \(value) » : \(why)" }

  static func all() throws -> [IdentifierCase] {
    let bytes = try ProjectRoot.data("fixtures/identifiants/cas.csv")
    let records = CommaSeparatedLines(String(decoding: bytes, as: UTF8.self)).records
    try #require(records.first == ["kind", "value", "valid", "why"])
    return try records.dropFirst().map { record in
      try #require(record.count == 4 && ["true", "false"].contains(record[2]), "\(record)")
      let isValid = record[2] == "true"
      return IdentifierCase(kind: record[0], value: record[1], isValid: isValid, why: record[3])
    }
  }
}

@Suite struct `The labelled identifiers` {
  @Test(arguments: try IdentifierCase.all())
  func `are judged as their label says`(labelled: IdentifierCase) throws {
    let kind = try #require(IdentifierKind(rawValue: labelled.kind))
    let isAccepted = (try? kind.normalized(labelled.value)) != nil
    #expect(isAccepted == labelled.isValid, "\(labelled.why)")
  }

  @Test func `are all read, quoted reasons included`() throws {
    let cases = try IdentifierCase.all()
    #expect(cases.count == 108)
    #expect(cases.contains { $0.why == "Banque de France, 11 characters" })
  }
}

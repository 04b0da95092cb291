import Exchange
import Foundation
import FoundationXML
import TestKit
import Testing
import Vocabulary

@Suite struct `The schema of a dossier` {
  private static func nodes(_ path: String) throws -> [XMLNode] {
    try XMLDocument(data: ProjectRoot.data(DepositSample.schemaName)).nodes(forXPath: path)
  }

  @Test func `documents every name it publishes`() throws {
    let kinds = ["element", "attribute", "complexType", "simpleType", "unique"]
    var counts: [String: Int] = [:]
    for kind in kinds {
      for node in try Self.nodes("//*[local-name()='\(kind)']") {
        let words = try node.nodes(
          forXPath: "*[local-name()='annotation']/*[local-name()='documentation']")
        let text = words.compactMap(\.stringValue).joined()
        #expect(!text.isEmpty, "\(kind) \(node.xPath ?? "")")
        counts[kind, default: 0] += 1
      }
    }
    #expect(
      counts == [
        "element": 10, "attribute": 9, "complexType": 8, "simpleType": 4, "unique": 4,
      ])
  }

  @Test func `is explained by a page whose examples are what is written and read`() throws {
    let page = String(decoding: try ProjectRoot.data("docs/formats/depot-xml.md"), as: UTF8.self)
    let example = try DepositSample.text()
    let several = DepositSample.several([example])
    #expect(page.contains("```xml\n\(example)```\n"), "\(example)")
    let blocks = page.components(separatedBy: "```xml\n").dropFirst().compactMap {
      $0.components(separatedBy: "```\n").first
    }
    #expect(blocks.count == 2)
    for block in blocks {
      #expect(try XMLLint.validate(block, schema: DepositSample.schemaName).status == 0)
      let reading = try DepositSample.reading(block)
      #expect(reading.documentCodes + reading.codes.joined() == [])
    }
    #expect(try XMLLint.validate(several, schema: DepositSample.schemaName).status == 0)
  }

  @Test func `has each of its elements and attributes explained in the page`() throws {
    let page = String(decoding: try ProjectRoot.data("docs/formats/depot-xml.md"), as: UTF8.self)
    let names = try Self.nodes(
      "//*[local-name()='element' or local-name()='attribute']/@name"
    ).compactMap(\.stringValue)
    #expect(Set(names.filter { !page.contains("`\($0)`") }) == [])
  }
}

import Exchange
import Foundation
import FoundationXML
import TestKit
import Testing
import Vocabulary

@Suite struct `The schema of a programme` {
  @Test func `documents every name it publishes`() throws {
    let schema = try XMLDocument(data: ProjectRoot.data("schemas/programmation-1.0.xsd"))
    let kinds = ["element", "attribute", "complexType", "simpleType", "enumeration", "key"]
    var counts: [String: Int] = [:]
    for kind in kinds {
      for node in try schema.nodes(forXPath: "//*[local-name()='\(kind)']") {
        let words = try node.nodes(
          forXPath: "*[local-name()='annotation']/*[local-name()='documentation']")
        let text = words.compactMap(\.stringValue).joined()
        #expect(!text.isEmpty, "\(kind) \(node.xPath ?? "")")
        counts[kind, default: 0] += 1
      }
    }
    #expect(
      counts == [
        "element": 37, "attribute": 45, "complexType": 24, "simpleType": 18, "enumeration": 15,
        "key": 2,
      ])
  }

  @Test func `says why it cannot be compiled`() throws {
    let wrong = Array("<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"><x/>".utf8)
    let refusal = #expect(throws: Refusal.self) {
      try CompiledSchema(xsd: wrong, name: "faux.xsd")
    }
    #expect(refusal?.findings.first?.code == "schema_illisible")
    #expect(refusal?.findings.first?.place == Finding.Place(file: "faux.xsd", line: 1))
    let unfinished = #expect(throws: Refusal.self) {
      try CompiledSchema(xsd: Array("<xs:schema>".utf8), name: "faux.xsd")
    }
    #expect(unfinished?.findings.first?.message.contains("unknown error") == false)
  }

  @Test func `is explained by a page whose example is what the writer writes`() throws {
    let page = String(
      decoding: try ProjectRoot.data("docs/formats/programmation-xml.md"), as: UTF8.self)
    let example = try SampleProgramme.written([
      SampleProgramme.project(), SampleProgramme.refusedProject(),
    ]).text
    #expect(page.contains("```xml\n\(example)```\n"))
  }

  @Test func `has each of its elements explained in the page`() throws {
    let page = String(
      decoding: try ProjectRoot.data("docs/formats/programmation-xml.md"), as: UTF8.self)
    let schema = try XMLDocument(data: ProjectRoot.data("schemas/programmation-1.0.xsd"))
    let names = try schema.nodes(
      forXPath: "//*[local-name()='element' or local-name()='attribute']/@name"
    ).compactMap(\.stringValue)
    #expect(Set(names.filter { !page.contains("`\($0)`") }) == [])
  }
}

import Exchange
import Foundation
import Testing
import Vocabulary

@Suite struct `The memory of an export` {
  @Test func `does not grow with the number of projects`() async {
    // In a process of its own: the other tests would count too.
    await #expect(processExitsWith: .success) {
      try Self.export(1_000)
      let before = try Self.peakKilobytes()
      try Self.export(10_000)
      let growth = try Self.peakKilobytes() - before
      // Ten thousand projects are more than 10 MB of XML.
      #expect(growth < 2_000)
    }
  }

  private static func export(_ count: Int) throws {
    var size = 0
    let validator = try ProgrammeValidator(schema: try SampleProgramme.schema(), file: "essai.xml")
    let writer = ProgrammeXMLWriter { bytes in
      size += bytes.count
      validator.feed(bytes)
    }
    try writer.begin(
      try SampleProgramme.header(), purses: SampleProgramme.purses,
      objectives: SampleProgramme.objectives)
    var project = try SampleProgramme.project()
    for order in 10_000..<(10_000 + count) {
      project.number = "2026-\(order)"
      try writer.append(project)
    }
    _ = try writer.finish()
    #expect(size > count * 1_000)
    let report = validator.finish()
    #expect(report.findings == [])
    #expect(report.totals.projects == count)
  }

  private static func peakKilobytes() throws -> Int {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
    return try #require(Int(line.filter(\.isNumber)))
  }
}

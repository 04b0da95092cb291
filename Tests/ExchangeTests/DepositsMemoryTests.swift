import Contract
import Exchange
import Foundation
import Testing
import Vocabulary

@Suite struct `The memory of a reading` {
  @Test func `does not grow with the number of dossiers`() async {
    // In a process of its own: the other tests would count too.
    await #expect(processExitsWith: .success) {
      try Self.read(500)
      let before = try Self.peakKilobytes()
      try Self.read(6_000)
      let growth = try Self.peakKilobytes() - before
      #expect(growth < 2_000)
    }
  }

  /// Every other dossier is refused by the schema: refusals must be let go too.
  private static func read(_ count: Int) throws {
    let right = try DepositSample.text().split(separator: "\n").dropFirst().joined(separator: "\n")
    let dossiers = [right, right.replacing("compte=\"601\"", with: "compte=\"641\"")]
      .map { Array($0.utf8) }
    var refused = 0
    let reader = try DepositsXMLReader(schema: try DepositSample.schema(), file: "essai.xml") {
      if $0.node == nil { refused += 1 }
    }
    try Array("<depots xmlns=\"urn:aap:depot:1\" version=\"1.0\">".utf8)
      .withUnsafeBytes { try reader.feed($0) }
    for index in 0..<count { try dossiers[index % 2].withUnsafeBytes { try reader.feed($0) } }
    try Array("</depots>".utf8).withUnsafeBytes { try reader.feed($0) }
    let report = try reader.finish()
    #expect(report == DepositsReport(count: count, isSingle: false, findings: []))
    #expect(refused == count / 2)
  }

  private static func peakKilobytes() throws -> Int {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
    return try #require(Int(line.filter(\.isNumber)))
  }
}

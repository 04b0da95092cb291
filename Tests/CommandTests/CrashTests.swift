import Foundation
import TestKit
import Testing

@Suite struct `A killed import` {
  /// Small files, each a dossier of its own: one transaction each.
  private func files(_ count: Int, in base: TrainingBase) throws -> [String] {
    let text = try String(contentsOfFile: TrainingBase.sound, encoding: .utf8)
    return try (1...count).map { index in
      let varied = text.replacing(
        "titre: Une charte", with: "titre: \(index), une charte", maxReplacements: 1)
      #expect(varied != text)
      return try base.folder.write(varied, to: "d\(index).yaml")
    }
  }

  @Test func `never loses a receipt that it gave`() throws {
    let deaths = ProcessInfo.processInfo.environment["AAP_MORTS"].flatMap { Int($0) } ?? 10
    let base = try TrainingBase()
    let files = try files(60, in: base)
    var given: [String: String] = [:]
    var killed = 0
    for round in 0..<deaths {
      let running = try Program.start(
        ["dossier", "importer"] + files + ["--format", "csv"], environment: base.environment,
        in: base.folder.path)
      // Killed after a first few receipts, never the same number, long before the last file.
      let enough = 2 + round * 7 % 37
      while running.process.isRunning, running.output.count(where: \.isNewline) < enough {
        Thread.sleep(forTimeInterval: 0.001)
      }
      kill(running.process.processIdentifier, SIGKILL)
      let outcome = running.finish()
      killed += outcome.wasKilled ? 1 : 0
      for (place, receipt) in receipts(in: outcome.output) {
        #expect(given[place, default: receipt] == receipt, "a receipt changed")
        given[place] = receipt
      }
      let kept = Set(try base.deposited())
      #expect(given.values.allSatisfy { kept.contains(String($0.prefix(9))) }, "round \(round)")
    }
    #expect(killed > deaths / 2, "the kills came too late to prove anything")
    #expect(given.count >= min(deaths, 30), "the imports gave too few receipts to prove anything")
    try base.expect(0, "verifier")
    try base.expect(0, ["dossier", "importer"] + files)
    #expect(try base.deposited() == (1...60).map { String(format: "2026-%04d", $0) })
    try base.expect(0, "verifier")
  }

  /// What the complete lines of a report acknowledge: number and fingerprint, by file.
  private func receipts(in output: String) -> [String: String] {
    guard let end = output.lastIndex(where: \.isNewline) else { return [:] }
    let lines = output[...end].split(whereSeparator: \.isNewline).dropFirst()
    return lines.reduce(into: [:]) { receipts, line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      receipts[String(cells[0])] = "\(cells[1]) \(cells[2])"
    }
  }
}

@Suite struct `Two deposits at once` {
  @Test func `are both received, under two numbers`() throws {
    let base = try TrainingBase()
    let running = try [
      "01-rouvroy-charte-de-proximite.yaml", "03-observatoire-par-les-habitants.yaml",
      "04-plaine-du-7-pacte-jeunesse.yaml", "06-noumea-gare-aux-idees.yaml",
    ].map {
      try Program.start(
        ["dossier", "deposer", TrainingBase.season($0), "--format", "json"],
        environment: base.environment, in: base.folder.path)
    }
    let outcomes = running.map { $0.finish() }
    #expect(outcomes.map(\.code) == [0, 0, 0, 0])
    let numbers = try outcomes.map {
      try #require((try $0.json() as? [[String: Any]])?.first?["numero"] as? String)
    }
    #expect(numbers.sorted() == ["2026-0001", "2026-0002", "2026-0003", "2026-0004"])
    #expect(try base.deposited() == numbers.sorted())
    try base.expect(0, "verifier")
  }
}

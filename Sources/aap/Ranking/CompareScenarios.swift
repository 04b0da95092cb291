import Allocation
import ArgumentParser
import Desk
import Vocabulary

extension ScenarioOptions {
  /// Compares an instance with the scenarios of the file, and prints or draws what they change.
  ///
  /// - Parameters:
  ///   - problem: the base.
  ///   - name: what readers call it.
  ///   - strategy: that of the base, and of the scenarios that name none.
  ///   - output: how to print.
  /// - Throws: `Refusal` when the file cannot be applied; exit code 1 when a result is infeasible.
  func compare(
    _ problem: Instance, named name: String, _ strategy: Strategy, _ output: FormatOptions
  ) throws {
    guard let path = scenarios else { return }
    let set = try AAP.Simulate.named(path) { try ScenarioSet(json: $0) }
    var progress = Progress("calculs faits")
    let comparison: Comparison
    do {
      comparison = try Comparison(of: set, on: problem, strategy: strategy) { progress.advance() }
    } catch {
      throw Refusal(error.findings.map { $0.inFile(path) })
    }
    if let html {
      let page = try Desk.page(of: comparison, on: name, resources: try Shell.resources())
      try Desk.write(page, to: html)
    }
    let done = html.map { "Page écrite dans « \($0) »." }
    switch output.format {
    case .json: Output.result(comparison.json, done: done)
    case .csv: output.show(Listing(comparison: comparison), done: done)
    case .table: Output.result(Self.tables(of: comparison), done: done)
    }
    if let done { Output.message(done) }
    try conclude(comparison)
  }

  private static func tables(of comparison: Comparison) -> String {
    TitledListing.all(of: comparison).map { table in
      let note = table.note.map { "\($0)\n" } ?? ""
      return "\(table.title.uppercased())\n\(note)\(table.listing.text(as: .table))"
    }.joined(separator: "\n")
  }

  private func conclude(_ comparison: Comparison) throws {
    if !comparison.uncountedDistricts.isEmpty {
      Output.message(
        "Habitants inconnus, quartiers laissés hors des euros par habitant : "
          + "\(comparison.uncountedDistricts.joined(separator: ", ")).")
    }
    let base = comparison.base.outcome
    Output.message(
      "Base : \(FrenchNumber.count(base.retainedCount, "projet retenu", "projets retenus")), "
        + "\(base.granted.french) ; "
        + "\(FrenchNumber.count(comparison.variants.count, "scénario comparé", "scénarios comparés"))."
    )
    let infeasible = comparison.results.filter { $0.outcome.status == .infeasible }
    guard !infeasible.isEmpty else { return }
    Output.message("Infaisable : \(infeasible.map(\.name).joined(separator: ", ")).")
    throw ExitCode(1)
  }
}

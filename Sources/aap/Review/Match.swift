import ArgumentParser
import Desk
import Store
import Vocabulary

extension AAP {
  /// Objectives and co-funders of a project, explained.
  struct Match: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "correspondance",
      abstract: "Rapproche un projet des objectifs et des financeurs possibles, en l’expliquant.")
    @Argument(help: "Numéro du dossier, par exemple 2016-0001.")
    var numero: String?
    @Option(
      help: ArgumentHelp("Fichier de projets, un objet JSON par ligne.", valueName: "fichier"))
    var lot: String?
    @OptionGroup var base: BaseOptions
    @OptionGroup var output: FormatOptions

    func validate() throws {
      guard (numero == nil) != (lot == nil) else {
        throw ValidationError("Donnez un numéro de dossier, ou --lot FICHIER.jsonl.")
      }
    }

    func run() throws {
      let desk = try base.desk()
      if let lot { return try runBatch(lot, desk) }
      let match = try desk.match(try NumberArgument.read(numero ?? ""))
      switch output.format {
      case .json: Output.result(match.json + "\n")
      case .table, .csv:
        let isForPeople = output.format == .table
        output.show(
          Listing(objectives: match, desk.base.reference, limit: isForPeople ? 5 : .max))
        Output.result("\n")
        output.show(Listing(funders: match, onlyUseful: isForPeople))
      }
    }

    private func runBatch(_ path: String, _ desk: Desk) throws {
      let refused = try desk.matchBatch(path) { findings in
        if !findings.isEmpty { Output.message(FindingText.forPeople(findings)) }
      } result: { line in
        Output.result(line.hasSuffix("\n") ? line : line + "\n")
      }
      guard refused.isEmpty else {
        Output.message(FindingText.forPeople(refused))
        throw ExitCode(FindingText.exitCode(for: refused))
      }
    }
  }
}

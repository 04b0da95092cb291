import ArgumentParser
import Desk
import Dossiers
import Matching
import Store
import Vocabulary

extension AAP {
  /// Objectives and co-funders of a project, explained.
  struct Match: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "correspondance",
      abstract: "Rapproche un projet des objectifs et des financeurs possibles, en l’expliquant.",
      subcommands: [Show.self, Learn.self], defaultSubcommand: Show.self)
  }
}

extension AAP.Match {
  /// Matches a dossier, the projects of a file, or measures the matching.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "montrer",
      abstract:
        "Montre les objectifs et les financeurs d’un dossier, ou de chaque projet d’un lot.",
      discussion: """
        --evaluer mesure la correspondance sur des projets dont un lecteur attentif a donné les \
        objectifs : accepté en tête, parmi les trois premiers, rang réciproque moyen, cofinanceurs, \
        confusions. Un cas déjà appris est jugé comme s’il ne l’avait pas été.
        """)
    @Argument(help: "Numéro du dossier, par exemple 2016-0001.")
    var numero: String?
    @Option(
      help: ArgumentHelp("Fichier de projets, un objet JSON par ligne.", valueName: "fichier"))
    var lot: String?
    @Option(
      help: ArgumentHelp(
        "Fichier de projets dont les objectifs sont connus (clé « attendus »).",
        valueName: "fichier"))
    var evaluer: String?
    @Flag(help: "Avec --evaluer : apprend d’abord le fichier, puis juge chaque cas sans lui-même.")
    var apprendre = false
    @Flag(
      name: .customLong("lexique-seul"),
      help: "Avec --evaluer : laisse de côté tout ce qui a été appris.")
    var lexiqueSeul = false
    @Option(
      help: ArgumentHelp(
        "Version du vocabulaire, pour refaire un ancien résultat.", valueName: "n"))
    var vocabulaire: Int?
    @OptionGroup var base: BaseOptions
    @OptionGroup var output: FormatOptions

    func validate() throws {
      guard [numero, lot, evaluer].count(where: { $0 != nil }) == 1 else {
        throw ValidationError(
          "Donnez un numéro de dossier, ou --lot FICHIER.jsonl, ou --evaluer FICHIER.jsonl.")
      }
      guard evaluer != nil || !(apprendre || lexiqueSeul) else {
        throw ValidationError("--apprendre et --lexique-seul vont avec --evaluer.")
      }
      guard vocabulaire == nil || (numero != nil && vocabulaire ?? 0 > 0) else {
        throw ValidationError("--vocabulaire, à partir de 1, va avec un numéro de dossier.")
      }
    }

    func run() throws {
      let desk = try base.desk()
      if let lot { return try runBatch(lot, desk) }
      if let evaluer { return try runEvaluation(evaluer, desk) }
      let match = try desk.match(
        try NumberArgument.read(numero ?? ""), vocabulary: vocabulaire)
      switch output.format {
      case .json: Output.result(match.json + "\n")
      case .table, .csv:
        let isForPeople = output.format == .table
        output.show(
          Listing(objectives: match, desk.base.reference, limit: isForPeople ? 3 : .max))
        Output.result("\n")
        output.show(Listing(funders: match, onlyUseful: isForPeople))
      }
      tell(match)
    }

    private func tell(_ match: ProjectMatch) {
      for doubt in match.doubts { Output.message(doubt.french) }
      if let confirmed = match.confirmed {
        Output.message("Objectif lu par un instructeur : \(confirmed).")
      } else if !match.doubts.isEmpty {
        Output.message(
          "Une fois le dossier lu : aap instruire objectif \(match.number.text) CODE.")
      }
      Output.message("Vocabulaire \(match.vocabulary).")
    }

    private func runBatch(_ path: String, _ desk: Desk) throws {
      let refused = try desk.matchBatch(path) { findings in
        if !findings.isEmpty { Output.message(FindingText.forPeople(findings)) }
      } result: { line in
        Output.result(line.hasSuffix("\n") ? line : line + "\n")
      }
      try tell(refused)
    }

    private func runEvaluation(_ path: String, _ desk: Desk) throws {
      let (evaluation, findings) = try desk.evaluateMatching(
        path, isLearning: apprendre, isAlone: lexiqueSeul)
      let measure = evaluation.measure
      switch output.format {
      case .json: Output.result(measure.json + "\n")
      case .csv: output.show(Listing(measure: measure))
      case .table:
        output.show(Listing(measure: measure))
        if !measure.misses.isEmpty {
          Output.result("\n")
          output.show(Listing(confusions: measure))
          Output.result("\n")
          output.show(Listing(misses: measure))
        }
      }
      Output.message(
        "\(measure.cases) cas"
          + (evaluation.leftOut > 0 ? ", dont \(evaluation.leftOut) jugés sans eux-mêmes" : "")
          + ".")
      try tell(findings)
    }

    private func tell(_ findings: [Finding]) throws {
      guard !findings.isEmpty else { return }
      Output.message(FindingText.forPeople(findings))
      if findings.areBlocking { throw ExitCode(FindingText.exitCode(for: findings)) }
    }
  }

  /// Makes a new version of the words that matching knows.
  struct Learn: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "apprendre",
      abstract:
        "Refait le vocabulaire d’après le lexique et les objectifs lus par les instructeurs.",
      discussion: """
        Chaque version est gardée : un ancien résultat se refait avec --vocabulaire N. Ce qui est appris \
        sont des comptes : combien de dossiers de chaque objectif emploient chaque mot.
        """)
    @Option(
      help: ArgumentHelp(
        "Dossier où prendre un nouveau lexique.yaml ou de nouveaux exemples.jsonl.",
        valueName: "dossier"))
    var depuis: String?
    @OptionGroup var base: BaseOptions
    @OptionGroup var simulation: SimulationOptions

    func run() throws {
      let outcome = try base.desk().learn(from: depuis, isSimulated: simulation.simuler)
      if !outcome.findings.isEmpty { Output.message(FindingText.forPeople(outcome.findings)) }
      let what =
        "\(FrenchNumber.text(outcome.entries)) entrées de lexique, "
        + "\(FrenchNumber.text(outcome.examples)) exemples, "
        + "\(FrenchNumber.text(outcome.readings)) dossiers lus par des instructeurs"
      if simulation.simuler {
        Output.message("[simulation] \(what).")
      } else {
        Output.message(
          outcome.isNew
            ? "Vocabulaire \(outcome.version) : \(what)."
            : "Rien de neuf : le vocabulaire \(outcome.version) reste en vigueur (\(what)).")
      }
    }
  }
}

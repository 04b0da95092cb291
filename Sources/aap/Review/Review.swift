import ArgumentParser
import Desk
import Dossiers
import Store
import Vocabulary

extension AAP {
  /// Instruction of dossiers.
  struct Review: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "instruire",
      abstract: "Juge la recevabilité, demande des compléments, fait noter, termine l’instruction.",
      subcommands: [
        Admissibility.self, Ask.self, Objective.self, Assign.self, Interests.self, Mark.self,
        HandIn.self, Reviews.self, Opinions.self, Finish.self, List.self,
      ])
  }
}

extension AAP.Review {
  /// Judges admissibility.
  struct Admissibility: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "recevabilite",
      abstract: "Juge un dossier, ou tous, selon les règles de recevabilité.")
    @OptionGroup var choice: DossierChoice
    @OptionGroup var base: BaseOptions
    @OptionGroup var output: FormatOptions
    @OptionGroup var simulation: SimulationOptions

    func run() throws {
      let desk = try base.desk()
      let (number, context) = try choice.read(desk)
      var shown: [AdmissibilityRecord] = []
      var inadmissible = 0
      var judged = 0
      var progress = Progress("dossiers jugés")
      try desk.judgeAdmissibility(of: number, in: context, isSimulated: simulation.simuler) {
        record in
        progress.advance()
        judged += 1
        if !record.isAdmissible { inadmissible += 1 }
        if !record.findings.isEmpty || number != nil { shown.append(record) }
      }
      show(shown)
      Output.message(
        "\(simulation.mention)\(judged) dossier(s) jugé(s), \(judged - inadmissible) recevable(s), "
          + "\(inadmissible) irrecevable(s).")
      if inadmissible > 0 { throw ExitCode(1) }
    }

    private func show(_ records: [AdmissibilityRecord]) {
      guard choice.numero != nil, let record = records.first else {
        return output.show(Listing(admissibility: records))
      }
      if output.format == .json {
        Output.result(FindingText.json(record.findings))
      } else {
        Output.message(FindingText.forPeople(record.findings))
      }
    }
  }

  /// Lists dossiers to review.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "lister", abstract: "Liste les dossiers qui attendent un jugement, ou une note.")
    @Flag(name: .customLong("sans-note"), help: "Les dossiers recevables que personne n’a notés.")
    var sansNote = false
    @Option(help: ArgumentHelp("Les dossiers affectés à cet examinateur.", valueName: "id"))
    var examinateur: String?
    @OptionGroup var base: BaseOptions
    @OptionGroup var call: CallOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
      let desk = try base.desk()
      let context = try call.context(desk)
      let lines = try desk.seenDossiersToReview(
        in: context, unmarked: sansNote, reviewer: examinateur)
      output.show(Listing(dossiers: lines))
    }
  }
}

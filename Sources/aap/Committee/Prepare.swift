public import ArgumentParser
import Committee
import Contract
import Desk
import Vocabulary

extension AAP.CommitteeCommands {
  /// Writes what a session is prepared with.
  struct Prepare: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "preparer",
      abstract:
        "Écrit l’ordre du jour, une page par projet, un dossier par financeur et ce qui manque.",
      discussion: """
        Avant l’ouverture, d’après le classement en vigueur ; ensuite, d’après la séance. Le dossier \
        prend son nom une fois complet ; celui d’une préparation précédente est remplacé, tout autre \
        est laissé intact. Un financeur reçoit ce qui concerne ses enveloppes, et rien d’autre.
        """)
    @Option(
      name: [.customShort("o"), .long],
      help: ArgumentHelp("Dossier à écrire.", valueName: "dossier"))
    var sortie: String
    @Option(
      help: ArgumentHelp(
        "Prend les dossiers à la limite de l’argent en tête ou en queue : tete ou queue.",
        valueName: "place"))
    var limites: BorderlinePlace?
    @OptionGroup var base: BaseOptions
    @OptionGroup var call: CallOptions
    @OptionGroup var simulation: SimulationOptions

    func run() throws {
      let desk = try base.desk()
      let prepared = try desk.prepareCommittee(
        to: sortie, borderline: limites, in: try call.context(desk),
        isSimulated: simulation.simuler)
      let dossiers = FrenchNumber.count(
        prepared.dossiers, "dossier à décider", "dossiers à décider")
      let limit = prepared.missing == nil ? "" : ", dont \(prepared.borderline) à la limite"
      Output.message(
        "\(simulation.mention)\(dossiers)\(limit) ; financeurs : "
          + "\(prepared.funders.joined(separator: ", ")).")
      if let missing = prepared.missing { tell(missing) }
      if !simulation.simuler {
        let files = FrenchNumber.count(prepared.files, "fichier écrit", "fichiers écrits")
        Output.message("\(files) dans « \(sortie) ».")
      }
    }

    private func tell(_ missing: MissingFacts) {
      let counts = [
        (missing.opinionCount, "avis non donné", "avis non donnés"),
        (
          missing.pieces.count, "dossier sans toutes ses pièces",
          "dossiers sans toutes leurs pièces"
        ),
        (missing.completions.count, "dossier à compléter", "dossiers à compléter"),
        (missing.unready.count, "dossier à juger ou à classer", "dossiers à juger ou à classer"),
        (missing.interests.count, "conflit à trancher", "conflits à trancher"),
      ].filter { $0.0 > 0 }.map { FrenchNumber.count($0, $1, $2) }
      if !counts.isEmpty { Output.message("Manque : \(counts.joined(separator: ", ")).") }
    }
  }
}

extension BorderlinePlace: ExpressibleByArgument {}

import ArgumentParser
import Desk
import Vocabulary

extension AAP {
  /// Plays a whole season.
  struct Demo: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "demo",
      abstract: "Joue une saison entière : appel, dépôts, instruction, comité, exports.",
      discussion: """
        Sans option, joue les dossiers écrits à la main de fixtures/saisons. Avec --dossiers, un \
        générateur écrit autant de dossiers que voulu ; même graine, mêmes octets.
        """)
    @Option(help: ArgumentHelp("Nombre de dossiers à générer.", valueName: "nombre"))
    var dossiers: Int?
    @Option(help: ArgumentHelp("Graine du générateur.", valueName: "nombre"))
    var graine: UInt64 = 1
    @Option(help: ArgumentHelp("Dossier où tout est écrit.", valueName: "dossier"))
    var dossierSortie = "demo-aap"
    @Option(help: ArgumentHelp("Référentiel du territoire.", valueName: "dossier"))
    var referentiel: String?
    @Option(help: ArgumentHelp("Appel du territoire.", valueName: "nom"))
    var appel: String?

    func validate() throws {
      if let dossiers, !(1...1_000_000).contains(dossiers) {
        throw ValidationError("--dossiers va de 1 à 1 000 000.")
      }
    }

    func run() throws {
      let resources = try Shell.resources()
      let request = try DemoRequest.standard(
        resources: resources, reference: referentiel, call: appel, count: dossiers, seed: graine,
        output: dossierSortie)
      let summary = try Desk.playDemo(request, resources: resources) { Output.message($0) }
      Output.result(DemoReport.text(summary, folder: dossierSortie))
    }
  }
}

/// How a demonstration is told once it is over.
enum DemoReport {
  static func text(_ summary: DemoSummary, folder: String) -> String {
    let funders = summary.funders.map { funder in
      "    \(funder.name) : \(funder.granted.french) pour \(funder.projects) dossier(s)"
    }
    return """

      La saison est jouée. Tout est dans « \(folder) » :
        \(summary.files.joined(separator: ", "))

        dossiers reçus        \(summary.received)
        refusés au dépôt      \(summary.refusedAtDeposit)
        déposés               \(summary.deposited)
        irrecevables          \(summary.inadmissible)
        classés               \(summary.ranked)
        financés              \(summary.funded)
        demandé en séance     \(summary.requested.french)
        accordé               \(summary.granted.french)
        par :
      \(funders.joined(separator: "\n"))

      À lire d’abord : \(folder)/proces-verbal.html, puis
        aap dossier lister --base \(folder)/base.sqlite

      """
  }
}

import ArgumentParser
import Committee
import Desk
import Vocabulary

extension AAP.CommitteeCommands {
  /// Prints the minutes.
  struct MinutesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "pv", abstract: "Écrit le procès-verbal de la séance.",
      discussion:
        "Sans -o, ou avec -o -, le texte est imprimé ; un nom en .html donne une page, en .pdf un PDF (demande weasyprint)."
    )
    @Option(
      name: [.customShort("o"), .long],
      help: ArgumentHelp("Fichier à écrire.", valueName: "fichier"))
    var sortie: String?
    @OptionGroup var base: BaseOptions
    @OptionGroup var call: CallOptions

    func run() throws {
      let isPrinted = sortie?.hasSuffix(".pdf") ?? false
      let printer = isPrinted ? try PagePrinter(searchPath: Shell.environment["PATH"]) : nil
      let desk = try base.desk()
      let minutes = try desk.minutes(of: try call.context(desk))
      guard let sortie, sortie != "-" else { return Output.result(minutes.text) }
      let isPage = sortie.hasSuffix(".html") || sortie.hasSuffix(".htm")
      if let printer {
        try Desk.write(try printer.print(minutes.html), to: sortie, replacing: true)
      } else {
        try Desk.write(isPage ? minutes.html : minutes.text, to: sortie)
      }
      Output.message("Procès-verbal écrit dans « \(sortie) ».")
    }
  }

  /// Replays the session's ledger.
  struct Replay: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rejouer", abstract: "Rejoue le registre de la séance et vérifie ses règles.")
    @OptionGroup var base: BaseOptions
    @OptionGroup var call: CallOptions

    func run() throws {
      let desk = try base.desk()
      let session = try desk.session(of: try call.context(desk))
      let breaches = session.state.invariantBreaches()
      for breach in breaches { Output.message("REFUS — \(breach)") }
      Output.message(
        "\(session.events.count) événements rejoués ; \(session.state.decisions.count) décisions.")
      if !breaches.isEmpty { throw ExitCode(1) }
    }
  }
}

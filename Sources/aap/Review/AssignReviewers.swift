import ArgumentParser
import Desk
import Dossiers
import Vocabulary

extension AAP.Review {
  /// Gives dossiers to reviewers.
  struct Assign: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "affecter",
      abstract: "Affecte un dossier à des examinateurs, ou répartit tous les dossiers recevables.",
      discussion: """
        Avec --tous, chaque dossier reçoit le nombre d’examinateurs demandé, aussi également que les \
        conflits d’intérêts le permettent. Les affectations déjà faites restent.
        """)
    @OptionGroup var choice: DossierChoice
    @Option(
      name: .customLong("examinateur"),
      help: ArgumentHelp("Examinateur ; à répéter pour plusieurs.", valueName: "id"))
    var examinateurs: [String] = []
    @Option(
      name: .customLong("par-dossier"),
      help: ArgumentHelp("Avec --tous : examinateurs par dossier.", valueName: "n"))
    var parDossier = 2
    @Flag(help: "Retire le dossier à ces examinateurs.")
    var retirer = false
    @OptionGroup var base: BaseOptions
    @OptionGroup var simulation: SimulationOptions

    func validate() throws {
      guard (1...20).contains(parDossier) else {
        throw ValidationError("--par-dossier va de 1 à 20.")
      }
      guard choice.numero == nil || !examinateurs.isEmpty else {
        throw ValidationError("Nommez au moins un examinateur : --examinateur ID.")
      }
      guard choice.numero != nil || !retirer else {
        throw ValidationError("--retirer va avec un numéro de dossier.")
      }
    }

    func run() throws {
      let desk = try base.desk()
      let (number, context) = try choice.read(desk)
      guard let number else { return try assignAll(desk, context) }
      if retirer {
        for reviewer in examinateurs {
          try desk.unassign(number, from: reviewer, isSimulated: simulation.simuler)
        }
      } else {
        _ = try desk.assign(number, to: examinateurs, isSimulated: simulation.simuler)
      }
      Output.message(
        "\(simulation.mention)\(number.text) \(retirer ? "retiré à" : "affecté à") : "
          + "\(examinateurs.joined(separator: ", ")).")
    }

    private func assignAll(_ desk: Desk, _ context: CallContext) throws {
      let outcome = try desk.assignAll(
        count: parDossier, among: examinateurs, in: context, isSimulated: simulation.simuler)
      var listing = Listing([.init("examinateur", "Examinateur"), .init("dossiers", "Dossiers")])
      for (reviewer, load) in outcome.loads.sorted(by: { $0.key < $1.key }) {
        listing.append([.text(reviewer), .number(load)])
      }
      Output.result(listing.text(as: .table))
      Output.message("\(simulation.mention)\(outcome.given.count) affectation(s) nouvelle(s).")
      if !outcome.short.isEmpty {
        Output.message(
          "Trop peu d’examinateurs sans conflit pour : "
            + outcome.short.map(\.text).joined(separator: ", ") + ".")
      }
    }
  }
}

import ArgumentParser
import Desk
import Dossiers

extension AAP.ActorCommands {
  /// Records or ends a tie of an actor.
  struct AddMandate: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "mandat",
      abstract: "Enregistre ce qui lie un acteur à un organisme, ou y met fin.",
      discussion: """
        Les conflits d’intérêts possibles en sont déduits : porteur de ce SIREN, dossier de cette \
        commune ou de son CCAS, organisme ou commune cité comme partenaire.
        """)
    @Argument(help: "Identifiant de l’acteur.")
    var id: String
    @Option(help: ArgumentHelp("SIREN de l’organisme.", valueName: "numéro"))
    var siren: String?
    @Option(help: ArgumentHelp("Code INSEE de la commune.", valueName: "code"))
    var commune: String?
    @Option(help: ArgumentHelp("Nom de l’organisme.", valueName: "nom"))
    var organisme: String?
    @Option(help: ArgumentHelp("Ce qu’il y fait, par exemple trésorière.", valueName: "texte"))
    var fonction: String = ""
    @Flag(help: "Met fin au mandat.")
    var fin = false
    @OptionGroup var base: BaseOptions
    @OptionGroup var simulation: SimulationOptions

    private var mandate: Mandate? {
      let ties: [(Mandate.Kind, String?)] = [
        (.siren, siren), (.commune, commune), (.body, organisme),
      ]
      let given = ties.compactMap { kind, value in value.map { (kind, $0) } }
      guard given.count == 1, let (kind, value) = given.first else { return nil }
      return Mandate(holder: id, kind: kind, value: value, role: fonction)
    }

    func validate() throws {
      guard mandate != nil else {
        throw ValidationError("Donnez --siren, --commune ou --organisme, un seul des trois.")
      }
    }

    func run() throws {
      guard let mandate else { return }
      let desk = try base.desk()
      if fin {
        try desk.endMandate(mandate, isSimulated: simulation.simuler)
      } else {
        try desk.addMandate(mandate, isSimulated: simulation.simuler)
      }
      Output.message(
        "\(simulation.mention)Mandat de « \(id) » \(fin ? "terminé" : "enregistré") : "
          + "\(mandate.kind.rawValue) \(mandate.value).")
    }
  }

  /// Lists ties.
  struct ListMandates: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "mandats", abstract: "Liste les mandats des acteurs.")
    @OptionGroup var base: BaseOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
      var listing = Listing([
        .init("id", "Acteur"), .init("type", "Lien"), .init("valeur", "Avec"),
        .init("fonction", "Fonction"),
      ])
      for mandate in try base.desk().mandates() {
        listing.append([
          .text(mandate.holder), .text(mandate.kind.rawValue), .text(mandate.value),
          .text(mandate.role),
        ])
      }
      output.show(listing)
    }
  }
}

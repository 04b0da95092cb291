public import ArgumentParser
import Desk
import Dossiers
import Store

extension AAP.DossierCommands {
  /// Lists dossiers.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "lister", abstract: "Liste les dossiers de l’appel, par ordre de dépôt.")
    @Option(help: ArgumentHelp("Seulement cette étape.", valueName: "etape"))
    var etape: Stage?
    @Option(
      help: ArgumentHelp(
        "Les dossiers de ce porteur dans tous les appels, par SIREN, SIRET ou RNA.",
        valueName: "numero"))
    var porteur: String?
    @OptionGroup var base: BaseOptions
    @OptionGroup var call: CallOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
      let desk = try base.desk()
      guard let porteur else {
        let lines = try desk.seenDossiers(in: try call.context(desk), stages: etape.map { [$0] })
        return output.show(Listing(dossiers: lines))
      }
      let lines = try desk.seenDossiers(ofApplicant: porteur)
        .filter { etape == nil || $0.stage == etape }
        .filter { call.appel == nil || $0.number.call == call.appel }
      output.show(Listing(dossiers: lines))
    }
  }

  /// Shows one dossier.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "montrer", abstract: "Montre un dossier et tout ce qu’on en sait.")
    @Argument(help: "Numéro du dossier, par exemple 2016-0001.")
    var numero: String
    @Flag(help: "Ce qui a changé depuis le dossier de l’an dernier que celui-ci reconduit.")
    var diff = false
    @Option(
      help: ArgumentHelp(
        "Écrit le fichier tel qu’il a été reçu, octet pour octet : pour le corriger, ou prouver.",
        valueName: "fichier"))
    var vers: String?
    @OptionGroup var base: BaseOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
      let desk = try base.desk()
      let number = try NumberArgument.read(numero)
      guard !diff else { return show(try desk.comparison(of: number)) }
      if let vers {
        try Desk.write(try desk.receivedBytes(of: number), to: vers, replacing: false)
        return Output.message("Le dossier \(number.text), tel que reçu, est dans « \(vers) ».")
      }
      let sheet = try desk.sheet(of: number)
      guard output.format != .json else { return Output.result(sheet.json) }
      output.show(Listing(sheet: sheet, desk.base.reference))
    }

    private func show(_ comparison: RenewalComparison) {
      switch output.format {
      case .table:
        Output.result(
          "\(comparison.number.text), reconduction de \(comparison.previous.text) : "
            + DifferenceText.forPeople(comparison.changes) + "\n")
      case .json, .csv: output.show(Listing(differences: comparison.changes))
      }
    }
  }
}

extension Stage: ExpressibleByArgument {}

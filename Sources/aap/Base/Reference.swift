import ArgumentParser
import Contract
import Desk
import Store
import Vocabulary

extension AAP {
  /// Checks or lists the reference data.
  struct Reference: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "referentiel", abstract: "Vérifie ou liste le référentiel du contrat.",
      subcommands: [Check.self, Objectives.self, Districts.self, Funders.self, Rules.self])
  }
}

extension AAP.Reference {
  /// Says every incoherence of a territory's folder.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "verifier",
      abstract: "Dit toutes les incohérences d’un dossier de référentiel et de ses appels.")

    @Argument(help: "Dossier du référentiel ; par défaut, le dossier courant.")
    var dossier = "."
    @OptionGroup var output: FormatOptions

    func run() throws {
      let (data, findings) = try Desk.checkReference(
        folder: dossier, resources: try Shell.resources())
      if output.format == .json { Output.result(FindingText.json(findings)) }
      guard findings.isEmpty else {
        if output.format != .json { Output.message(FindingText.forPeople(findings)) }
        Output.message("\(findings.count) constat(s).")
        throw ExitCode(FindingText.exitCode(for: findings))
      }
      if let data {
        Output.message("Référentiel cohérent : \(data.contract.name).")
      }
    }
  }

  /// Lists the objectives.
  struct Objectives: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "objectifs", abstract: "Liste les objectifs opérationnels du contrat.")
    @OptionGroup var base: BaseOptions
    @OptionGroup var output: FormatOptions

    func run() throws { output.show(Listing(objectives: try base.desk().base.reference)) }
  }

  /// Lists the districts.
  struct Districts: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "quartiers", abstract: "Liste les quartiers prioritaires et en veille.")
    @OptionGroup var base: BaseOptions
    @OptionGroup var output: FormatOptions

    func run() throws { output.show(Listing(districts: try base.desk().base.reference)) }
  }

  /// Lists the funders, with their purses when a call is open.
  struct Funders: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "financeurs",
      abstract: "Liste les financeurs et partenaires, et les enveloppes de l’appel s’il y en a un.")
    @OptionGroup var base: BaseOptions
    @OptionGroup var call: CallOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
      let desk = try base.desk()
      let context = try? call.context(desk)
      output.show(Listing(funders: desk.base.reference, call: context?.call))
    }
  }

  /// Lists the rules of admissibility.
  struct Rules: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "regles", abstract: "Liste les règles de recevabilité et leurs sources.")
    @OptionGroup var output: FormatOptions

    func run() { output.show(.rules) }
  }
}

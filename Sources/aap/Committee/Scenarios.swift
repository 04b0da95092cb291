public import ArgumentParser
import Committee
public import Contract
public import Desk
import Vocabulary

extension AAP.CommitteeCommands {
  /// Allocations kept under a name.
  struct Scenarios: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "scenario",
      abstract:
        "Garde des répartitions sous un nom, pour les comparer ; aucune décision ne les change.",
      subcommands: [Keep.self, List.self, Compare.self])

    /// Computes and keeps one.
    struct Keep: ParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "garder", abstract: "Calcule une répartition sur la séance et la garde.")
      @Argument(help: "Nom du scénario.") var nom: String
      @Option(help: "Stratégie de répartition ; par défaut, celle de l’appel.")
      var strategie: ProposalStrategy?
      @Option(help: ArgumentHelp("Ce qu’il suppose.", valueName: "texte"))
      var hypothese = ""
      @OptionGroup var session: SessionOptions

      func run() throws {
        try session.record(.keepScenario(name: nom, note: hypothese, strategie))
      }
    }

    /// Lists them.
    struct List: ParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "lister", abstract: "Liste les scénarios de la séance.")
      @OptionGroup var base: BaseOptions
      @OptionGroup var call: CallOptions
      @OptionGroup var output: FormatOptions

      func run() throws {
        let desk = try base.desk()
        output.show(Listing(scenariosOf: try desk.session(of: try call.context(desk)).state))
      }
    }

    /// Shows two side by side.
    struct Compare: ParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "comparer",
        abstract:
          "Montre ce que deux scénarios changent, dossier par dossier, ou par enveloppe, financeur, quartier, axe."
      )
      @Argument(help: "Premier scénario.") var premier: String
      @Argument(help: "Second scénario.") var second: String
      @Option(help: "Compare par enveloppe, financeur, quartier ou axe ; par dossier sinon.")
      var par: ScenarioCriterion?
      @OptionGroup var base: BaseOptions
      @OptionGroup var call: CallOptions
      @OptionGroup var output: FormatOptions

      func run() throws {
        let desk = try base.desk()
        let context = try call.context(desk)
        let state = try desk.session(of: context).state
        let (one, other) = (try scenario(premier, in: state), try scenario(second, in: state))
        guard let par else {
          return output.show(Listing(comparing: one, with: other, in: state))
        }
        output.show(
          Listing(
            comparing: one, with: other, by: try desk.totals(by: par, in: state, of: context)))
      }

      private func scenario(_ name: String, in state: SessionState) throws -> Scenario {
        guard let scenario = state.scenarios[name] else {
          throw DeskError.refused(
            "Aucun scénario ne s’appelle « \(name) » dans cette séance.",
            remedy: "Voyez : aap comite scenario lister.")
        }
        return scenario
      }
    }
  }
}

extension ProposalStrategy: ExpressibleByArgument {}
extension ScenarioCriterion: ExpressibleByArgument {}

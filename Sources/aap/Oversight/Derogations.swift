import ArgumentParser
import Desk

extension AAP {
  /// The exceptions that the committee authorised.
  struct DerogationCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "derogation",
      abstract: "Liste les dérogations accordées en séance, avec motif, auteur et source.",
      discussion: "Une dérogation s’accorde en séance : aap comite decider NUM --derogation MOTIF.",
      subcommands: [List.self])

    /// Lists them.
    struct List: ParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "lister", abstract: "Liste les dérogations d’un appel.")
      @OptionGroup var base: BaseOptions
      @OptionGroup var call: CallOptions
      @OptionGroup var output: FormatOptions

      func run() throws {
        let desk = try base.desk()
        let derogations = try desk.derogations(in: try call.context(desk))
        output.show(Listing(derogations: derogations))
      }
    }
  }
}

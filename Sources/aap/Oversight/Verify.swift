import ArgumentParser
import Desk
import Store
import Vocabulary

extension AAP {
  /// Checks every promise on the whole base.
  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "verifier",
      abstract: "Vérifie toute la base : argent, procédure, empreintes, séances rejouées, journal.")
    @OptionGroup var base: BaseOptions

    func run() throws {
      let verdict = try base.desk().verifyBase()
      for broken in verdict.broken {
        Output.message(
          "ROMPU — \(broken.name) : \(broken.culprits.joined(separator: ", "))")
      }
      if case .broken(let sequence) = verdict.journal {
        Output.message("ROMPU — le journal ne s’enchaîne plus à la ligne \(sequence).")
      }
      guard verdict.isSound else { throw ExitCode(1) }
      Output.message(
        "Tout est en ordre : journal, empreintes, décisions, enveloppes et numérotation.")
    }
  }
}

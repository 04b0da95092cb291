import ArgumentParser
import Desk
import Store
import Vocabulary

extension AAP {
  /// Checks every promise on the whole base.
  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "verifier",
      abstract: "Vérifie les invariants d’argent et de procédure sur toute la base.")
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
      Output.message("Tout est en ordre : journal, décisions, enveloppes et numérotation.")
    }
  }
}

import ArgumentParser
import Desk
import Dossiers
import Vocabulary

extension AAP.Rank {
  /// Computes kept cards again.
  struct Recompute: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "recalculer",
      abstract: "Refait les fiches du classement d’après ce que la base garde, et les compare.",
      discussion: """
        Les dossiers dans la version notée, la grille, le vocabulaire et les notes d’alors : chaque \
        fiche doit revenir à l’octet près. Code de sortie 1 si une fiche diffère.
        """)
    @Argument(help: "Numéro du dossier ; sans numéro, tout le classement.")
    var numero: String?
    @OptionGroup var base: BaseOptions
    @OptionGroup var call: CallOptions

    func run() throws {
      let desk = try base.desk()
      let number = try numero.map { try NumberArgument.read($0) }
      let context = try number.map { try desk.callContext($0.call) } ?? call.context(desk)
      var progress = Progress("fiches refaites")
      let outcome = try desk.recomputeCards(in: context, only: number) { progress.advance() }
      for number in outcome.different { Output.result("\(number.text) : la fiche diffère\n") }
      Output.message(
        "\(outcome.cards) fiche(s) refaite(s) avec la grille \(outcome.grid) et le vocabulaire "
          + "\(outcome.vocabulary), \(outcome.different.count) différente(s).")
      if !outcome.different.isEmpty { throw ExitCode(1) }
    }
  }
}
